import { bitsIn, diceOf } from './diceOf.ts';

const filter = (...bytes: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, place) => bytes[place] ?? 0);

test('Dice is twice the shared bits over the bits of both', () => {
  expect(diceOf(filter(0b1111), filter(0b0011))).toBeCloseTo(4 / 6);
  expect(diceOf(filter(1), filter(2))).toBe(0);
  expect(diceOf(filter(255, 255), filter(255, 255))).toBe(1);
});

test('an empty filter resembles nothing, not even another empty one', () => {
  expect(diceOf(filter(), filter())).toBe(0);
});

test('bits are counted', () => {
  expect([0, 1, 0x80000000, -1, 0x0f0f0f0f].map(bitsIn)).toEqual([0, 1, 1, 32, 16]);
});

test('anything that is not a filter is refused', () => {
  expect(() => diceOf(filter(), new Uint8Array(127))).toThrow(/128 bytes; this one has 127/);
});
