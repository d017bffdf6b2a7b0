/**
 * A filter of `length` bits in clkhash's order (bit 0 is the highest bit of byte 0; the last byte filled up with zeros),
 * folded from a longer one whose set bits are `bits`.
 *
 * Folding once XORs the second half onto the first; folding again and again until `length` bits are left comes to the
 * XOR of all bits whose places are equal modulo `length`. `bits` must name each place once: a place named twice would
 * undo itself.
 */
export function foldedFilter(bits: Iterable<number>, length: number): Uint8Array {
  const filter = new Uint8Array(Math.ceil(length / 8));
  for (const bit of bits) {
    const place = bit % length;
    filter[place >>> 3] = (filter[place >>> 3] ?? 0) ^ (0x80 >>> (place & 7));
  }
  return filter;
}
