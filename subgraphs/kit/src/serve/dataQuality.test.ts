import type { Count } from '@accord/contract/generated/api';
import type { Mapping } from '../mapping/Mapping.ts';
import { table } from '../mapping/table.ts';
import { dataQualityOf, tellParts } from './dataQuality.ts';

const told = (value: number): Count => ({ value, suppressed: false });
const withheld: Count = { value: null, suppressed: true };

test.each([
  ['parts and what they leave are large enough', 40, [12, 8], 40, [10, 5]],
  ['nothing is missing', 40, [0, 0], 40, [0, 0]],
  ['one is from 1 to 4: the other is kept back with it', 40, [3, 9], 40, [null, null]],
  ['what both leave is from 1 to 4', 40, [30, 7], 40, [null, null]],
  ['nobody is on file', 0, [0, 0], 0, [0, 0]],
  ['all together are from 1 to 4', 3, [1, 0], null, [null, null]],
] as const)('%s', (_what, whole, [first, second], ofWhole, parts) => {
  const count = (value: number | null): Count => (value === null ? withheld : told(value));
  expect(tellParts(whole, { first, second })).toEqual({
    whole: count(ofWhole),
    parts: { first: count(parts[0]), second: count(parts[1]) },
  });
});

test('whoever is told everything, and knows this program, cannot tell which of 1 to 4 a small part or rest is', () => {
  // Every table of as many and fewer: with one, all that are told alike.
  const most = 34;
  /** What is told, and which tables of two parts and a rest are told so. */
  const tables = new Map<string, (readonly [number, number, number])[]>();
  for (let first = 0; first <= most; first += 1)
    for (let second = 0; first + second <= most; second += 1)
      for (let rest = 0; first + second + rest <= most; rest += 1) {
        const seen = JSON.stringify(tellParts(first + second + rest, { first, second }));
        tables.set(seen, [...(tables.get(seen) ?? []), [first, second, rest]]);
      }
  for (const alike of tables.values())
    for (const at of [0, 1, 2] as const) {
      const values = new Set(alike.map((one) => one[at]));
      const small = [1, 2, 3, 4].filter((value) => values.has(value));
      if (small.length > 0)
        expect({ at, alike: alike[0], small }).toEqual({ at, alike: alike[0], small: [1, 2, 3, 4] });
    }
});

test('a record more or fewer does not show, but where a five is passed', () => {
  expect(tellParts(64, { first: 21 })).toEqual(tellParts(63, { first: 20 }));
});

test('parts that are more than the whole, or no counts, are refused', () => {
  expect(() => tellParts(5, { first: 6 })).toThrow(RangeError);
  expect(() => tellParts(5, { first: -1 })).toThrow(RangeError);
  expect(() => tellParts(5, { first: 1.5 })).toThrow(RangeError);
});

const everything = {
  ...{ records: 100, birthDates: { missing: 10, estimated: 20 }, untouched: 30 },
  ...{ alerts: { active: 50, withoutReview: 15, overdue: 25 }, alertCodes: { all: 80, unmapped: 5 } },
  needCodes: { all: 90, unmapped: 0 },
};
const mapping: Mapping = {
  id: 'harbour',
  records: table({ rows: async () => [], of: () => '1' }),
  dataQuality: async () => everything,
};
const open = { counts: () => true, days: { from: null, to: null } };
const now = new Date('2026-11-22T10:00:00Z');

test('what the mapping counts is told, and what it does not count is null', async () => {
  expect(await dataQualityOf(mapping, open, now)).toEqual({
    ...{ records: told(100), birthDatesMissing: told(10), birthDatesEstimated: told(20), recordsUntouched: told(30) },
    ...{ activeAlerts: told(50), alertsWithoutReview: told(15), reviewsOverdue: told(25) },
    ...{ alertCodesUnmapped: told(5), needCodesUnmapped: told(0) },
  });
  const little = await dataQualityOf({ ...mapping, dataQuality: async () => ({ records: 100 }) }, open, now);
  expect(little).toEqual({
    ...{ records: told(100), birthDatesMissing: null, birthDatesEstimated: null, recordsUntouched: null },
    ...{ activeAlerts: null, alertsWithoutReview: null, reviewsOverdue: null },
    ...{ alertCodesUnmapped: null, needCodesUnmapped: null },
  });
});

test('the mapping is asked by days: today, and the same day a year ago', async () => {
  const asked: unknown[] = [];
  const dataQuality: Mapping['dataQuality'] = async (days) => {
    asked.push(days);
    return everything;
  };
  await dataQualityOf({ ...mapping, dataQuality }, open, now);
  expect(asked).toEqual([{ today: '2026-11-22', yearAgo: '2025-11-22' }]);
});

test('kinds that the agency keeps back are not counted; of some days only, nothing is', async () => {
  const without = (kind: string) => dataQualityOf(mapping, { ...open, counts: (one) => one !== kind }, now);
  expect(await without('IDENTITY')).toMatchObject({
    birthDatesMissing: null,
    records: told(100),
    activeAlerts: told(50),
  });
  expect(await without('FV_RISK')).toMatchObject({
    activeAlerts: null,
    alertCodesUnmapped: null,
    birthDatesMissing: told(10),
  });
  expect(await dataQualityOf(mapping, { ...open, days: { from: '2026-01-01', to: null } }, now)).toBeNull();
});
