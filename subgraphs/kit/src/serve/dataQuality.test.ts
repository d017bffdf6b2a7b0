import type { Count } from '@accord/contract/generated/api';
import type { Mapping } from '../mapping/Mapping.ts';
import { table } from '../mapping/table.ts';
import { dataQualityOf, tellParts } from './dataQuality.ts';

const told = (value: number): Count => ({ value, suppressed: false });
const withheld: Count = { value: null, suppressed: true };

test.each([
  ['parts and what they leave are large enough', 40, [12, 8], 40, [10, 5]],
  ['nothing is missing, which is told as fewer than five are', 40, [0, 0], 40, [null, null]],
  ['one is from 1 to 4', 40, [3, 9], 40, [null, 5]],
  ['what both leave is from 1 to 4', 40, [30, 7], 40, [30, 5]],
  ['nobody is on file', 0, [0, 0], null, [null, null]],
  ['all together are from 1 to 4', 3, [1, 0], null, [null, null]],
] as const)('%s', (_what, whole, [first, second], ofWhole, parts) => {
  const count = (value: number | null): Count => (value === null ? withheld : told(value));
  expect(tellParts(whole, { first, second })).toEqual({
    whole: count(ofWhole),
    parts: { first: count(parts[0]), second: count(parts[1]) },
  });
});

test('somebody who sees every count, and knows this program, cannot tell that any count or sum of counts is from 1 to 4, or which of them it is', () => {
  // Every table up to this total. It ends just below a multiple of five, so that all tables disclosed alike are included.
  const most = 34;
  /** For each disclosure, the tables (two parts and a rest) that are disclosed that way. */
  const tables = new Map<string, (readonly [number, number, number])[]>();
  for (let first = 0; first <= most; first += 1)
    for (let second = 0; first + second <= most; second += 1)
      for (let rest = 0; first + second + rest <= most; rest += 1) {
        const seen = JSON.stringify(tellParts(first + second + rest, { first, second }));
        tables.set(seen, [...(tables.get(seen) ?? []), [first, second, rest]]);
      }
  for (const alike of tables.values())
    for (const at of [[0], [1], [2], [0, 1], [0, 2], [1, 2]]) {
      const values = new Set(alike.map((one) => at.reduce((sum, nth) => sum + (one[nth] ?? 0), 0)));
      const isFew = (value: number): boolean => value >= 1 && value <= 4;
      // A value that could be 1 to 4 must also be possible as 0 or as 5 and more, with at least five possible values in
      // all.
      const safe = ![...values].some(isFew) || (values.size >= 5 && ![...values].every(isFew));
      expect({ at, alike: alike[0], safe }).toEqual({ at, alike: alike[0], safe: true });
    }
});

test('a record more or fewer does not show unless a multiple of five is passed: not the first one, and not the last', () => {
  /** The largest size of each part, and of the rest. */
  const most = 21;
  for (let first = 0; first <= most; first += 1)
    for (let second = 0; second <= most; second += 1)
      for (let rest = 0; rest <= most; rest += 1) {
        const whole = first + second + rest;
        const seen = JSON.stringify(tellParts(whole, { first, second }));
        const passes = (count: number): boolean => count % 5 === 0;
        if (!passes(rest) && !passes(whole)) expect(JSON.stringify(tellParts(whole - 1, { first, second }))).toBe(seen);
        if (first > 0 && !passes(first) && !passes(whole))
          expect(JSON.stringify(tellParts(whole - 1, { first: first - 1, second }))).toBe(seen);
        if (first > 0 && !passes(first))
          expect(JSON.stringify(tellParts(whole, { first: first - 1, second }))).toBe(seen);
      }
  // Somebody who asks all day does not see the first alert without a review date appear, or the last one disappear.
  expect(tellParts(40, { first: 1 })).toEqual(tellParts(40, { first: 0 }));
  expect(tellParts(40, { first: 39 })).toEqual(tellParts(40, { first: 36 }));
});

test('parts that add up to more than the whole, or that are not counts, are refused', () => {
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

test('what the mapping counts is reported, and what it does not count is null', async () => {
  expect(await dataQualityOf(mapping, open, now)).toEqual({
    ...{ records: told(100), birthDatesMissing: told(10), birthDatesEstimated: told(20), recordsUntouched: told(30) },
    ...{ activeAlerts: told(50), alertsWithoutReview: told(15), reviewsOverdue: told(25) },
    ...{ alertCodesUnmapped: told(5), needCodesUnmapped: withheld },
  });
  const little = await dataQualityOf({ ...mapping, dataQuality: async () => ({ records: 100 }) }, open, now);
  expect(little).toEqual({
    ...{ records: told(100), birthDatesMissing: null, birthDatesEstimated: null, recordsUntouched: null },
    ...{ activeAlerts: null, alertsWithoutReview: null, reviewsOverdue: null },
    ...{ alertCodesUnmapped: null, needCodesUnmapped: null },
  });
});

test('the mapping is given two days: today, and the same day a year ago', async () => {
  const asked: unknown[] = [];
  const dataQuality: Mapping['dataQuality'] = async (days) => {
    asked.push(days);
    return everything;
  };
  await dataQualityOf({ ...mapping, dataQuality }, open, now);
  expect(asked).toEqual([{ today: '2026-11-22', yearAgo: '2025-11-22' }]);
});

test('kinds that the agency withholds are not counted; when the policy limits days, nothing is', async () => {
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
