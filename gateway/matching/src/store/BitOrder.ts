import { bitsIn } from '../diceOf.ts';
import { BLOCK_BITS, FILTER_BITS, FILTER_BYTES, LINE_BYTES, ZERO_LINE } from './layout.ts';

/** A filter to look for: its bits as line offsets, rarest first, padded to whole blocks of 16. */
export type Query = Readonly<{ bits: number; lines: Int32Array }>;

const REORDER_AFTER = 1_024;

/**
 * How many stored filters have each bit, and the bits sorted rarest first. A query tests its rarest bits first, so that records
 * unlike it are ruled out after the fewest tests. The order changes no result.
 */
export class BitOrder {
  readonly counts = new Uint32Array(FILTER_BITS);
  #rarestFirst = Uint16Array.from({ length: FILTER_BITS }, (_, bit) => bit);
  #changes = 0;
  #nextAt = REORDER_AFTER;

  count(filter: Uint8Array, change: 1 | -1): void {
    forEachBit(filter, (bit) => {
      this.counts[bit] = (this.counts[bit] ?? 0) + change;
    });
    this.#changes += 1;
  }

  load(counts: Uint32Array): void {
    this.counts.set(counts);
    this.#reorder();
  }

  queryOf(filter: Uint8Array): Query {
    if (this.#changes >= this.#nextAt) this.#reorder();
    let bits = 0;
    for (const byte of filter) bits += bitsIn(byte);
    const lines = new Int32Array(Math.ceil(bits / BLOCK_BITS) * BLOCK_BITS).fill(ZERO_LINE);
    let next = 0;
    for (const bit of this.#rarestFirst) {
      if ((((filter[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 0) continue;
      lines[next] = bit * LINE_BYTES;
      next += 1;
    }
    return { bits, lines };
  }

  #reorder(): void {
    this.#rarestFirst = this.#rarestFirst.sort((a, b) => (this.counts[a] ?? 0) - (this.counts[b] ?? 0) || a - b);
    // The order in a large store hardly changes, so it is worked out again only after changes to another eighth.
    this.#nextAt = this.#changes + Math.max(REORDER_AFTER, this.#changes >> 3);
  }
}

export function forEachBit(filter: Uint8Array, visit: (bit: number) => void): void {
  for (let place = 0; place < FILTER_BYTES; place += 1) {
    for (let byte = filter[place] ?? 0, bit = place * 8; byte !== 0; byte >>>= 1, bit += 1) {
      if ((byte & 1) === 1) visit(bit);
    }
  }
}
