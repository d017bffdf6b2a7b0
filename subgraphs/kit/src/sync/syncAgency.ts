import { type Announcement, announcementDigest } from '@accord/linkage/Announcement';
import { defaultSchema } from '@accord/linkage/defaultSchema';
import { schemaHash } from '@accord/linkage/schemaHash';
import { secretCheck } from '@accord/linkage/secretCheck';
import { ProxyAgent } from 'undici';
import { InputFault } from '../command/InputFault.ts';
import type { Linkage, LinkageChanges, LinkageRow, Mapping } from '../mapping/Mapping.ts';
import type { SyncSettings } from '../serve/readSettings.ts';
import { announcementOf } from './announcementOf.ts';
import { assertAnnounceable } from './assertAnnounceable.ts';
import { assertGoesOn } from './assertGoesOn.ts';
import { assertSameSecret } from './assertSameSecret.ts';
import { type HubDoor, type HubState, hubDoor } from './hubDoor.ts';

/** Records in one batch. */
const batchSize = 500;
/** Bytes of records in one batch: a hub takes 1 MiB, and people who have many names are long. */
const batchBytes = 768 * 1024;
/** Where the hub has no more records than this, most of them may be gone. */
const fewRecords = 10;

/** What came of a sync: records looked at, announced anew or changed, and taken back. */
export type SyncOutcome = Readonly<{ looked: number; announced: number; removed: number }>;

/** Called as records are looked at; `of` is null where the agency cannot say how many there are. */
export type Progress = (looked: number, of: number | null) => void;

/** Of these records, the numbers of those that the agency's own policy does not announce; the hub's are taken back. */
export type KeptBack = (rows: readonly LinkageRow[]) => Promise<ReadonlySet<string>>;

export type SyncOptions = Readonly<{
  whole?: boolean;
  /** Takes back what is gone also where it is most of what the hub has. */
  takeBackMost?: boolean;
  progress?: Progress;
  /** Told, one sentence, what somebody has to look at though the sync goes on. */
  warn?: (sentence: string) => void;
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
 * left. Throws one sentence (`InputFault`) where most other agencies have another secret, where the hub does not take a batch, where the mapping gives what cannot be announced (then
 * nothing of that page is sent), and where most of what the hub has would be taken back.
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
    const hub = await hubDoor(mapping.id, settings, dispatcher);
    const read = { linkage, unread: unreadBy(mapping, linkage), onFile: onFileIn(mapping) };
    return await syncWith(hub, read, settings, options);
  } finally {
    await dispatcher?.close();
  }
}

/** Where an extract had rows that could not be read and its linkage does not say whose, nobody can say which records are not gone. */
const unreadBy =
  ({ extract }: Mapping, linkage: Linkage): Unread =>
  async () => {
    if (linkage.unread) return linkage.unread();
    return (extract?.().leftOut ?? 0) > 0 ? null : [];
  };

/** Of these numbers, those that are on file. */
const onFileIn =
  ({ records }: Mapping): OnFile =>
  async (numbers) => {
    const batch = { now: new Date() };
    const found = await Promise.all(
      numbers.map(async (number) => ({ number, rows: await records.rowsOf(number, batch) })),
    );
    return found.filter(({ rows }) => rows.length > 0).map(({ number }) => number);
  };

type Unread = NonNullable<Linkage['unread']>;
type OnFile = (numbers: readonly string[]) => Promise<readonly string[]>;
type Read = Readonly<{ linkage: Linkage; unread: Unread; onFile: OnFile }>;

async function syncWith(
  hub: HubDoor,
  read: Read,
  settings: SyncSettings,
  { whole = false, takeBackMost = false, progress = () => {}, warn = () => {}, keptBack }: SyncOptions,
): Promise<SyncOutcome> {
  const { linkage } = read;
  const { keyEpoch } = settings;
  const check = secretCheck(settings.linkageSecret);
  const state = await hub.state(check === null ? null : { keyEpoch, secretCheck: check });
  const ours = schemaHash(defaultSchema);
  if (state.schemaHash !== ours)
    throw new InputFault(
      `The hub encodes with the schema ${state.schemaHash}, this program with ${ours}. Install the kit's version that goes with the hub.`,
    );
  const amiss = assertSameSecret(state, keyEpoch);
  if (amiss !== null) warn(amiss);
  const announce = announcing(hub, state, settings);
  // Under a new secret every key is another: a list of changes does not name them.
  const isRolling = state.keyEpochs.next === keyEpoch;
  // Nor does it name whom the policy keeps back since.
  const outcome = await (linkage.changes && !whole && !isRolling && !keptBack
    ? byChanges({ changes: linkage.changes, onFile: read.onFile }, state, announce, progress)
    : byDigests(read, hub, announce, { progress, takeBackMost, warn, keptBack }));
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
    send: async (records, removed, cursor) => {
      // All that are sent were let through above.
      const consented = participation === 'CONSENTED' ? { consented: true } : {};
      const parts = inParts(records.map((told) => ({ ...told, ...consented })));
      const last = parts.pop() ?? [];
      // What is removed, and how far the list of changes was read, counts when all of it is there.
      for (const part of parts) await hub.send({ ...encoding, records: part, removed: [], cursor: null });
      await hub.send({ ...encoding, records: last, removed, cursor });
    },
  };
}

/** In their order, no part longer than a hub takes. */
function inParts<Row extends object>(records: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  let room = 0;
  for (const record of records) {
    const bytes = Buffer.byteLength(JSON.stringify(record));
    if (bytes > room) {
      parts.push([]);
      room = batchBytes;
    }
    parts.at(-1)?.push(record);
    room -= bytes;
  }
  return parts;
}

