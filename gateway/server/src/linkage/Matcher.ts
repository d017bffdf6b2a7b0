import { bandOf } from '@accord/matching/bandOf';
import { clustersOf } from '@accord/matching/clustersOf';
import { defaultCalibration } from '@accord/matching/defaultCalibration';
import { bitsIn } from '@accord/matching/diceOf';
import type { Encoding } from '@accord/matching/Encoding';
import { explain } from '@accord/matching/explain';
import { type Decision, pairOf } from '@accord/matching/Facts';
import { FilterStore } from '@accord/matching/FilterStore';
import { scoreOf } from '@accord/matching/scoreOf';
import { type Thresholds, thresholdsFor } from '@accord/matching/thresholdsFor';
import type { Compared, EncodedRecord, PairRow, RecordFilters } from '../store/pairs.ts';
import type { Store } from '../store/Store.ts';

/** Records to compare at a time, and records to read into memory at a time. */
const [compareAtOnce, readAtOnce] = [200, 10_000];
/** Candidates to look into for each filter of a record. */
const mostCandidates = 50;
const filterBytes = 128;

/**
 * How much of what was typed a record must contain to be found. Measured on invented people: 95 of 100 of those sought contain
 * .91 of it.
 */
const mostHeld = 0.8;
/** Most bits that a record's filter may have, of 1,024; most records to look at for one search. */
const [mostBits, mostFound] = [700, 2_000];

/** The filters of one key epoch. Filters of different epochs cannot be compared. */
type Filters = Readonly<{ store: FilterStore; handles: string[]; slots: Map<string, readonly number[]> }>;

export type MatcherParts = Readonly<{
  store: Pick<Store, 'pairs' | 'links' | 'clients'>;
  clock: () => Date;
  /** True if pairs of the automatic band are linked without asking anybody. */
  automatically: boolean;
}>;

/** Comparing and finding, in this process or another. */
export type Matching = Pick<Matcher, 'run' | 'search' | 'idle'>;

/**
 * Compares records whose keys are new with all earlier ones, and puts pairs on file for review. If the partnership wants it so,
 * pairs of the automatic band are linked.
 *
 * The filters are kept in memory (some 134 bytes each): read from the database first, then as they change. How far comparing got
 * is on file with the pairs it found, so a kill loses nothing. Only one replica compares at a time.
 */
export class Matcher {
  readonly #parts: MatcherParts;
  readonly #epochs = new Map<number, Filters>();
  #read = 0;
  #running: Promise<void> | undefined;

  constructor(parts: MatcherParts) {
    this.#parts = parts;
  }

  /** Compares what waits. Only one run at a time: a caller who asks during one waits for a run that begins after they asked. */
  async run(): Promise<void> {
    const before = this.#running;
    const running = (async () => {
      await before?.catch(() => undefined);
      await this.#parts.store.pairs.alone(() => this.#compareAll());
    })();
    this.#running = running;
    await running;
  }

