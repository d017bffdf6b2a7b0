import { bitsIn, diceFrom } from './diceOf.ts';
import { Best, type Match } from './store/Best.ts';
import { BitOrder, forEachBit, type Query } from './store/BitOrder.ts';
import { bestPossible, leastShared } from './store/bounds.ts';
import {
  BIAS,
  BITS,
  BLOCK_BITS,
  CLASS_WIDTH,
  CLASSES,
  COUNT_PLANES,
  FILTER_BYTES,
  FREE,
  faultOfFilter,
  LINE_BYTES,
  LIST,
  LIST_LENGTH,
  PAGE_BYTES,
  PAGE_RECORDS,
  PAGES,
} from './store/layout.ts';
import { type FilterMemory, type Kernel, memoryOf } from './store/memoryOf.ts';
import { addressOf, extraPlace, PageDirectory, popcountPlace } from './store/PageDirectory.ts';
import { readSnapshot, writeSnapshot } from './store/snapshot.ts';
import { forEachSurvivor } from './store/survivors.ts';
import { hasSimd } from './wasm/scanInWasm.ts';

export type { Match } from './store/Best.ts';
export type { Kernel } from './store/memoryOf.ts';

/** Pages scanned for all queries in turn before moving to the next pages: as many as fit in the second-level cache. */
const PAGES_AT_A_TIME = 8;

/**
 * The encoded filters of all records. Searches are exact and cover every filter: no blocking keys, nothing missed.
 *
 * A filter has a *slot* from when it is added until it is removed; a freed slot is reused. With each filter the store keeps
 * `extra`, a 32-bit whole number with which the caller finds the record.
 *
 * Cost: 134 bytes per filter, plus half a page (34 kB) for each length class in use. A search reads about an eighth of it.
 */
export class FilterStore {
  readonly kernel: Kernel;
  readonly #memory: FilterMemory;
  readonly #directory: PageDirectory;
  readonly #order = new BitOrder();
  #size = 0;

  /** Uses WebAssembly with SIMD where available. Both kernels give the same results. */
  constructor(kernel: Kernel = hasSimd() ? 'wasm' : 'javascript') {
    this.kernel = kernel;
    this.#memory = memoryOf(kernel);
    this.#directory = new PageDirectory(this.#memory);
  }

  /** Returns a store from the bytes of `snapshot`. Throws RangeError if they are not a snapshot, or are damaged. */
  static load(bytes: Uint8Array, kernel?: Kernel): FilterStore {
    const { pages, counts, memory } = readSnapshot(bytes);
    const store = new FilterStore(kernel);
    store.#memory.ensure(PAGES + memory.length);
    store.#memory.bytes().set(memory, PAGES);
    store.#order.load(counts);
    store.#size = store.#directory.load(pages);
    return store;
  }

  /** The number of filters stored. */
  get size(): number {
    return this.#size;
  }

  /** The bytes of memory it takes in all. */
  get byteLength(): number {
    return this.#memory.bytes().length;
  }

  /** Stores a filter and returns its slot. Throws RangeError unless it has 128 bytes and `extra` is a 32-bit number. */
  add(filter: Uint8Array, extra = 0): number {
    const fault = faultOfFilter(filter);
    if (fault !== undefined) throw fault;
    if (extra !== (extra | 0)) throw new RangeError(`The extra is a whole number of 32 bits; this one is ${extra}.`);
    let popcount = 0;
    for (const byte of filter) popcount += bitsIn(byte);
    const slot = this.#directory.take(popcount);
    const bytes = this.#memory.bytes();
    const { start, mask } = placeOf(slot);
    forEachBit(filter, (bit) => {
      const place = start + bit * LINE_BYTES;
      bytes[place] = (bytes[place] ?? 0) & ~mask;
    });
    this.#memory.words()[extraPlace(slot)] = extra;
    this.#order.count(filter, 1);
    this.#size += 1;
    return slot;
  }

  /** Removes a filter; its slot may be reused. Throws RangeError if the slot is not in use. */
  remove(slot: number): void {
    const filter = this.filterAt(slot);
    const bytes = this.#memory.bytes();
    const { start, mask } = placeOf(slot);
    forEachBit(filter, (bit) => {
      const place = start + bit * LINE_BYTES;
      bytes[place] = (bytes[place] ?? 0) | mask;
    });
    this.#directory.free(slot);
    this.#order.count(filter, -1);
    this.#size -= 1;
  }

  /** True if a filter is stored at this slot. */
  has(slot: number): boolean {
    const inside = Number.isInteger(slot) && slot >= 0 && slot < this.#directory.pages * PAGE_RECORDS;
    return inside && this.#memory.shorts()[popcountPlace(slot)] !== FREE;
  }

