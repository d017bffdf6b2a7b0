import type { Profile } from '@accord/consent/Profile';
import type { Requester } from '../identity/Requester.ts';
import type { Clients, GlassNotToBeTold, OpenedClient } from '../store/clients.ts';
import type { LedgerEntry } from '../store/LedgerEntry.ts';
import { peopleWorkedWith, viewerOf } from './decideRelease.ts';
import { factsOf } from './factsOf.ts';
import { keptFromPerson } from './keptFromPerson.ts';
import { type Held, hidesAll, tellingOf } from './tellingOf.ts';
import { unreadByThem } from './unreadByThem.ts';

/** A disclosure that the requester may see, with the client's file in which to look up its grounds. */
export type VisibleDisclosure = Readonly<{
  entry: LedgerEntry;
  client: OpenedClient;
  /**
   * The agency it was disclosed to; null if it was the person themself: through which agency they signed in is for nobody else to
   * know.
   */
  toldTo: string | null;
}>;

export type Judging = Readonly<{ requester: Requester; now: Date; profile: Profile }>;

/**
 * Returns those of these entries that may be shown to the requester, in order.
 *
 * That somebody asked is itself data: SERVICE_USE held by the agency that asked, derived from the categories that were disclosed.
 * So what hides those hides the entry. An agency sees every request for its own records unless a block stands against that. The
 * person themself sees what `decide` lets them see, except what the profile keeps from them (`keptFromPerson`, `unreadByThem`) and emergency access
 * that was marked as not safe to tell them of (order 5, `NOTIFY_CLIENT_IF_SAFE`). Other people's entries are left out.
 */
export async function visibleDisclosures(
  entries: readonly LedgerEntry[],
  store: Pick<Clients, 'open' | 'agenciesOf' | 'survivorOf' | 'ownersOf' | 'notToBeTold'>,
  judging: Judging,
): Promise<readonly VisibleDisclosure[]> {
  const { requester, profile, now } = judging;
  const handles = [...new Set(entries.map(({ handle }) => handle))];
  const owners = new Map((await store.ownersOf(handles)).map(({ handle, client }) => [handle, client]));
  /** Whose record it is now: it may have been separated from the file in which it was disclosed. */
  const whose = ({ handle, clientId }: LedgerEntry): string => owners.get(handle) ?? clientId;
  const clients = await store.open([...new Set(entries.map(whose))]);
  // Facts that cannot be read are reported when that person is opened; here the person is left out.
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
          [...new Set([...clients.map(({ id }) => id), ...entries.map(({ clientId }) => clientId)])],
          [...new Set(entries.flatMap(({ basis }) => basis))],
        );
  return entries.flatMap((whole) => {
    const file = files.get(whose(whole));
    if (!file || !isTheirs(whole, file.client, requester)) return [];
    if (requester.self !== null && file.known.closingRoles.some((role) => isKept(whole, role))) return [];
    if (notToBeTold.some((glass) => tellsOf(whole, file.client, glass))) return [];
    const entry = requester.self === null ? whole : readable(whole, unreadByThem(file.known.closingRoles, profile));
    if (!entry) return [];
    return heldBy(whole, file.client).every((held) => {
      const telling = tellingOf(held, file.known, viewer, { purpose: requester.purpose, now, profile });
      return telling.effect === 'permit' || (requester.self === null && !hidesAll.has(telling.reason));
    })
      ? [{ entry, client: file.client, toldTo: isOwnAsking(entry) ? null : entry.requesterAgency }]
      : [];
  });
}

/** An entry without what the person may not read of it; undefined if that was all it told. */
function readable(entry: LedgerEntry, unread: ReadonlySet<string>): LedgerEntry | undefined {
  if (unread.size === 0) return entry;
  const categories = entry.categories.filter((category) => !unread.has(category));
  return categories.length > 0 || entry.categories.length === 0 ? { ...entry, categories } : undefined;
}

const isTheirs = (entry: LedgerEntry, { id }: OpenedClient, { self, agency }: Requester): boolean =>
  self === null ? entry.agencyId === agency.id : id === self;

/**
 * True if an entry reveals this emergency access: it rests on it, or is another look by the same worker for its purpose, which reveals as
 * much. Access to two files that were one stays with one of them, but was about both: an entry keeps the file it was made in.
 */
const tellsOf = (
  { requester, requesterAgency, purpose, basis, clientId }: LedgerEntry,
  { id }: OpenedClient,
  glass: GlassNotToBeTold,
): boolean =>
  basis.includes(glass.id) ||
  ((id === glass.clientId || clientId === glass.clientId) &&
    requester === glass.brokenBy &&
    requesterAgency === glass.agencyId &&
    purpose === glass.purpose &&
    !basis.includes('BREAK_GLASS'));

/** True if the person themself asked, so that nothing was disclosed to an agency. */
const isOwnAsking = ({ role }: LedgerEntry): boolean => role === 'CLIENT';

/** What the entry discloses: the record that was asked for, and that the agency that asked knows the person. */
function heldBy(entry: LedgerEntry, client: OpenedClient): readonly Held[] {
  if (isOwnAsking(entry)) return [{ source: entry.agencyId, record: entry.handle, derivedFrom: entry.categories }];
  const atRequester = client.records.filter(({ agencyId }) => agencyId === entry.requesterAgency);
  const handles = atRequester.length > 0 ? atRequester.map(({ handle }) => handle) : [entry.handle];
  return [
    { source: entry.agencyId, record: entry.handle, derivedFrom: entry.categories },
    ...handles.map((record) => ({ source: entry.requesterAgency, record, derivedFrom: entry.categories })),
  ];
}