  /**
   * Returns records whose filters contain most of what a worker typed, and how much of it each contains: what was not typed does
   * not count against a record. Reads what is new first. The filter is compared and forgotten.
   */
  async search(clk: Uint8Array): Promise<ReadonlyMap<string, number>> {
    await this.#readTo(Number.POSITIVE_INFINITY);
    const bits = countBits(clk);
    if (bits === 0) return new Map();
    // The lowest Dice coefficient of a record with the most bits that contains that much of the query.
    const threshold = (2 * mostHeld * bits) / (bits + mostBits);
    const found = new Map<string, number>();
    for (const { store, handles } of this.#epochs.values())
      for (const { slot, dice } of store.best(clk, threshold, mostFound)) {
        const held = (dice * (bits + countBits(store.filterAt(slot)))) / 2 / bits;
        const handle = handles[slot] ?? '';
        if (held >= mostHeld) found.set(handle, Math.max(held, found.get(handle) ?? 0));
      }
    return found;
  }

  /** Resolves when nothing runs any more. */
  async idle(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }

  async #compareAll(): Promise<void> {
    const { pairs } = this.#parts.store;
    for (;;) {
      const waiting = await pairs.encodedAfter(await pairs.comparedTo(), compareAtOnce);
      const last = waiting.at(-1);
      if (!last) return;
      await this.#readTo(last.seq);
      const { alike, apart } = await this.#pairsOf(waiting);
      // Two new records in the same batch find each other twice.
      const once = new Map(alike.map((pair) => [`${pair.one} ${pair.other}`, pair]));
      await pairs.put({ alike: [...once.values()], apart }, last.seq, this.#parts.clock());
      if (this.#parts.automatically) await this.#linkAlike(waiting.map(({ handle }) => handle));
    }
  }

  async #readTo(seq: number): Promise<void> {
    while (this.#read < seq) {
      const rows = await this.#parts.store.pairs.filtersAfter(this.#read, readAtOnce);
      for (const row of rows) this.#remember(row);
      const last = rows.at(-1);
      if (!last) return;
      this.#read = Math.max(this.#read, last.seq);
    }
  }

  #remember(record: RecordFilters): void {
    for (const { store, slots } of this.#epochs.values()) {
      for (const slot of slots.get(record.handle) ?? []) store.remove(slot);
      slots.delete(record.handle);
    }
    const known = this.#epochs.get(record.keyEpoch) ?? { store: new FilterStore(), handles: [], slots: new Map() };
    this.#epochs.set(record.keyEpoch, known);
    const slots = filtersOf(record).map((filter) => known.store.add(filter));
    for (const slot of slots) known.handles[slot] = record.handle;
    known.slots.set(record.handle, slots);
  }

