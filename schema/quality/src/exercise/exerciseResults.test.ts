import { exerciseResults } from './exerciseResults.ts';
import type { BarrierKind, Placing, Said } from './Placing.ts';
import type { Round, Shown } from './stages.ts';
import { whereWordingHindered } from './whereWordingHindered.ts';

const placing = (category: string, more: Partial<Placing> = {}): Placing => ({
  ...{ category, certainty: null, wouldNeed: null, why: null, wording: null, ...more },
});

/** One person: where they place each scenario in the first round; null if they do not answer. */
const person = (
  placings: readonly (Placing | null)[],
  {
    group = null,
    second = [],
    barriers = {},
  }: Partial<{
    group: string | null;
    second: readonly (Placing | null)[];
    barriers: Readonly<Record<string, readonly BarrierKind[]>>;
  }> = {},
): Said => {
  const of = (list: readonly (Placing | null)[]) =>
    new Map(list.flatMap((one, place) => (one ? [[`s${place + 1}`, one] as const] : [])));
  return {
    group,
    placings: new Map<Round, ReadonlyMap<string, Placing>>([
      [1, of(placings)],
      [2, of(second)],
    ]),
    barriers: new Map([
      [1, new Map(Object.entries(barriers).map(([id, kinds]) => [id, { kinds, words: null }] as const))],
    ]),
  };
};

const results = (said: readonly Said[], scenarios: number, show: Shown = { placings: [1], barriers: [1] }) =>
  exerciseResults({
    said,
    scenarios: Array.from({ length: scenarios }, (_, place) => `s${place + 1}`),
    offered: ['CHILD', 'FV'],
    show,
    seed: 1,
    orderKey: (text) => [...text].reverse().join(''),
  });

const times = <One>(count: number, one: One): readonly One[] => new Array(count).fill(one);

test('a scenario that fewer than five people placed is not shown, and counts in no agreement', () => {
  const five = [...times(4, person([placing('FV'), placing('FV')])), person([placing('CHILD'), null])];
  const [round] = results(five, 2).rounds;
  expect(round?.scenarios[0]?.shown).toMatchObject({
    answers: 5,
    categories: [
      { code: 'CHILD', count: 1 },
      { code: 'FV', count: 4 },
    ],
  });
  expect(round?.scenarios[1]?.shown).toBeNull();
  expect(round?.category).toMatchObject({ units: 1, answers: 5 });
  const [four] = results(five.slice(0, 4), 2).rounds;
  expect(four?.scenarios.map(({ shown }) => shown)).toEqual([null, null]);
  expect(four?.category).toMatchObject({ estimate: null, why: 'NOTHING_TO_COMPARE' });
});

test('being unsure is an answer, and disagrees with those who are sure', () => {
  const all = [...times(3, person([placing('FV')])), ...times(3, person([placing('UNSURE')]))];
  // Of 30 ordered pairs, 12 agree.
  expect(results(all, 1).rounds[0]?.scenarios[0]?.shown?.alike).toBeCloseTo(12 / 30, 10);
});

test('texts are sorted by their keys, whoever said them first', () => {
  const whys = ['Ab', 'Ca', 'Bc', 'Dd', 'Ee'];
  const all = whys.map((why) => person([placing('FV', { why })]));
  const said = results(all, 1).rounds[0]?.scenarios[0]?.shown?.why;
  expect(said).toEqual(['Ca', 'Ab', 'Bc', 'Dd', 'Ee']);
  expect(results([...all].reverse(), 1).rounds[0]?.scenarios[0]?.shown?.why).toEqual(said);
});

test('barriers are shown if five people noted any, but not while they are being noted', () => {
  const noted = (count: number) => [
    ...times(count, person([placing('FV')], { barriers: { s1: ['LANGUAGE'] } })),
    ...times(3, person([placing('FV')])),
  ];
  const barriersOf = (count: number, show?: Shown) => results(noted(count), 1, show).rounds[0]?.scenarios[0]?.barriers;
  expect(barriersOf(5)).toEqual({ kinds: [{ code: 'LANGUAGE', count: 5 }], words: [] });
  expect(barriersOf(4)).toBeNull();
  expect(barriersOf(5, { placings: [1], barriers: [] })).toBeNull();
});

test('an exercise that is broken down shows no shift: with a group’s counts, the shift would reveal fewer than five', () => {
  const both = { placings: [1, 2], barriers: [] } as const;
  const moved = (group: string | null) => times(6, person([placing('NONE')], { group, second: [placing('FV')] }));
  expect(results(moved(null), 1, both).shift[0]?.cells).toEqual([{ from: 'NONE', to: 'FV', count: 6 }]);
  expect(results(moved('harbour'), 1, both).shift).toEqual([]);
});

test('trouble with wording is listed by how often language was noted, then by how little people agreed', () => {
  const barriers = { s2: ['LANGUAGE'], s3: ['LANGUAGE'] } as const;
  const said = (third: string) =>
    person([placing('FV'), placing('FV'), placing(third, { wording: 'Unsafe at home' })], { barriers });
  const all = [...times(3, said('FV')), ...times(3, said('CHILD'))];
  expect(
    whereWordingHindered(results(all, 3)).map(({ scenario, languageNoted, wordings }) => [
      scenario,
      languageNoted,
      wordings,
    ]),
  ).toEqual([
    ['s3', 6, ['Unsafe at home']],
    ['s2', 6, []],
  ]);
});
