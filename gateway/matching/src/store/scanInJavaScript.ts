import { BIAS, BITS, BLOCK_BITS, COUNT_PLANES, FOUND, LINE_BYTES, OUT, OUT_END } from './layout.ts';
import { type Scan, survivorBytes } from './Scan.ts';

/**
 * Returns the scan in plain JavaScript, 32 records at a time, for machines where WebAssembly has no SIMD. `words` is called for
 * each scan, because a memory that grows gets new views.
 */
export function scanInJavaScript(words: () => Int32Array): Scan {
  return {
    lanes: 1,
    planes: [COUNT_PLANES],
    scan: (_planes, blocks, list, listEnd) => scan(words(), blocks, list, listEnd),
  };
}

const GROUPS = LINE_BYTES / 4;

function scan(words: Int32Array, blocks: number, list: number, listEnd: number): number {
  const bits = BITS >> 2;
  const end = bits + blocks * BLOCK_BITS;
  let found = 0;
  let at = list;
  for (; at < listEnd; at += 4) {
    if (OUT + (found + GROUPS) * survivorBytes(1) > OUT_END) break;
    const page = read(words, at >> 2);
    for (let group = 0; group < GROUPS; group += 1) {
      const out = (OUT + found * survivorBytes(1)) >> 2;
      if (!scanGroup(words, (page >>> 2) + group, bits, end, out)) continue;
      words[out] = page;
      words[out + 1] = group * 4;
      found += 1;
    }
  }
  words[FOUND >> 2] = found;
  return at;
}

/** Counts, for 32 records at once, the bits of the query that each lacks. True if any record survives to the end. */
function scanGroup(words: Int32Array, base: number, bits: number, end: number, out: number): boolean {
  const bias = BIAS >> 2;
  let c0 = read(words, bias);
  let c1 = read(words, bias + 4);
  let c2 = read(words, bias + 8);
  let c3 = read(words, bias + 12);
  let c4 = read(words, bias + 16);
  let c5 = read(words, bias + 20);
  let c6 = read(words, bias + 24);
  let c7 = read(words, bias + 28);
  let c8 = read(words, bias + 32);
  let c9 = read(words, bias + 36);
  let alive = -1;
  for (let bit = bits; bit < end; bit += 4) {
    const w = read(words, base + (read(words, bit) >> 2));
    const x = read(words, base + (read(words, bit + 1) >> 2));
    const y = read(words, base + (read(words, bit + 2) >> 2));
    const z = read(words, base + (read(words, bit + 3) >> 2));
    // Three full adders add four bits to the ones and twos and leave a carry of four …
    const wx = w ^ x;
    const twosA = (w & x) | (wx & c0);
    const wxc = wx ^ c0;
    const yz = y ^ z;
    const twosB = (y & z) | (yz & wxc);
    c0 = yz ^ wxc;
    const ab = twosA ^ twosB;
    let carry = (twosA & twosB) | (ab & c1);
    c1 ^= ab;
    // … which half adders carry up through the planes.
    let next = c2 & carry;
    c2 ^= carry;
    carry = c3 & next;
    c3 ^= next;
    next = c4 & carry;
    c4 ^= carry;
    carry = c5 & next;
    c5 ^= next;
    next = c6 & carry;
    c6 ^= carry;
    carry = c7 & next;
    c7 ^= next;
    next = c8 & carry;
    c8 ^= carry;
    carry = c9 & next;
    c9 ^= next;
    alive &= ~carry;
    if (alive === 0) return false;
  }
  words.set([alive, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9], out + 4);
  return true;
}

const read = (words: Int32Array, place: number): number => words[place] ?? 0;