  /** Returns the pairs that these records belong to: those that are alike, and those on file that no longer are. */
  async #pairsOf(records: readonly EncodedRecord[]): Promise<Compared> {
    const { pairs } = this.#parts.store;
    const near = new Map<EncodedRecord, ReadonlySet<string>>();
    for (const record of records) {
      near.set(record, new Set(this.#near(record)));
      // Lets other work run between two records.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const bySlk = await pairs.withSlk(records.flatMap(({ slk }) => slk ?? []));
    const onFile = await pairs.onFileWith(records.map(({ handle }) => handle));
    const candidates = records.map((record) => ({
      record,
      handles: new Set([
        ...(near.get(record) ?? []),
        ...(bySlk.get(`${record.keyEpoch} ${record.slk}`) ?? []),
        ...(onFile.get(record.handle) ?? []),
      ]),
    }));
    const wanted = new Set(candidates.flatMap(({ handles }) => [...handles]));
    const known = new Map((await pairs.encodingsOf([...wanted])).map((one) => [one.handle, one]));
    const judged = candidates.flatMap(({ record, handles }) =>
      [...handles].flatMap((handle) => {
        const other = known.get(handle);
        if (!other || handle === record.handle || other.keyEpoch !== record.keyEpoch) return [];
        return [this.#judged(record, other)];
      }),
    );
    return {
      alike: judged.flatMap(({ pair, band }) => (band === 'DIFFERENT' ? [] : [{ ...pair, band }])),
      apart: judged.flatMap(({ pair, isApart }) =>
        isApart && (onFile.get(pair.one) ?? onFile.get(pair.other)) ? [{ ...pair, band: 'REVIEW' as const }] : [],
      ),
    };
  }

  /** Returns handles of records whose filters are near enough to ask about. */
  #near(record: EncodedRecord): readonly string[] {
    const known = this.#epochs.get(record.keyEpoch);
    if (!known) return [];
    const { review } = this.#thresholds(record);
    return filtersOf(record)
      .flatMap((filter) => known.store.best(filter, review, mostCandidates))
      .map(({ slot }) => known.handles[slot] ?? '');
  }

  #thresholds(record: EncodedRecord): Thresholds {
    const stored = this.#epochs.get(record.keyEpoch)?.store.size ?? 0;
    return thresholdsFor(defaultCalibration, Math.max(1, stored * filtersOf(record).length));
  }

  #judged(record: EncodedRecord, other: EncodedRecord) {
    const score = scoreOf(encodingOf(record), encodingOf(other));
    const band = bandOf(score, this.#thresholds(record));
    const [one, theOther] = pairOf(record.handle, other.handle);
    const dice = Math.max(score.dice, score.aliasDice ?? 0);
    // Two records of one agency are never merged without asking: there may be two on purpose.
    const asked = band === 'AUTOMATIC' && record.agencyId === other.agencyId ? 'REVIEW' : band;
    // The other record, having fewer names, may have found this one.
    const isApart = band === 'DIFFERENT' && bandOf(score, this.#thresholds(other)) === 'DIFFERENT';
    return { pair: { one, other: theOther, dice, reasons: explain(score) }, band: asked, isApart };
  }

  /** Merges the files of records that the clusters put together, unless somebody said otherwise; the oldest id stays. */
  async #linkAlike(handles: readonly string[]): Promise<void> {
    const { pairs, links } = this.#parts.store;
    const word = { by: 'hub', reason: 'Their encoded keys are almost identical.', at: this.#parts.clock() };
    for (const cluster of clustersIn(await pairs.hangingTogether(handles))) {
      const clients = [...new Set((await pairs.encodingsOf(cluster)).flatMap(({ clientId }) => clientId ?? []))];
      await links.mergeAll(clients, word);
    }
  }
}

/** Returns groups of handles that are one person by their files, automatic links and what people said. */
function clustersIn(rows: readonly PairRow[]): readonly (readonly string[])[] {
  const standing = rows.filter(({ oneAgency, otherAgency }) => oneAgency !== null && otherAgency !== null);
  const agencies = new Map(
    standing.flatMap((row) => [
      [row.one, row.oneAgency ?? ''],
      [row.other, row.otherAgency ?? ''],
    ]),
  );
  const { clusters } = clustersOf({
    records: [...agencies].map(([id, agency]) => ({ id, agency })),
    links: standing
      .filter(({ band, reopenedAt }) => band === 'AUTOMATIC' && reopenedAt === null)
      .map(({ one, other, dice }) => ({ pair: pairOf(one, other), dice })),
    decisions: standing.flatMap((row, order): readonly Decision[] => {
      const words = [row.oneWord, row.otherWord];
      const pair = pairOf(row.one, row.other);
      if (words.includes('DIFFERENT')) return [{ pair, verdict: 'DENIED', order }];
      // Records that are already in one file come first: anybody who is to join them has to fit them all.
      const areOne = row.oneClient !== null && row.oneClient === row.otherClient;
      return areOne || words.every((word) => word === 'SAME') ? [{ pair, verdict: 'CONFIRMED', order }] : [];
    }),
  });
  return clusters.filter(({ length }) => length > 1);
}

function filtersOf({ clk, aliases }: Pick<EncodedRecord, 'clk' | 'aliases'>): readonly Uint8Array[] {
  if (clk === null) return [];
  const others = aliases ?? new Uint8Array();
  const count = Math.floor(others.length / filterBytes);
  return [
    new Uint8Array(clk),
    ...Array.from({ length: count }, (_, n) => new Uint8Array(others.subarray(n * filterBytes, (n + 1) * filterBytes))),
  ];
}

/** The contract's terms for the accuracy of a date of birth, as codes of the national indicator (METeOR 750410). */
const accuracies: Readonly<Record<string, string>> = { EXACT: 'AAA', ESTIMATED: 'EEE', UNKNOWN: 'UUU' };

function encodingOf(record: EncodedRecord): Encoding {
  const [clk = new Uint8Array(filterBytes), ...aliases] = filtersOf(record);
  const { slk, sexCode, parts, dobAccuracy } = record;
  return { ...{ slk, clk, aliases, sexCode, parts }, dobAccuracy: accuracies[dobAccuracy ?? ''] ?? null };
}

const countBits = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum + bitsIn(byte), 0);
