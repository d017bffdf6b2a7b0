import type { LinkageRow } from './Mapping.ts';
import { many, one } from './section.ts';
import { type People, several } from './several.ts';
import { table } from './table.ts';

const batch = { now: new Date('2026-11-22T10:00:00Z') };

function people(numbers: readonly string[], name: string): People {
  const rows = table({ rows: async (asked) => numbers.filter((number) => asked.includes(number)), of: (row) => row });
  const row = (number: string) => ({
    ...{ number, given: name, family: null, dateOfBirth: null, sex: null, dobAccuracy: 'UNKNOWN' as const },
    ...{ worker: null, open: true },
  });
  return {
    records: rows,
    identity: one(rows, () => ({ name: { given: name, family: null } })),
    alerts: many(rows, (number) => ({ id: number, about: [] })),
    figures: async () => ({ people: numbers.length, alerts: [['MEDICAL', 2]], needs: [] }),
    linkage: {
      page: async (after, size) => {
        if (after === '') throw new Error('No record has no number.');
        const from = after === null ? 0 : numbers.indexOf(after) + 1;
        return numbers.slice(from, from + size).map(row);
      },
      count: async () => numbers.length,
      changes: async (cursor) => ({ rows: cursor ? [] : [row('1')], removed: [], cursor: `seen by ${name}` }),
    },
  };
}
const { notes: _none, ...child } = people(['1', '9'], 'Bo');
const adult: People = { ...people(['1', '2', '3'], 'Ada'), notes: { of: async () => [{ id: 5, about: [] }] } };
const both = several({ ADULT: adult, CHILD: child });

test('a number leads to its own table, whatever the other has under the same', async () => {
  const names = ['ADULT/1', 'CHILD/1', 'CHILD/2', 'CHILD/9', '1', 'OTHER/1', 'CHILD/', '/1', 'constructor/1'];
  const told = await Promise.all(names.map((number) => both.identity?.of(number, batch)));
  expect(told.map((identity) => identity?.name?.given)).toEqual([
    'Ada',
    'Bo',
    undefined,
    'Bo',
    ...Array(5).fill(undefined),
  ]);
  expect(await both.records.rowsOf('CHILD/9', batch)).toHaveLength(1);
  expect(await both.records.rowsOf('ADULT/9', batch)).toEqual([]);
});

test('entries are numbered by table, and a section that a table lacks is null for its records', async () => {
  expect(await both.alerts?.of('CHILD/9', batch)).toEqual([{ id: 'CHILD/9', about: [] }]);
  expect(await both.notes?.of('ADULT/1', batch)).toEqual([{ id: 'ADULT/5', about: [] }]);
  expect(await both.notes?.of('CHILD/1', batch)).toBeNull();
  expect(both.needs).toBeUndefined();
});

test('linkage comes table after table, and ends', async () => {
  const numbers: (string | number)[] = [];
  for (let after: string | null = null; ; ) {
    const page: readonly LinkageRow[] = (await both.linkage?.page(after, 2)) ?? [];
    if (page.length === 0) break;
    numbers.push(...page.map(({ number }) => number));
    after = String(page.at(-1)?.number);
  }
  expect(numbers).toEqual(['ADULT/1', 'ADULT/2', 'ADULT/3', 'CHILD/1', 'CHILD/9']);
  expect(await both.linkage?.count?.()).toBe(5);
  const starts = both.linkage?.starts?.map(async (start) => (await both.linkage?.page(start, 1))?.[0]?.number);
  expect(await Promise.all(starts ?? [])).toEqual(['ADULT/1', 'CHILD/1']);
});

test('lists of changes are read one after the other, each from its own place', async () => {
  const first = await both.linkage?.changes?.(null, 10);
  const second = await both.linkage?.changes?.(first?.cursor ?? '', 10);
  const third = await both.linkage?.changes?.(second?.cursor ?? '', 10);
  expect([first, second, third].map((page) => page?.rows.map(({ number }) => number))).toEqual([
    ['ADULT/1'],
    ['CHILD/1'],
    [],
  ]);
  expect(third?.cursor).toBe(second?.cursor);
});

test('figures are those of all tables', async () => {
  const figures = await both.figures?.({ from: '2026-01-01', to: '2026-11-22' });
  expect(figures).toEqual({
    people: 5,
    alerts: [
      ['MEDICAL', 2],
      ['MEDICAL', 2],
    ],
    needs: [],
  });
});

test('a prefix that would not be told from a number is refused', () => {
  expect(() => several({ 'A/B': adult })).toThrow(
    'several: "A/B" cannot stand before record numbers. Use a word without "/", such as ADULT.',
  );
});
