/**
 * Returns a filter of `length` bits in clkhash's order (bit 0 is the highest bit of byte 0; the last byte is padded with
 * zeros), folded `folds` times from a longer one with the bits at `places` set. A place may occur more than once.
 *
 * Folding XORs the second half onto the first. Repeated until `length` bits are left, it amounts to the XOR of all bits whose
 * places are equal modulo `length`.
 */
export function foldedFilter(places: Iterable<ArrayLike<number>>, length: number, folds: number): Uint8Array {
  const filter = new Uint8Array(Math.ceil(length / 8));
  const seen = new Uint8Array(length * 2 ** folds);
  for (const some of places) {
    for (let next = 0; next < some.length; next += 1) {
      const place = some[next] ?? 0;
      if (seen[place] !== 0) continue;
      seen[place] = 1;
      const bit = place % length;
      filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) ^ (0x80 >>> (bit & 7));
    }
  }
  return filter;
}