/**
 * Reads all records, sends those whose digest the hub does not have, and takes back those the hub has and the agency has not.
 *
 * Records that could not be read are not gone. Where most of what the hub has would be, it looks as if an extract was cut off, or the
 * database was another one: then nothing is taken back unless somebody says so.
 */
async function byDigests(
  { linkage, unread, onFile }: Read,
  hub: HubDoor,
  announce: Announce,
  { progress, takeBackMost, warn, keptBack = async () => new Set() }: ByDigests,
): Promise<SyncOutcome> {
  const known = await hub.digests();
  const held = known.size;
  // The extract may be replaced between two pages.
  const notRead = [await unread()];
  /** On file, and announced no longer: the policy or the person does not want it. */
  const withdrawn: string[] = [];
  const of = (await linkage.count?.()) ?? null;
  // Of two rows of one record each would be new beside the other, every time.
  const [seen, often] = [new Set<string>(), new Set<string>()];
  let [looked, announced, notOnFile] = [0, 0, 0];
  let waiting: Announcement[] = [];
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) {
      notOnFile += waiting.length - (await onFile(waiting.map(({ number }) => number))).length;
      await announce.send(waiting, [], null);
    }
    announced += waiting.length;
    waiting = [];
  };
  const takeBack = async (gone: readonly string[]): Promise<void> => {
    for (let from = 0; from < gone.length; from += batchSize)
      await announce.send([], gone.slice(from, from + batchSize), null);
  };
  for (let after: string | null = null; ; ) {
    const rows: readonly LinkageRow[] = await linkage.page(after, batchSize);
    assertAnnounceable(rows);
    assertGoesOn(rows, after);
    const kept = rows.length > 0 ? await keptBack(rows) : new Set();
    for (const row of rows) {
      const number = String(row.number);
      if (seen.has(number)) {
        often.add(number);
        continue;
      }
      seen.add(number);
      looked += 1;
      const record = kept.has(number) ? null : announce.of(row);
      if (record === null) {
        if (known.delete(number)) withdrawn.push(number);
        continue;
      }
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
  if (often.size > 0) warn(oftenGiven(often.size));
  if (notOnFile > 0) warn(announcedInVain(notOnFile));
  await takeBack(withdrawn);
  notRead.push(await unread());
  const missing = goneOf(known, notRead);
  if (missing.length > held / 2 && held > fewRecords && !takeBackMost)
    throw new InputFault(
      `The hub has ${held} records, and ${missing.length} of them are not among the ${looked} that were read, so none was taken back. ` +
        'Check that this is the right database or extract, and complete. If the records really are gone, run "accord-agency sync --take-back-most".',
    );
  await takeBack(missing);
  return { looked, announced, removed: withdrawn.length + missing.length };
}

type ByDigests = Readonly<{
  progress: Progress;
  takeBackMost: boolean;
  warn: (sentence: string) => void;
  keptBack: KeptBack | undefined;
}>;

const announcedInVain = (count: number): string =>
  `${count} of the announced records ${count === 1 ? 'is' : 'are'} not on file according to "records" in the mapping, so nothing of them is told, alerts included. ` +
  'Run "accord-agency check".';

const oftenGiven = (count: number): string =>
  `Linkage gives ${count} ${count === 1 ? 'record' : 'records'} more than once; only the first row of each was announced. ` +
  'Give one row a record: the other rows that a join brings may be about somebody else.';

/** Of what no page had, what can be told to be gone. */
function goneOf(
  known: ReadonlyMap<string, string | null>,
  notRead: readonly Awaited<ReturnType<Unread>>[],
): readonly string[] {
  if (notRead.includes(null)) return [];
  const onFile = new Set(notRead.flatMap((numbers) => numbers ?? []).map(String));
  return [...known.keys()].filter((number) => !onFile.has(number));
}

/**
 * Reads what changed since the hub's last batch, by the agency's own list; the place in it goes with each batch.
 *
 * Which of two changes of one record came last a page does not say: of one that it has as there and as gone, the records say it. Throws
 * where a full page ends at the place where it began, since what comes after it would never be read.
 */
async function byChanges(
  { changes, onFile }: Readonly<{ changes: LinkageChanges; onFile: OnFile }>,
  { cursor }: HubState,
  announce: Announce,
  progress: Progress,
): Promise<SyncOutcome> {
  let [looked, announced, removed] = [0, 0, 0];
  for (let from = cursor; ; ) {
    const page = await changes(from, batchSize);
    assertAnnounceable(page.rows);
    const removedNow = new Set(page.removed.map(String));
    const both = page.rows.map(({ number }) => String(number)).filter((number) => removedNow.has(number));
    for (const number of await onFile(both)) removedNow.delete(number);
    const rows = page.rows.filter(({ number }) => !removedNow.has(String(number)));
    const told = rows.map((row) => ({ row, record: announce.of(row) }));
    const gone = [...removedNow, ...told.flatMap(({ row, record }) => (record ? [] : [String(row.number)]))];
    const records = told.flatMap(({ record }) => (record ? [record.told] : []));
    looked += page.rows.length + page.removed.length;
    if (page.rows.length + page.removed.length > 0) await announce.send(records, gone, page.cursor);
    announced += records.length;
    removed += gone.length;
    progress(looked, null);
    if (page.cursor === from && page.rows.length + page.removed.length >= batchSize)
      throw new InputFault(
        'A full page of linkage "changes" ends at the place where it began, so the changes after it would never be read. ' +
          'Use a place that no two changes share, such as a sequence number.',
      );
    if (page.rows.length + page.removed.length === 0 || page.cursor === from) break;
    from = page.cursor;
  }
  return { looked, announced, removed };
}
