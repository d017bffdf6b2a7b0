import { ordinaryCategories } from '@accord/consent/ordinaryCategories';
import type { LegalBasisInput } from '@accord/contract/generated/api';
import { CallerFault } from '../../CallerFault.ts';
import { partOf } from '../../partOf.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { FactRow } from '../../store/facts.ts';
import { assertCodes, dayGiven, said } from '../checkedInput.ts';
import { assertMayDo } from '../mayDo.ts';
import { assertMayDoTo } from '../ownClient.ts';
import type { FactParts } from './FactParts.ts';
import { endOnFile, factView, ownFacts, putOnFile, textIn, textsIn } from './onFile.ts';
import { assertLawIsTheirs } from './roles.ts';

const usualDays = 30;
const mostDays = 90;

/**
 * Puts a finding that the law requires on file. Throws as `assertMayDoTo` and `assertLawIsTheirs`, and `ARGUMENT_REFUSED` for an
 * unknown finding or one that would last longer than 90 days: findings are made anew, not left standing.
 */
export async function assertLegalBasis(input: LegalBasisInput, parts: FactParts, context: RequestContext) {
  const { profile, store } = parts;
  assertMayDo('assertLegalBasis', context.requester);
  if (!profile.bases.has(input.kind))
    throw new CallerFault('ARGUMENT_REFUSED', `"kind" must be one of ${[...profile.bases].join(', ')}.`);
  const laws = profile.laws.filter((law) => law.kind === 'recorded' && law.basis === input.kind);
  assertLawIsTheirs(
    laws.flatMap(({ purposes }) => purposes),
    profile,
    context,
  );
  const clientId = await assertMayDoTo(input.client, 'assertLegalBasis', store.clients, context);
  const { categories } = input;
  assertCodes({ categories }, { categories: profile.categories });
  const body = {
    kind: input.kind,
    reason: said('reason', input.reason),
    assertedBy: context.requester.user,
    categories: categories ?? ordinaryCategories(profile),
    ...(input.consultedViews && { consultedViews: input.consultedViews }),
    // No beginning, so that it counts as soon as it is on file, whatever another replica's clock says.
    period: { to: endOf(input.to, context.today) },
  };
  return basisView(await putOnFile({ kind: 'LEGAL_BASIS', clientId, body }, parts, context));
}

function endOf(to: string | null | undefined, today: string): string {
  if (!to) return daysAfter(today, usualDays);
  dayGiven('to', to);
  const last = daysAfter(today, mostDays);
  if (to < today || to > last)
    throw new CallerFault('ARGUMENT_REFUSED', `"to" is ${to}; it must be from ${today} to ${last}.`);
  return to;
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Ends a finding of the requester's own agency early. Throws as `endOnFile`. */
export const endLegalBasis = async (
  { id, why }: Readonly<{ id: string; why: string }>,
  parts: FactParts,
  context: RequestContext,
) => basisView(await endOnFile({ id, kind: 'LEGAL_BASIS', why, action: 'endLegalBasis' }, parts, context));

/** Returns the findings that the requester's own agency put on file about a client, newest first. */
export const legalBasesOf = async (client: string, parts: FactParts, context: RequestContext) =>
  (await ownFacts(client, 'LEGAL_BASIS', parts, context)).map(basisView);

function basisView(fact: FactRow) {
  return {
    ...factView(fact),
    ...{ kind: textIn(fact, 'kind'), reason: textIn(fact, 'reason'), consultedViews: textIn(fact, 'consultedViews') },
    ...{ categories: textsIn(fact, 'categories'), to: partOf(fact.body.period, 'to') ?? null },
  };
}
