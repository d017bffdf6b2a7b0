import { randomUUID } from 'node:crypto';
import { narrowed } from '@accord/consent/narrowed';
import type { Profile } from '@accord/consent/Profile';
import type { ConsentInput, ConsentNarrowing } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import { factsOf } from '../release/factsOf.ts';
import type { OpenedClient, OpenedConsent } from '../store/clients.ts';
import type { ConsentRow } from '../store/consents.ts';
import type { Store } from '../store/Store.ts';
import { assertPart, assertSpan, said } from './checkedInput.ts';
import { consentBody, evidenceBody, type GivenBy, partRule } from './consentBody.ts';
import { type ConsentView, consentViews } from './consentView.ts';
import { assertMayDo } from './mayDo.ts';
import { assertMayDoTo, forget } from './ownClient.ts';

/** What consents are put on file with. */
export type ConsentParts = Readonly<{ store: Pick<Store, 'clients' | 'consents' | 'facts'>; profile: Profile }>;

/** Consents of a client that the requester may see: those their own agency put on file, or all of their own. */
export async function visibleConsents(
  client: string,
  { store, profile }: ConsentParts,
  context: RequestContext,
): Promise<readonly ConsentView[]> {
  const [opened] = await store.clients.open([client]);
  return opened ? consentViews(visibleOf(opened, context), context.now, profile) : [];
}

/** The client as far as the requester put them on file, or is them: what others put on file must not show in a status. */
function visibleOf(client: OpenedClient, context: RequestContext): OpenedClient {
  const { self, agency } = context.requester;
  return {
    ...client,
    consents: client.consents.filter((consent) => maySee(consent, context)),
    facts: client.facts.filter(({ recordedByAgency }) => self === client.id || recordedByAgency === agency.id),
  };
}

const maySee = (
  consent: Pick<OpenedConsent, 'recordedByAgency' | 'clientId'>,
  { requester: { self, agency } }: RequestContext,
): boolean => (self === null ? consent.recordedByAgency === agency.id : consent.clientId === self);

/**
 * Puts a consent or refusal on file. Throws `CLIENT_UNKNOWN` where the requester's agency has no record of the client,
 * `ARGUMENT_REFUSED` where a code is unknown, `CONSENT_UNKNOWN` and `FACT_UNKNOWN` where what it would supersede or the proxy
 * who gives it is not theirs.
 */
export async function recordConsent(
  input: ConsentInput,
  parts: ConsentParts,
  context: RequestContext,
): Promise<ConsentView> {
  const client = await assertMayDoTo(input.client, 'recordConsent', parts.store.clients, context);
  return putConsent({ ...input, client }, parts, context);
}

async function putConsent(input: ConsentInput, parts: ConsentParts, context: RequestContext): Promise<ConsentView> {
  assertInput(input, parts.profile, context);
  await assertMaySupersede(input, parts, context);
  const givenBy = await giverOf(input, parts, context);
  const { now } = context;
  const row = newConsent(input, input.client, consentBody(input, givenBy, now, parts.profile), context);
  await parts.store.consents.record({ ...row, status: input.refuse ? 'refused' : 'active' });
  return viewAfter(row, parts, context);
}

/**
 * Puts a narrower consent in the place of one in force, in one step. Throws `CONSENT_UNKNOWN` where it is not theirs to see,
 * `ARGUMENT_REFUSED` where it is not in force or is a refusal, `CONSENT_MOVED` where it ceased to be meanwhile.
 */
export async function narrowConsent(
  input: ConsentNarrowing,
  parts: ConsentParts,
  context: RequestContext,
): Promise<ConsentView> {
  assertMayDo('narrowConsent', context.requester);
  const wide = await ownConsent(input.id, parts, context);
  if (input.leaveOut.length === 0)
    throw new CallerFault('ARGUMENT_REFUSED', '"leaveOut" is empty: nothing would be left out.');
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
  if (!(await parts.store.consents.recordInPlaceOf(wide.id, row))) throw new CallerFault('CONSENT_MOVED');
  return viewAfter(row, parts, context);
}

/** Withdraws a consent in one step. Withdrawing twice is no fault. Throws `CONSENT_UNKNOWN` where it is not theirs to see. */
export async function withdrawConsent(id: string, parts: ConsentParts, context: RequestContext): Promise<ConsentView> {
  assertMayDo('withdrawConsent', context.requester);
  const found = await ownConsent(id, parts, context);
  const withdrawal = await parts.store.consents.withdraw(id, context.requester.user, context.now);
  if (withdrawal.kind === 'UNKNOWN') throw new CallerFault('CONSENT_UNKNOWN');
  return viewAfter(found, parts, context);
}

async function ownConsent(id: string, { store }: ConsentParts, context: RequestContext): Promise<ConsentRow> {
  const found = await store.consents.find(id);
  if (!found || !maySee(found, context)) throw new CallerFault('CONSENT_UNKNOWN');
  return found;
}

/** The consent as it is on file now. */
async function viewAfter(
  { id, clientId }: Pick<ConsentRow, 'id' | 'clientId'>,
  parts: ConsentParts,
  context: RequestContext,
): Promise<ConsentView> {
  forget(clientId, context);
  const view = (await visibleConsents(clientId, parts, context)).find((one) => one.id === id);
  if (!view) throw new Error('A consent that was put on file is not there.');
  return view;
}

function newConsent(
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

function assertInput(input: ConsentInput, profile: Profile, context: RequestContext): void {
  assertPart(input, profile, context);
  for (const part of input.except ?? []) assertPart(part, profile, context);
  assertSpan(input);
  said('noticeVersion', input.noticeVersion);
  said('language', input.language);
  if (input.refuse && input.except)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      'A refusal leaves nothing out. Refuse less, or record a consent beside it.',
    );
}

async function assertMaySupersede(
  input: ConsentInput,
  { store }: ConsentParts,
  context: RequestContext,
): Promise<void> {
  for (const id of input.supersedes ?? []) {
    const replaced = await store.consents.find(id);
    if (replaced?.clientId !== input.client || !maySee(replaced, context)) throw new CallerFault('CONSENT_UNKNOWN');
  }
}

/** Who gives it: the client, or a proxy whom the requester's agency put on file and who has not ended. */
async function giverOf(
  { client, proxy }: ConsentInput,
  { store }: ConsentParts,
  { requester }: RequestContext,
): Promise<GivenBy> {
  if (!proxy) return { person: client, capacity: 'self' };
  const found = await store.facts.find(proxy);
  const theirs = found?.kind === 'PROXY' && found.clientId === client && found.recordedByAgency === requester.agency.id;
  if (!theirs || requester.self !== null || found.endedAt !== null) throw new CallerFault('FACT_UNKNOWN');
  const { person, capacity } = found.body;
  if (typeof person !== 'string' || typeof capacity !== 'string') throw new Error('A proxy on file is not one.');
  return { person, capacity, authorityRef: found.id };
}

/** The wide consent with what is left out stated as denied, from now, or from its own beginning where that is to come. */
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
  const unreadable = (_: string, error: unknown): never => {
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
