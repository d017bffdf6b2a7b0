import { randomUUID } from 'node:crypto';
import type { ConsentInput } from '@accord/contract/generated/api';
import { purposeTerms } from '@accord/contract/vocabulary';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { ConsentRow } from '../store/consents.ts';
import type { Store } from '../store/Store.ts';
import { type ConsentView, consentView } from './consentView.ts';

/** Roles that put a client's word on file and take it back. */
const consentRoles: ReadonlySet<string> = new Set(['PRACTITIONER', 'TEAM_LEADER', 'PRACTICE_LEAD', 'CLIENT']);

type ConsentStore = Pick<Store, 'clients' | 'consents'>;

/** Consents of a client that the requester may see: those their own agency put on file, or all of their own. */
export async function visibleConsents(
  client: string,
  store: ConsentStore,
  context: RequestContext,
): Promise<readonly ConsentView[]> {
  const oldestFirst = await store.consents.ofClient(client);
  return [...oldestFirst]
    .reverse()
    .filter((consent) => maySee(consent, context))
    .map((consent) => consentView(consent, context.now));
}

const maySee = (consent: ConsentRow, { requester }: RequestContext): boolean =>
  requester.self === null ? consent.recordedByAgency === requester.agency.id : consent.clientId === requester.self;

/**
 * Puts a consent or refusal on file. Throws `CLIENT_UNKNOWN` where the requester's agency has no record of the client, and
 * `ARGUMENT_REFUSED` where a code is unknown or what it would supersede is not theirs to replace.
 */
export async function recordConsent(
  input: ConsentInput,
  store: ConsentStore,
  context: RequestContext,
): Promise<ConsentView> {
  await assertMayRecord(input.client, store, context);
  assertKnownCodes(input, context);
  await assertMaySupersede(input, store, context);
  const { requester, now } = context;
  const consent: ConsentRow = {
    id: randomUUID(),
    clientId: input.client,
    status: input.refuse ? 'refused' : 'active',
    body: bodyOf(input, now),
    recordedByAgency: requester.agency.id,
    recordedBy: requester.user,
    recordedAt: now,
    withdrawnAt: null,
    withdrawnBy: null,
    words: input.words ?? null,
    language: input.language,
  };
  await store.consents.record(consent);
  forget(input.client, context);
  return consentView(consent, now);
}

/** Withdraws a consent in one step. Withdrawing twice is no fault. Throws `CONSENT_UNKNOWN` where it is not theirs to see. */
export async function withdrawConsent(id: string, store: ConsentStore, context: RequestContext): Promise<ConsentView> {
  const found = await store.consents.find(id);
  if (!found || !maySee(found, context) || !consentRoles.has(context.requester.role))
    throw new CallerFault('CONSENT_UNKNOWN');
  const withdrawal = await store.consents.withdraw(id, context.requester.user, context.now);
  if (withdrawal.kind === 'UNKNOWN') throw new CallerFault('CONSENT_UNKNOWN');
  forget(found.clientId, context);
  return consentView(withdrawal.consent, context.now);
}

function forget(client: string, context: RequestContext): void {
  context.changed.add(client);
  context.book.forget(client);
}

async function assertMayRecord(client: string, store: ConsentStore, { requester }: RequestContext): Promise<void> {
  const own =
    requester.self === null
      ? (await store.clients.agenciesOf([client])).get(client)?.has(requester.agency.id)
      : client === requester.self;
  if (!own || !consentRoles.has(requester.role)) throw new CallerFault('CLIENT_UNKNOWN');
}

function assertKnownCodes(input: ConsentInput, { categories, partners }: RequestContext): void {
  const unknown = (given: readonly string[] | null | undefined, known: readonly string[]): readonly string[] =>
    (given ?? []).filter((code) => !known.includes(code));
  const purposes = purposeTerms.map(({ code }) => code);
  const agencies = [...partners.keys()];
  const found = [
    ...unknown(input.categories, categories).map((code) => `the category "${code}"`),
    ...unknown(input.purposes, purposes).map((code) => `the purpose "${code}"`),
    ...unknown(input.agencies, agencies).map((code) => `the agency "${code}"`),
    ...unknown(input.sources, agencies).map((code) => `the agency "${code}"`),
  ];
  if (found.length > 0) throw new CallerFault('ARGUMENT_REFUSED', `The vocabulary does not have ${found.join(', ')}.`);
  for (const [name, list] of Object.entries({
    agencies: input.agencies,
    purposes: input.purposes,
    categories: input.categories,
    sources: input.sources,
  }))
    if (list?.length === 0)
      throw new CallerFault(
        'ARGUMENT_REFUSED',
        `"${name}" is an empty list, which would mean nothing. Leave it out for any.`,
      );
  if (input.from && input.to && input.to < input.from)
    throw new CallerFault('ARGUMENT_REFUSED', `"to" (${input.to}) is before "from" (${input.from}).`);
}

async function assertMaySupersede(input: ConsentInput, store: ConsentStore, context: RequestContext): Promise<void> {
  for (const id of input.supersedes ?? []) {
    const replaced = await store.consents.find(id);
    if (replaced?.clientId !== input.client || !maySee(replaced, context)) throw new CallerFault('CONSENT_UNKNOWN');
  }
}

/** The fact as the consent rules read it: a consent in the opt-in form, or a refusal of what is named. */
function bodyOf(input: ConsentInput, now: Date): ConsentRow['body'] {
  const named = {
    ...(input.agencies && { agencies: input.agencies }),
    ...(input.purposes && { purposes: input.purposes }),
    ...(input.categories && { categories: input.categories }),
    ...(input.sources && { sources: input.sources }),
  };
  const evidence = { SIGNED: 'signed', VERBAL: 'verbal', IN_PERSON: 'in-person' }[input.evidence];
  return {
    givenBy: { person: input.client, capacity: 'self' },
    base: 'deny',
    rule: input.refuse ? named : { except: [named] },
    effective: { from: input.from ?? now.toISOString(), ...(input.to && { to: input.to }) },
    ...(input.supersedes && { supersedes: input.supersedes }),
    evidence: { kind: evidence, noticeVersion: input.noticeVersion, language: input.language },
  };
}
