import { narrowed } from '@accord/consent/narrowed';
import type { ConsentNarrowing } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import { factsOf } from '../release/factsOf.ts';
import type { OpenedClient } from '../store/clients.ts';
import type { ConsentRow } from '../store/consents.ts';
import { assertReadable } from './assertReadable.ts';
import type { ConsentParts } from './ConsentParts.ts';
import { assertPart, said } from './checkedInput.ts';
import { evidenceBody, partRule } from './consentBody.ts';
import { newConsent } from './consentToRecord.ts';
import type { ConsentView } from './consentView.ts';
import { assertMayDo } from './mayDo.ts';
import { visibleConsent, visibleConsents } from './visibleConsents.ts';

/** A narrower consent, and the one that it replaces. */
export type Narrower = Readonly<{ wide: ConsentRow; row: ConsentRow }>;

/**
 * Returns the narrower consent that would replace one in force, after every check; writes nothing. Throws `CONSENT_UNKNOWN` if
 * the requester may not see the wide one, `ARGUMENT_REFUSED` if that is not in force or is a refusal.
 */
export async function narrowerConsent(
  input: ConsentNarrowing,
  parts: ConsentParts,
  context: RequestContext,
): Promise<Narrower> {
  assertMayDo('narrowConsent', context.requester);
  const wide = await visibleConsent(input.id, parts, context);
  if (input.leaveOut.length === 0)
    throw new CallerFault('ARGUMENT_REFUSED', '"leaveOut" is empty, so nothing would be left out.');
  for (const part of input.leaveOut) assertPart(part, parts.profile, context);
  said('noticeVersion', input.noticeVersion);
  said('language', input.language);
  const standing = (await visibleConsents(wide.clientId, parts, context)).find(({ id }) => id === wide.id);
  if (standing?.status !== 'ACTIVE' && standing?.status !== 'NOT_YET')
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `The consent is ${standing?.status ?? 'gone'}; only one that is ACTIVE or NOT_YET can be narrowed.`,
    );
  const row = newConsent(input, wide.clientId, narrowedBody(wide, standing, input, parts, context), context);
  assertReadable({ client: wide.clientId, consents: [row] }, parts.profile, context.now);
  return { wide, row };
}

/** The wide consent with what is left out stated as a denial, from now, or from its own beginning if that is in the future. */
function narrowedBody(
  wide: ConsentRow,
  { status }: ConsentView,
  input: ConsentNarrowing,
  { profile }: ConsentParts,
  { now }: RequestContext,
): ConsentRow['body'] {
  const alone = {
    asked: wide.clientId,
    id: wide.clientId,
    epoch: 0,
    records: [],
    consents: [wide],
    facts: [],
    glass: [],
  };
  const unreadable = (_: OpenedClient, error: unknown): never => {
    throw error;
  };
  const consent = factsOf(alone, { now, profile, unreadable })?.facts.consents?.[0];
  if (!consent) throw new Error('A consent on file cannot be read.');
  return {
    ...wide.body,
    rule: narrowed(consent.base, consent.rule, input.leaveOut.map(partRule)),
    effective: { ...consent.effective, ...(status !== 'NOT_YET' && { from: now.toISOString() }) },
    supersedes: [wide.id],
    evidence: evidenceBody(input),
  };
}
