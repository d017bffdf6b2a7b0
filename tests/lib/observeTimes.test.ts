import fc from 'fast-check';
import { observeTimes, type Side } from './observeTimes.ts';

// Times of an invented machine: 5 ms an answer, a tenth of them slow; the answer's number lets a test place a disturbance.

/** Numbers from 0 to 1, the same in every run. */
function draws(seed: number): () => number {
  const list = fc.sample(fc.nat(999_999), { seed, numRuns: 4_000 });
  let at = 0;
  return () => (list[at++ % list.length] ?? 0) / 1_000_000;
}

type Machine = Readonly<{ more?: (side: Side, number: number) => number; zeroFirst?: () => boolean }>;

function observe(seed: number, { more = () => 0, zeroFirst }: Machine) {
  const [noise, coin] = [draws(seed), draws(seed + 1)];
  let number = 0;
  const takeMs = async (side: Side): Promise<number> =>
    4 + 2 * noise() + (noise() < 0.1 ? 8 * noise() : 0) + more(side, number++);
  return observeTimes(takeMs, zeroFirst ?? (() => coin() < 0.5));
}

const seeds = [1, 22, 333, 4_444, 55_555];

test.each(seeds)('a delay of 3 ms on one side is found (%i)', async (seed) => {
  expect(await observe(seed, { more: (side) => (side === 0 ? 3 : 0) })).toMatchObject({ found: true });
  expect(await observe(seed, { more: (side) => (side === 1 ? 3 : 0) })).toMatchObject({ found: true });
});

test.each(seeds)('two sides that take equally long are no finding (%i)', async (seed) => {
  expect(await observe(seed, {})).toMatchObject({ found: false });
});

test.each(seeds)(
  'slowing two of every four answers is no finding, and would be one in a fixed order (%i)',
  async (seed) => {
    const more = (_: Side, number: number): number => (number % 4 === 0 || number % 4 === 3 ? 3 : 0);
    expect(await observe(seed, { more })).toMatchObject({ found: false });
    let round = 0;
    const zeroFirst = (): boolean => round++ % 2 === 0;
    expect(await observe(seed, { more, zeroFirst })).toMatchObject({ found: true });
  },
);

test.each(seeds)('a difference that does not appear again is no finding (%i)', async (seed) => {
  const more = (side: Side, number: number): number => (side === 0 && number < 540 ? 3 : 0);
  expect(await observe(seed, { more })).toMatchObject({ found: false });
});

test('a difference that appears again in the other direction is no finding', async () => {
  const more = (side: Side, number: number): number => ((side === 0) === number < 540 ? 3 : 0);
  expect(await observe(1, { more })).toMatchObject({ found: false });
});
