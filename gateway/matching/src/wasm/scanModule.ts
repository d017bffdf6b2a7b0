import {
  BIAS,
  BITS,
  BLOCK_BITS,
  COUNT_PLANES,
  FEWER_PLANES,
  FOUND,
  LINE_BYTES,
  OUT,
  OUT_END,
} from '../store/layout.ts';
import { survivorBytes } from '../store/Scan.ts';
import {
  add,
  allOnes,
  and,
  andNot,
  anyTrue,
  block,
  type Code,
  divide,
  get,
  go,
  goIf,
  i32,
  i32Load,
  i32Store,
  isAbove,
  isLess,
  type Local,
  loop,
  moduleOf,
  multiply,
  not,
  type OneFunction,
  or,
  set,
  v128Load,
  v128Store,
  xor,
} from './assemble.ts';

const LANES = 4;
const GROUP_BYTES = 16;
const GROUPS = LINE_BYTES / GROUP_BYTES;

// Parameters first, then the other i32 locals, then the v128 locals.
const [blocks, list, listEnd] = [0, 1, 2];
const [page, group, base, bit, bitsEnd, out] = [3, 4, 5, 6, 7, 8];
const alive = 9;
const allCounts = Array.from({ length: COUNT_PLANES }, (_, plane) => 10 + plane);
const [first, second, mixed, carryA, carryB] = [20, 21, 22, 23, 24];
const [twosA, twosB, foursA, foursB, eightsA, eightsB] = [25, 26, 27, 28, 29, 30];
const I32_LOCALS = 6;
const V128_LOCALS = 22;

/**
 * Returns the scan (see `Scan`) with SIMD, 128 records at a time: a WebAssembly module with one function for each number of
 * planes.
 */
export function scanModule(): Uint8Array<ArrayBuffer> {
  return moduleOf(3, FEWER_PLANES.map(scanWith));
}

export const nameOf = (planes: number): string => `scan${planes}`;

function scanWith(planes: number): OneFunction {
  const counts = allCounts.slice(0, planes);
  return {
    name: nameOf(planes),
    i32s: I32_LOCALS,
    v128s: V128_LOCALS,
    body: [
      ...set(bitsEnd, add(i32(BITS), multiply(get(blocks), i32(BLOCK_BITS * 4)))),
      ...set(out, i32(OUT)),
      ...block(
        loop(
          goIf(not(isLess(get(list), get(listEnd))), 1),
          goIf(isAbove(get(out), i32(OUT_END - GROUPS * survivorBytes(LANES))), 1),
          set(page, i32Load(get(list))),
          set(group, i32(0)),
          loop(
            scanGroup(counts),
            set(group, add(get(group), i32(GROUP_BYTES))),
            goIf(isLess(get(group), i32(LINE_BYTES)), 0),
          ),
          set(list, add(get(list), i32(4))),
          go(0),
        ),
      ),
      // The number of survivors: the bytes written, over the bytes of each.
      ...i32Store(i32(FOUND), divide(add(get(out), i32(-OUT)), i32(survivorBytes(LANES)))),
      ...get(list),
    ],
  };
}

/** Scans one group of 128 records: leaves once none is left, otherwise writes the survivors. */
function scanGroup(counts: readonly Local[]): Code {
  return block(
    set(base, add(get(page), get(group))),
    set(alive, allOnes),
    ...counts.map((plane, place) => set(plane, v128Load(i32(0), BIAS + place * 16))),
    set(bit, i32(BITS)),
    loop(
      countBlock(counts),
      goIf(not(anyTrue(get(alive))), 1),
      set(bit, add(get(bit), i32(BLOCK_BITS * 4))),
      goIf(isLess(get(bit), get(bitsEnd)), 0),
    ),
    i32Store(get(out), get(page)),
    i32Store(get(out), get(group), 4),
    v128Store(get(out), get(alive), 16),
    ...counts.map((plane, place) => v128Store(get(out), get(plane), 32 + place * 16)),
    set(out, add(get(out), i32(survivorBytes(LANES)))),
  );
}

/**
 * Adds 16 bits of each of 128 records to their counts. Fifteen full adders in a tree (Harley and Seal) give ones, twos, fours,
 * eights and one carry of sixteen. Half adders carry that up through the other planes, and a record that carries out of the
 * last one is out.
 */
function countBlock(counts: readonly Local[]): Code {
  const [ones, twos, fours, eights, ...high] = counts;
  if (ones === undefined || twos === undefined || fours === undefined || eights === undefined) return [];
  let next = 0;
  const pair = (into: Local): Code => {
    const code = [...set(first, bitAt(next)), ...set(second, bitAt(next + 1)), ...fullAdd(ones, first, second, into)];
    next += 2;
    return code;
  };
  const four = (into: Local): Code => [...pair(twosA), ...pair(twosB), ...fullAdd(twos, twosA, twosB, into)];
  const eight = (into: Local): Code => [...four(foursA), ...four(foursB), ...fullAdd(fours, foursA, foursB, into)];
  const sixteen = [...eight(eightsA), ...eight(eightsB), ...fullAdd(eights, eightsA, eightsB, carryA)];
  let [carry, other]: readonly [Local, Local] = [carryA, carryB];
  const ripple = high.flatMap((plane) => {
    const code = [...set(other, and(get(plane), get(carry))), ...set(plane, xor(get(plane), get(carry)))];
    [carry, other] = [other, carry];
    return code;
  });
  return [...sixteen, ...ripple, ...set(alive, andNot(get(alive), get(carry)))];
}

const bitAt = (place: number): Code => v128Load(add(get(base), i32Load(get(bit), place * 4)));

/** Adds `sum`, `a` and `b`: the low bit stays in `sum`, the carry goes to `carry`. */
function fullAdd(sum: Local, a: Local, b: Local, carry: Local): Code {
  return [
    ...set(mixed, xor(get(a), get(b))),
    ...set(carry, or(and(get(a), get(b)), and(get(mixed), get(sum)))),
    ...set(sum, xor(get(mixed), get(sum))),
  ];
}
