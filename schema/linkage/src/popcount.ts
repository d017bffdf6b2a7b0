/** Returns how many bits of a filter are set. */
export function popcount(filter: Uint8Array): number {
  let count = 0;
  for (const byte of filter) count += ones[byte] ?? 0;
  return count;
}

const ones = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);
