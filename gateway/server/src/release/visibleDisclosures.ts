import type { Profile } from '@accord/consent/Profile';
import type { Requester } from '../identity/Requester.ts';
import type { Clients, GlassNotToBeTold, OpenedClient } from '../store/clients.ts';
import type { LedgerEntry } from '../store/LedgerEntry.ts';
import { peopleWorkedWith, viewerOf } from './decideRelease.ts';
import { factsOf } from './factsOf.ts';
import { keptFromPerson } from './keptFromPerson.ts';
import { type Held, hidesAll, tellingOf } from './tellingOf.ts';

/** A disclosure the requester may see, with the client's file that its grounds are looked up in. */
export type VisibleDisclosure = Readonly<{
  entry: LedgerEntry;
  client: OpenedClient;
  /** The agency that was told; null where it was the person themself: through which agency they signed in is nobody else's to know. */
  toldTo: string | null;
}>;

export type Judging = Readonly<{ requester: Requester; now: Date; profile: Profile }>;

/**
 * Of these entries, those that may be told to the requester, in their order.
 *
 * That somebody asked is itself a datum: SERVICE_USE held by the agency that asked, derived from the kinds that were told. So
 * what hides those hides the entry. An agency sees every request for its own records unless a block stands against that. The
 * person themself sees what `decide` lets them see, but nothing that the profile keeps from the person (`keptFromPerson`), nor emergency
 * access of which it was said that it is not safe to tell them (order 5, `NOTIFY_CLIENT_IF_SAFE`).
 * Entries of whoever else it may be are left out.
 */
export async function visibleDisclosures(
  entries: readonly LedgerEntry[],
  store: Pick<Clients, 'open' | 'agenciesOf' | 'survivorOf' | 'ownersOf' | 'notToBeTold'>,
  judging: Judging,
): Promise<readonly VisibleDisclosure[]> {
  const { requester, profile, now } = judging;
  const handles = [...new Set(entries.map(({ handle }) => handle))];
  const owners = new Map((await store.ownersOf(handles)).map(({ handle, client }) => [handle, client]));
  /** Whose the record is now: it may have been taken out of the file in which it was told of. */
  const whose = ({ handle, clientId }: LedgerEntry): string => owners.get(handle) ?? clientId;
  const clients = await store.open([...new Set(entries.map(whose))]);
  // Whoever's facts cannot be read is told of when they are opened themselves; here they are left out.
  const unreadable = (): void => {};
  const files = new Map(
    clients.flatMap((client) => {
      const known = factsOf(client, { profile, now, unreadable });
      return known ? [[client.asked, { client, known }] as const] : [];
    }),
  );
  const worksWith = await peopleWorkedWith(
    [...files.values()].map(({ known }) => known),
    store,
    requester,
  );
  const viewer = viewerOf(requester, worksWith);
  const isKept = keptFromPerson(profile);
  const notToBeTold =
    requester.self === null
      ? []
      : await store.notToBeTold(
          clients.map(({ id }) => id),
          entries.flatMap(({ basis }) => basis),
        );
  return entries.flatMap((entry) => {
    const file = files.get(whose(entry));
    if (!file || !isTheirs(entry, file.client, requester)) return [];
    if (requester.self !== null && isKept(entry, file.known.closingRole)) return [];
    if (notToBeTold.some((glass) => tellsOf(entry, file.client, glass))) return [];
    return heldBy(entry, file.client).every((held) => {
      const telling = tellingOf(held, file.known, viewer, { purpose: requester.purpose, now, profile });
      return telling.effect === 'permit' || (requester.self === null && !hidesAll.has(telling.reason));
    })
      ? [{ entry, client: file.client, toldTo: isOwnAsking(entry) ? null : entry.requesterAgency }]
      : [];
  });
}

const isTheirs = (entry: LedgerEntry, { id }: OpenedClient, { self, agency }: Requester): boolean =>
  self === null ? entry.agencyId === agency.id : id === self;

/** Whether an entry tells of this emergency access: it rests on it, or is another look of the same worker's for its purpose, which says as much. */
const tellsOf = (
  { requester, requesterAgency, purpose, basis }: LedgerEntry,
  { id }: OpenedClient,
  glass: GlassNotToBeTold,
): boolean =>
  basis.includes(glass.id) ||
  (id === glass.clientId &&
    requester === glass.brokenBy &&
    requesterAgency === glass.agencyId &&
    purpose === glass.purpose &&
    !basis.includes('BREAK_GLASS'));

/** Whether the person themself asked, and no agency was told. */
const isOwnAsking = ({ role }: LedgerEntry): boolean => role === 'CLIENT';

/** What the entry tells of: the record that was asked for, and that the agency that asked knows the person. */
function heldBy(entry: LedgerEntry, client: OpenedClient): readonly Held[] {
  if (isOwnAsking(entry)) return [{ source: entry.agencyId, record: entry.handle, derivedFrom: entry.categories }];
  const atRequester = client.records.filter(({ agencyId }) => agencyId === entry.requesterAgency);
  const handles = atRequester.length > 0 ? atRequester.map(({ handle }) => handle) : [entry.handle];
  return [
    { source: entry.agencyId, record: entry.handle, derivedFrom: entry.categories },
    ...handles.map((record) => ({ source: entry.requesterAgency, record, derivedFrom: entry.categories })),
  ];
}
