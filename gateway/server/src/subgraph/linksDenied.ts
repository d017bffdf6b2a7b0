import type { MutationReopenLinkArgs, QueryLinksDeniedArgs } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import { said } from './checkedInput.ts';
import {
  deniedSide,
  isApartBy,
  type LinkParts,
  type PairView,
  pairView,
  recordsOf,
  rememberSaid,
  sidesOf,
  wordOf,
} from './linkReview.ts';
import { assertMayDo } from './mayDo.ts';
import { forget } from './ownClient.ts';
import { type Page, visiblePage } from './pageOf.ts';

/**
 * Returns pairs that the requester's own agency said are two people, or that nobody is left to take back, except those of people
 * whom the requester may not know of.
 */
export function linksDenied(
  args: QueryLinksDeniedArgs,
  { store, cursors }: LinkParts,
  context: RequestContext,
): Promise<Page<PairView>> {
  const { requester } = context;
  assertMayDo('linksDenied', requester);
  const scope = args.of ?? 'MINE';
  const use = { requester, list: JSON.stringify(['linksDenied', scope]) };
  const worker = scope === 'MINE' ? requester.user : null;
  return visiblePage(
    args,
    { cursors, use },
    async (after, first) => {
      const rows = await store.pairs.denied({ agencyId: requester.agency.id, worker, after, first });
      return rows.map((row) => ({ at: row.saidAt, id: row.id, row }));
    },
    ({ row }, ifTold) => pairView(row, context, ifTold),
  );
}

/**
 * Takes back that the records of a pair are two people's: both agencies are asked again. It opens nothing by itself, so whoever
 * said it may take it back. Taking back what a colleague said, or an agency that no longer has a record of them, removes a
 * protection, so that is for leads.
 *
 * Throws `FACT_UNKNOWN` if neither record is the requester's own agency's, or they may not know of the person; `ARGUMENT_REFUSED`
 * if their agency does not say so, whatever others say; `ROLE_REFUSED`.
 */
export async function reopenLink(
  input: MutationReopenLinkArgs,
  { store }: LinkParts,
  context: RequestContext,
): Promise<Readonly<{ client: Readonly<{ id: string }> | null }>> {
  const { requester, now } = context;
  assertMayDo('reopenLink', requester);
  const reason = said('reason', input.reason);
  const row = await store.pairs.find(input.pair);
  const [side] = row ? sidesOf(row, context) : [];
  if (!row || side === undefined || !(await recordsOf(row, context))) throw new CallerFault('FACT_UNKNOWN');
  const isOwn = isApartBy(row, context);
  if (!isOwn && !row.isNobodysWord) throw new CallerFault('ARGUMENT_REFUSED', notSaid);
  if (!isOwn || row[`${deniedSide(row)}By`] !== requester.user) assertMayDo('reopenOthersLink', requester);
  // Somebody may have taken it back in the meantime.
  const reopened = await store.pairs.reopen(row.id, { agencyId: requester.agency.id, at: now });
  if (reopened.length === 0) throw new CallerFault('ARGUMENT_REFUSED', notSaid);
  const client = row[`${side}Client`];
  if (client) context.changed.add(client);
  await rememberSaid('REOPENED', reopened, wordOf(context, reason), store);
  for (const id of [row.oneClient, row.otherClient]) if (id) forget(id, context);
  return { client: client ? { id: client } : null };
}

const notSaid = 'Your agency has not said that they are two people.';
