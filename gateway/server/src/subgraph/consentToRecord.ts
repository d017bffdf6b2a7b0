import { randomUUID } from 'node:crypto';
import type { Profile } from '@accord/consent/Profile';
import type { ConsentInput } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import { consentNoticeView } from '../quality/proposals/wordingViews.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { ConsentRow } from '../store/consents.ts';
import { assertReadable } from './assertReadable.ts';
import type { ConsentParts } from './ConsentParts.ts';
import { assertPart, assertSpan, said } from './checkedInput.ts';
import { consentBody, type GivenBy } from './consentBody.ts';
import { assertMayDoTo } from './ownClient.ts';
import { theirs } from './visibleConsents.ts';

/**
 * Returns the row that would be put on file for a consent or refusal, after every check; writes nothing.
 *
 * Throws `CLIENT_UNKNOWN` if the requester's agency has no record of the client, `ARGUMENT_REFUSED` for an unknown code and as
 * `assertReadable`, and `CONSENT_UNKNOWN` or `FACT_UNKNOWN` if what it would supersede, or the proxy who gives it, is not theirs.
 */
export async function consentToRecord(
  given: ConsentInput,
  parts: ConsentParts,
  context: RequestContext,
): Promise<ConsentRow> {
  const client = await assertMayDoTo(given.client, 'recordConsent', parts.store.clients, context);
  const input = { ...given, client };
  assertInput(input, parts.profile, context);
  await assertNoticeInForce(input, parts, context);
  await assertMaySupersede(input, parts, context);
  const givenBy = await giverOf(input, parts, context);
  const row = newConsent(input, client, consentBody(input, givenBy, context.now, parts.profile), context);
  const saidNow: ConsentRow = { ...row, status: input.refuse ? 'refused' : 'active' };
  assertReadable({ client, consents: [saidNow] }, parts.profile, context.now);
  return saidNow;
}

/** Returns a new row for what a requester says now. */
export function newConsent(
  { words, language }: Pick<ConsentInput, 'words' | 'language'>,
  clientId: string,
  body: ConsentRow['body'],
  { requester, now }: RequestContext,
): ConsentRow {
  return {
    ...{ id: randomUUID(), clientId, status: 'active', body, words: words ?? null, language },
    ...{ recordedByAgency: requester.agency.id, recordedBy: requester.user, recordedAt: now },
    ...{ withdrawnAt: null, withdrawnBy: null },
  };
}

/**
 * A yes counts only for the text it was said to. If the partners have replaced that notice, the yes is refused, and the worker
 * goes through the one in force with the client. Refusing, narrowing and withdrawing only close, so they are accepted on any
 * notice. A consent given on an earlier day is checked against the notice of that day, so that a form signed then can be put on
 * file. If the partners agreed on no notice in that language, any version is accepted.
 */
async function assertNoticeInForce(
  { refuse, noticeVersion, language, from }: ConsentInput,
  { vocabularies }: ConsentParts,
  { words, today, now }: RequestContext,
): Promise<void> {
  if (refuse) return;
  const day = from && from < today ? from : today;
  const inForce = consentNoticeView(language, day === today ? words : await vocabularies.on(day, now));
  if (!inForce || inForce.version === noticeVersion.trim()) return;
  throw new CallerFault('NOTICE_OUTDATED', `Version "${inForce.version}" has been in force since ${inForce.from}.`);
}

function assertInput(input: ConsentInput, profile: Profile, context: RequestContext): void {
  assertPart(input, profile, context);
  for (const part of input.except ?? []) assertPart(part, profile, context);
  assertSpan(input);
  said('noticeVersion', input.noticeVersion);
  said('language', input.language);
  if (input.refuse && input.except)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      'A refusal cannot leave anything out. Refuse less, or record a consent beside it.',
    );
}

async function assertMaySupersede(
  input: ConsentInput,
  { store }: ConsentParts,
  context: RequestContext,
): Promise<void> {
  for (const id of input.supersedes ?? []) {
    const replaced = await store.consents.find(id, theirs(context));
    if (replaced?.clientId !== input.client) throw new CallerFault('CONSENT_UNKNOWN');
  }
}

/** Returns who gives it: the client, or a proxy whom the requester's agency put on file and who has not ended. */
async function giverOf(
  { client, proxy }: ConsentInput,
  { store }: ConsentParts,
  { requester }: RequestContext,
): Promise<GivenBy> {
  if (!proxy) return { person: client, capacity: 'self' };
  const found = await store.facts.find(proxy, requester.agency.id);
  if (found?.kind !== 'PROXY' || found.clientId !== client || requester.self !== null || found.endedAt !== null)
    throw new CallerFault('FACT_UNKNOWN');
  const { person, capacity } = found.body;
  if (typeof person !== 'string' || typeof capacity !== 'string') throw new Error('A proxy on file is not a proxy.');
  return { person, capacity, authorityRef: found.id };
}