  /** Returns the filter stored at a slot. Throws RangeError if the slot is not in use. */
  filterAt(slot: number): Uint8Array {
    this.#refuseUnused(slot);
    const bytes = this.#memory.bytes();
    const { start, mask } = placeOf(slot);
    const filter = new Uint8Array(FILTER_BYTES);
    for (let bit = 0; bit < FILTER_BYTES * 8; bit += 1) {
      const lacks = (bytes[start + bit * LINE_BYTES] ?? 0) & mask;
      if (lacks === 0) filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
    return filter;
  }

  /** Returns the number stored with a filter. Throws RangeError if the slot is not in use. */
  extraAt(slot: number): number {
    this.#refuseUnused(slot);
    return this.#memory.words()[extraPlace(slot)] ?? 0;
  }

  /**
   * Returns the stored filters with a Dice similarity of at least `threshold` (above 0, up to 1), at most `limit` of them: best
   * first, and equally good ones by slot. Exact. Throws RangeError for an invalid threshold or limit, or if the query is not a
   * filter.
   */
  best(query: Uint8Array, threshold: number, limit: number): readonly Match[] {
    return this.bestOfEach(query, threshold, limit)[0] ?? [];
  }

  /**
   * Returns `best` for many queries laid end to end, 128 bytes each, in their order. The pages are scanned once for all
   * queries, not once for each, so that they are read from the cache.
   *
   * CAUTION: holds every match in memory. Ask in portions.
   */
  bestOfEach(queries: Uint8Array, threshold: number, limit: number): readonly (readonly Match[])[] {
    refuseBad(queries, threshold, limit);
    const asked = Array.from({ length: queries.length / FILTER_BYTES }, (_, place) => ({
      query: this.#order.queryOf(queries.subarray(place * FILTER_BYTES, (place + 1) * FILTER_BYTES)),
      best: new Best(threshold, limit),
    }));
    // A single query scans the lengths nearest to its own first: the best matches are there, and they raise the threshold for
    // the rest.
    for (const lengthClass of asked.length === 1 ? nearestFirst(asked[0]?.query.bits ?? 0) : allClasses) {
      const pages = this.#directory.ofClass(lengthClass);
      const step = asked.length === 1 ? LIST_LENGTH : PAGES_AT_A_TIME;
      for (let from = 0; from < pages.length; from += step) {
        const some = pages.slice(from, from + step);
        this.#memory.words().set(some.map(addressOf), LIST >> 2);
        for (const { query, best } of asked) this.#scan(query, best, lengthClass, some.length);
      }
    }
    return asked.map(({ best }) => best.sorted());
  }

  /** Returns the whole store as bytes, for `load`. */
  snapshot(): Uint8Array {
    const end = PAGES + this.#directory.pages * PAGE_BYTES;
    return writeSnapshot(this.#directory.pages, this.#order.counts, this.#memory.bytes().subarray(PAGES, end));
  }

  /** Scans the pages in the list, all of one length class, for one query. */
  #scan(query: Query, best: Best, lengthClass: number, pages: number): void {
    const least = lengthClass * CLASS_WIDTH;
    if (query.bits === 0 || bestPossible(query.bits, least, least + CLASS_WIDTH - 1) < best.threshold) return;
    const words = this.#memory.words();
    // A record that lacks more of the query's bits than this cannot reach the threshold, even at the shortest length of the
    // class.
    const allowed = query.bits - leastShared(best.threshold, query.bits + least);
    if (allowed < 0) return;
    const { scan } = this.#memory;
    const planes = scan.planes.find((some) => allowed < 2 ** some) ?? COUNT_PLANES;
    const bias = 2 ** planes - 1 - allowed;
    for (let place = 0; place < COUNT_PLANES * 4; place += 1)
      words[(BIAS >> 2) + place] = -((bias >> (place >> 2)) & 1);
    words.set(query.lines, BITS >> 2);
    const listEnd = LIST + pages * 4;
    for (let list = LIST; list < listEnd; ) {
      list = scan.scan(planes, query.lines.length / BLOCK_BITS, list, listEnd);
      forEachSurvivor(this.#memory, planes, (slot, count) => {
        const popcount = this.#memory.shorts()[popcountPlace(slot)] ?? FREE;
        const shared = query.bits - (count - bias);
        const dice = diceFrom(shared, query.bits + popcount);
        best.add({ slot, dice, extra: words[extraPlace(slot)] ?? 0 });
      });
    }
  }

  #refuseUnused(slot: number): void {
    if (!this.has(slot)) throw new RangeError(`No filter is stored at slot ${slot}.`);
  }
}

const allClasses: readonly number[] = Array.from({ length: CLASSES }, (_, lengthClass) => lengthClass);

function nearestFirst(bits: number): readonly number[] {
  const bestOf = (lengthClass: number): number =>
    bestPossible(bits, lengthClass * CLASS_WIDTH, (lengthClass + 1) * CLASS_WIDTH - 1);
  return [...allClasses].sort((a, b) => bestOf(b) - bestOf(a) || a - b);
}

/** Returns where a slot's bits are: the byte in the first line, and the bit in that byte. */
function placeOf(slot: number): { start: number; mask: number } {
  const place = slot % PAGE_RECORDS;
  return { start: addressOf(Math.floor(slot / PAGE_RECORDS)) + (place >> 3), mask: 1 << (place & 7) };
}

function refuseBad(queries: Uint8Array, threshold: number, limit: number): void {
  if (queries.length % FILTER_BYTES !== 0 || queries.length === 0)
    throw new RangeError(`Queries have ${FILTER_BYTES} bytes each; these have ${queries.length}.`);
  if (!(threshold > 0 && threshold <= 1))
    throw new RangeError(`A threshold is above 0 and at most 1; this one is ${threshold}.`);
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`A limit is 1 or more; this one is ${limit}.`);
}
