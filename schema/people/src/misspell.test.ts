import { inventHouseholds } from './households.ts';
import type { Spelling } from './InventedPerson.ts';
import { misspell } from './misspell.ts';
import { createRandom } from './random.ts';

const random = createRandom(3, 'misspell test');
const pairs = inventHouseholds(1500, 1, 3, '2026-11-22').map((truth) => {
  const { given, family, dateOfBirth, sex } = truth;
  const right: Spelling = { given, family, dateOfBirth, dateAccuracy: 'EXACT', sex };
  return { right, truth, filed: misspell(right, truth, random) };
});

test('a misspelling always differs from what it misspells', () => {
  for (const { right, filed } of pairs) expect(filed).not.toEqual(right);
});

test('a misspelling never loses a name', () => {
  for (const { filed } of pairs) expect(filed.given.trim() !== '' && filed.family.trim() !== '').toBe(true);
});

test.each([
  ['swapped names', ({ right, filed }) => filed.given === right.family && filed.family === right.given],
  [
    'a nickname with the full name as alias',
    ({ right, filed }) => filed.alias?.given === right.given && filed.given !== right.given,
  ],
  ['a former family name', ({ truth, filed }) => filed.family === truth.formerFamily],
  [
    'a lost apostrophe',
    ({ right, filed }) => right.family.startsWith("O'") && filed.family === right.family.replace("'", ''),
  ],
  [
    'an estimated date of birth',
    ({ filed }) => filed.dateAccuracy === 'ESTIMATED' && filed.dateOfBirth?.endsWith('-01') === true,
  ],
  ['an unknown date of birth', ({ filed }) => filed.dateAccuracy === 'UNKNOWN' && filed.dateOfBirth === null],
  [
    'a day filed as a month',
    ({ right, filed }) => filed.dateOfBirth === swapped(right.dateOfBirth) && filed.dateOfBirth !== right.dateOfBirth,
  ],
] satisfies readonly (readonly [string, (pair: (typeof pairs)[number]) => boolean])[])(
  'among many misspellings there is %s',
  (_, holds) => {
    expect(pairs.some(holds)).toBe(true);
  },
);

function swapped(day: string | null): string | undefined {
  return day?.replace(/-(\d\d)-(\d\d)$/, '-$2-$1');
}
