import { type Announcement, announcementDigest } from '@accord/linkage/Announcement';
import { defaultSchema } from '@accord/linkage/defaultSchema';
import { schemaHash } from '@accord/linkage/schemaHash';
import { ProxyAgent } from 'undici';
import { InputFault } from '../command/InputFault.ts';
import type { Linkage, LinkageChanges, LinkageRow, Mapping } from '../mapping/Mapping.ts';
import type { SyncSettings } from '../serve/readSettings.ts';
import { announcementOf } from './announcementOf.ts';
import { assertAnnounceable } from './assertAnnounceable.ts';
import { assertGoesOn } from './assertGoesOn.ts';
import { type HubDoor, type HubState, hubDoor } from './hubDoor.ts';

/** Records in one batch. */
const batchSize = 500;

/** What came of a sync: records looked at, announced anew or changed, and taken back. */
export type SyncOutcome = Readonly<{ looked: number; announced: number; removed: number }>;

/** Called as records are looked at; `of` is null where the agency cannot say how many there are. */
export type Progress = (looked: number, of: number | null) => void;

/** Of these records, the numbers of those that the agency's own policy does not announce; the hub's are taken back. */
export type KeptBack = (rows: readonly LinkageRow[]) => Promise<ReadonlySet<string>>;

export type SyncOptions = Readonly<{
  whole?: boolean;
  progress?: Progress;
  keptBack?: KeptBack | undefined;
  /** The proxy through which the hub is reached; left out, or null where there is none. */
  proxy?: string | null;
}>;

/**
 * Announces the agency's records to the hub: of each the keys, how good the day of birth is, the worker in charge and whether it is
 * open. Names and days of birth are encoded here and stay here.
 *
 * Only what is new or different is sent: by the agency's own list of changes (`linkage.changes`) where it keeps one, else by
 * comparing digests with the hub's; records that are gone are taken back. A sync that was killed is begun anew and sends what is
 * left. Throws one sentence (`InputFault`) where the hub does not take a batch, and where the mapping gives what cannot be announced:
 * then nothing of that page is sent.
 */
export async function syncAgency(
  mapping: Mapping,
  settings: SyncSettings,
  { proxy = null, ...options }: SyncOptions = {},
): Promise<SyncOutcome> {
  const { linkage } = mapping;
  if (!linkage) return { looked: 0, announced: 0, removed: 0 };
  const dispatcher = proxy === null ? undefined : new ProxyAgent(proxy);
  try {
    return await syncWith(await hubDoor(mapping.id, settings, dispatcher), linkage, settings, options);
  } finally {
    await dispatcher?.close();
  }
}

async function syncWith(
  hub: HubDoor,
  linkage: Linkage,
  settings: SyncSettings,
  { whole = false, progress = () => {}, keptBack }: SyncOptions,
): Promise<SyncOutcome> {
  const state = await hub.state();
  const ours = schemaHash(defaultSchema);
  if (state.schemaHash !== ours)
    throw new InputFault(
      `The hub encodes by the schema ${state.schemaHash}, this program by ${ours}. Install the hub's version.`,
    );
  const announce = announcing(hub, state, settings);
  // Under a new secret every key is another: a list of changes does not name them.
  const isRolling = state.keyEpochs.next === settings.keyEpoch;
  // Nor does it name whom the policy keeps back since.
  const outcome = await (linkage.changes && !whole && !isRolling && !keptBack
    ? byChanges(linkage.changes, state, announce, progress)
    : byDigests(linkage, hub, announce, progress, keptBack));
  await announce.done();
  return outcome;
}

type Announce = Readonly<{
  /** The announcement of a record, and its digest; null where the person did not agree to linkage. */
  of: (row: LinkageRow) => Readonly<{ told: Announcement; digest: string }> | null;
  send: (records: readonly Announcement[], removed: readonly string[], cursor: string | null) => Promise<void>;
  /** Says that this sync is whole, also where nothing was new: else it would show when something is. */
  done: () => Promise<void>;
}>;

function announcing(hub: HubDoor, { participation }: HubState, { linkageSecret, keyEpoch }: SyncSettings): Announce {
  const encoding = { schemaHash: schemaHash(defaultSchema), keyEpoch };
  const takesPart = ({ consentedToLinkage }: LinkageRow): boolean =>
    participation === 'ALL' || (participation === 'CONSENTED' && consentedToLinkage === true);
  return {
    of: (row) => {
      if (!takesPart(row)) return null;
      const told = announcementOf(row, linkageSecret);
      return { told, digest: announcementDigest(told, encoding) };
    },
    done: () => hub.send({ ...encoding, records: [], removed: [], cursor: null, done: true }),
    send: (records, removed, cursor) => {
      // All that are sent were let through above.
      const consented = participation === 'CONSENTED' ? { consented: true } : {};
      return hub.send({ ...encoding, records: records.map((told) => ({ ...told, ...consented })), removed, cursor });
    },
  };
}

/** Reads all records, sends those whose digest the hub does not have, and takes back those the hub has and the agency has not. */
async function byDigests(
  linkage: Linkage,
  hub: HubDoor,
  announce: Announce,
  progress: Progress,
  keptBack: KeptBack = async () => new Set(),
): Promise<SyncOutcome> {
  const known = await hub.digests();
  const of = (await linkage.count?.()) ?? null;
  let [looked, announced] = [0, 0];
  let waiting: Announcement[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await announce.send(waiting, [], null);
    announced += waiting.length;
    waiting = [];
  };
  for (let after: string | null = null; ; ) {
    const rows: readonly LinkageRow[] = await linkage.page(after, batchSize);
    assertAnnounceable(rows);
    assertGoesOn(rows, after);
    const kept = rows.length > 0 ? await keptBack(rows) : new Set();
    for (const row of rows) {
      looked += 1;
      if (kept.has(String(row.number))) continue;
      const record = announce.of(row);
      if (record === null) continue;
      if (known.get(record.told.number) !== record.digest) waiting.push(record.told);
      known.delete(record.told.number);
      if (waiting.length === batchSize) await flush();
    }
    progress(looked, of);
    const last = rows.at(-1);
    if (!last) break;
    after = String(last.number);
  }
  await flush();
  const gone = [...known.keys()];
  for (let from = 0; from < gone.length; from += batchSize)
    await announce.send([], gone.slice(from, from + batchSize), null);
  return { looked, announced, removed: gone.length };
}

/** Reads what changed since the hub's last batch, by the agency's own list; the place in it goes with each batch. */
async function byChanges(
  changes: LinkageChanges,
  { cursor }: HubState,
  announce: Announce,
  progress: Progress,
): Promise<SyncOutcome> {
  let [looked, announced, removed] = [0, 0, 0];
  for (let from = cursor; ; ) {
    const page = await changes(from, batchSize);
    assertAnnounceable(page.rows);
    const told = page.rows.map((row) => ({ row, record: announce.of(row) }));
    const gone = [
      ...page.removed.map(String),
      ...told.flatMap(({ row, record }) => (record ? [] : [String(row.number)])),
    ];
    const records = told.flatMap(({ record }) => (record ? [record.told] : []));
    looked += page.rows.length + page.removed.length;
    if (page.rows.length + page.removed.length > 0) await announce.send(records, gone, page.cursor);
    announced += records.length;
    removed += gone.length;
    progress(looked, null);
    if (page.rows.length + page.removed.length === 0 || page.cursor === from) break;
    from = page.cursor;
  }
  return { looked, announced, removed };
}
