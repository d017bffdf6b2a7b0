/**
 * Repeatable randomness: the same seed and stream name give the same numbers on every machine.
 *
 * Each part of the generator draws from its own stream (`createRandom(seed, 'staff')`), so that changing how many numbers one
 * part draws leaves all the others as they were.
 */
export type Random = Readonly<{
  /** Returns a number from 0 up to, but not including, 1. */
  next(): number;
  /** Returns a whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  /** Returns one item of the list. Throws RangeError if the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** Returns one value from pairs of value and weight. Throws RangeError if no weight is above 0. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** Returns a new list in another order. */
  shuffled<T>(list: readonly T[]): T[];
}>;

/**
 * xoshiro128**, with its state drawn by splitmix32 from the seed and the stream's name.
 *
 * CAUTION: not for secrets.
 */
export function createRandom(seed: number, stream: string): Random {
  const draw = splitmix32(seed ^ hashOf(stream));
  let a = draw();
  let b = draw();
  let c = draw();
  let d = draw();

  const next = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result / 4_294_967_296;
  };
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));

  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, int(0, list.length - 1)),
    weighted(choices) {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [value, weight] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new RangeError('A weighted choice needs a weight above 0; every weight was 0 or there was no choice.');
    },
    shuffled(list) {
      const copy = [...list];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = int(0, last);
        const kept = at(copy, last);
        copy[last] = at(copy, other);
        copy[other] = kept;
      }
      return copy;
    },
  };
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`Asked for place ${index} of a list of ${list.length}.`);
  return value;
}

function splitmix32(start: number): () => number {
  let state = start | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
