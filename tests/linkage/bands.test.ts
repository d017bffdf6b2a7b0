import { partBits as sentBits } from '@accord/linkage/partBits';
import { bandOf } from '@accord/matching/bandOf';
import { defaultCalibration } from '@accord/matching/defaultCalibration';
import { type Encoding, partBits } from '@accord/matching/Encoding';
import { FilterStore } from '@accord/matching/FilterStore';
import { scoreOf } from '@accord/matching/scoreOf';
import { thresholdsFor } from '@accord/matching/thresholdsFor';
import { encodedPeople } from '../lib/encodedPeople.mjs';

// The bands, with the shipped thresholds, on people encoded as agencies encode them.

const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
const count = 3_000;
const world = encodedPeople(count, seed);
const known: readonly Encoding[] = world.people.map(world.asTrue);
const thresholds = thresholdsFor(defaultCalibration, count);
const told = `(ACCORD_SEED=${seed})`;

/**
 * The share of people who fall in a band when what is on file about them is compared with this encoding of them, or of somebody
 * similar.
 */
function partIn(band: string, other: (person: (typeof world.people)[number]) => Encoding): number {
  const fallen = world.people.filter((person, place) => {
    const stored = known[place];
    return stored !== undefined && bandOf(scoreOf(stored, other(person)), thresholds) === band;
  });
  return fallen.length / count;
}

test('the parts have the bits with which they are sent', () => {
  expect(partBits).toEqual(sentBits);
});

test(`who is encoded alike is linked ${told}`, () => {
  expect(partIn('AUTOMATIC', world.asTrue)).toBe(1);
});

test(`who moved is asked about: a twin of a like name is as alike, and a namesake born on that day ${told}`, () => {
  // A few of those who moved are given their old address by chance.
  expect(partIn('AUTOMATIC', world.moved)).toBeLessThan(0.06);
  expect(partIn('DIFFERENT', world.moved)).toBe(0);
});

test(`who was misspelt is asked about, nine times of ten ${told}`, () => {
  expect(partIn('DIFFERENT', world.misspelt)).toBeLessThan(0.1);
});

test(`twins of one sex are linked in fewer than one of a thousand pairs, of two sexes never ${told}`, () => {
  expect(partIn('AUTOMATIC', (person) => world.twin(person))).toBeLessThan(0.001);
  const other = (person: (typeof world.people)[number]): Encoding => world.twin(person, person.sex === '1' ? '2' : '1');
  expect(partIn('AUTOMATIC', (person) => (person.sex === '3' ? world.twin(person) : other(person)))).toBeLessThan(
    0.001,
  );
});

test(`parent and child of one name at one address are never linked ${told}`, () => {
  expect(partIn('AUTOMATIC', world.namesakeAtHome)).toBe(0);
});

test(`a former family name finds who is on file under it ${told}`, () => {
  const under = (name: string | null): number =>
    partIn('AUTOMATIC', (person) => {
      const stored = world.underName(person, 'Featherstonehaugh');
      const asked = name === null ? world.asTrue(person) : world.withFormerName(person, name);
      return bandOf(scoreOf(stored, asked), thresholds) === 'AUTOMATIC' ? world.asTrue(person) : nobody;
    });
  expect(under(null)).toBe(0);
  expect(under('Featherstonehaugh')).toBe(1);
});

test(`of all pairs of different people hardly one is linked, and each person has few to ask about ${told}`, () => {
  const store = new FilterStore();
  for (const [place, { clk }] of known.entries()) store.add(clk, place);
  const seen = { AUTOMATIC: 0, REVIEW: 0, DIFFERENT: 0 };
  for (const [place, one] of known.entries()) {
    for (const { extra } of store.best(one.clk, thresholds.review, 1_000)) {
      const other = known[extra];
      if (extra <= place || other === undefined) continue;
      seen[bandOf(scoreOf(one, other), thresholds)] += 1;
    }
  }
  expect(seen.AUTOMATIC).toBeLessThanOrEqual(count / 1_000);
  expect(seen.REVIEW).toBeLessThan(count / 10);
});

const nobody: Encoding = {
  ...{ slk: null, clk: new Uint8Array(128), aliases: [], dobAccuracy: null, sexCode: null, parts: 0 },
};
