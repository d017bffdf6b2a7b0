import { KnownBearers, knownForMs } from './KnownBearers.ts';
import type { Bearer } from './verifyToken.ts';

const mara: Bearer = {
  user: 'mara',
  name: 'Mara',
  role: 'PRACTITIONER',
  agency: 'harbour',
  volunteer: false,
  self: null,
};
const at = (ms: number) => new Date(1_000_000_000_000 + ms);
const inAnHour = 1_000_003_600;

test('a token is known for half a minute after it was verified, and only the whole token', () => {
  const known = new KnownBearers();
  known.note('a.b.c', mara, at(0), inAnHour);
  expect([known.of('a.b.c', at(0)), known.of('a.b.c', at(knownForMs - 1))]).toEqual([mara, mara]);
  expect([known.of('a.b.c', at(knownForMs)), known.of('a.b.d', at(0)), known.of('a.b.', at(0))]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a token is never known after its expiry, nor by a clock from before it was verified', () => {
  const known = new KnownBearers();
  known.note('a.b.c', mara, at(0), 1_000_000_002);
  expect([known.of('a.b.c', at(1_999)), known.of('a.b.c', at(2_000)), known.of('a.b.c', at(-1))]).toEqual([
    mara,
    undefined,
    undefined,
  ]);
});
