import { randomBytes } from 'node:crypto';
import { keyedSlk } from './keyedSlk.ts';
import { secretCheck } from './secretCheck.ts';

test('the same secret gives the same check value, and another secret gives another', () => {
  const secret = randomBytes(32);
  expect(secretCheck(secret)).toMatch(/^[\w-]{22}$/);
  expect(secretCheck(Uint8Array.from(secret))).toBe(secretCheck(secret));
  for (let bit = 0; bit < 256; bit += 1) {
    const other = Uint8Array.from(secret, (byte, place) => (place === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(secretCheck(other)).not.toBe(secretCheck(secret));
  }
});

test("a check value is nobody's key, whatever their linkage key", () => {
  const secret = randomBytes(32);
  expect(keyedSlk('accord linkage secret check', secret)).not.toContain(secretCheck(secret));
});

test.each<readonly [string, Uint8Array]>([
  ['words', Buffer.from('the partnership of the west, 2026')],
  ['one byte again and again', new Uint8Array(32).fill(7)],
  ['a few bytes', Uint8Array.from({ length: 32 }, (_, place) => 0x80 + (place % 8))],
])(
  'a secret that was typed and not drawn at random (%s) has none, since it could be found by trial and error',
  (_what, secret) => {
    expect(secretCheck(secret)).toBeNull();
  },
);

test('a secret drawn at random is not taken for typed', () => {
  for (let nth = 0; nth < 2_000; nth += 1) expect(secretCheck(randomBytes(32))).not.toBeNull();
});
