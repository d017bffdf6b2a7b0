import { randomUUID } from 'node:crypto';
import type { Profile } from '@accord/consent/Profile';
import type { ConsentRequestInput } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import { peopleWorkedWith, viewerOf } from '../release/decideRelease.ts';
import { factsOf } from '../release/factsOf.ts';
import { tellingOf } from '../release/tellingOf.ts';
import type { LinkedRecord, OpenedClient } from '../store/clients.ts';
import type { RequestRow } from '../store/requests.ts';
import type { Store } from '../store/Store.ts';
import { assertCodes } from './checkedInput.ts';
import { assertMayDo } from './mayDo.ts';
import { newNotices } from './newNotices.ts';

/** What is needed to send requests. */
export type RequestParts = Readonly<{ store: Pick<Store, 'clients' | 'requests'>; profile: Profile }>;

/**
 * Asks the client's own workers, at every agency that may know that this one works with the client, to talk with the client about
 * a consent. Throws `CLIENT_UNKNOWN` if the requester may not know of the client. Does not disclose whom it reached.
 */
export async function requestConsent(
  input: ConsentRequestInput,
  { store, profile }: RequestParts,
  context: RequestContext,
): Promise<void> {
  const { requester, now } = context;
  assertMayDo('requestConsent', requester);
  const { purposes, categories } = input;
  assertCodes({ purposes, categories }, { purposes: profile.purposes, categories: profile.categories });
  if ((await context.book.open(input.client)) === null) throw new CallerFault('CLIENT_UNKNOWN');
  const [client] = await store.clients.open([input.client]);
  if (!client) throw new CallerFault('CLIENT_UNKNOWN');
  const request: RequestRow = {
    ...{ id: randomUUID(), clientId: client.id, agencyId: requester.agency.id, askedBy: requester.user, at: now },
    ...{ purposes: purposes ?? [], categories: categories ?? [] },
  };
  const reached = await recordsReached(client, { store, profile }, context);
  const workers = await store.clients.workersOf(reached.map(({ handle }) => handle));
  await store.requests.add(
    request,
    newNotices(
      { kind: 'CONSENT_REQUESTED', aboutId: request.id, clientId: client.id, at: now },
      // If nobody is in charge of the record, whoever leads there.
      reached.map(({ handle, agencyId }) => ({ agencyId, reader: workers.get(handle) ?? null })),
    ).filter(({ agencyId, reader }) => !(agencyId === requester.agency.id && reader === requester.user)),
  );
  context.changed.add(client.id);
}

/**
 * Returns the records whose workers get the request: those that the requester knows of, whose workers thereby learn of the
 * requester; and those of agencies that may know anyway that the requester's agency works with the client. Blocks and refusals
 * are applied when the notice is read (`notices.ts`).
 */
async function recordsReached(
  client: OpenedClient,
  { store, profile }: RequestParts,
  context: RequestContext,
): Promise<readonly LinkedRecord[]> {
  const { requester, partners, book, now } = context;
  const known = factsOf(client, { now, profile, unreadable: () => {} });
  if (!known) return [];
  const own = client.records.filter(({ agencyId }) => agencyId === requester.agency.id);
  const reached: LinkedRecord[] = [];
  for (const record of client.records) {
    const agency = partners.get(record.agencyId);
    if (agency?.state !== 'ACTIVE') continue;
    const reader = { ...requester, agency, user: '', volunteer: false, self: null };
    const viewer = viewerOf(reader, await peopleWorkedWith([known], store.clients, reader));
    const mayKnow = own.some(({ handle }) => {
      const held = { source: requester.agency.id, record: handle, derivedFrom: [] };
      return tellingOf(held, known, viewer, { purpose: requester.purpose, now, profile }).effect === 'permit';
    });
    if (book.record(record.handle) || mayKnow) reached.push(record);
  }
  return reached;
}

/** The request as the people it reached see it. */
export const requestView = (row: RequestRow, { partners }: RequestContext) => ({
  ...{ id: row.id, client: { id: row.clientId }, agency: partners.get(row.agencyId) ?? null },
  ...{ askedBy: row.askedBy, at: row.at.toISOString() },
  purposes: row.purposes.length > 0 ? row.purposes : null,
  categories: row.categories.length > 0 ? row.categories : null,
});
