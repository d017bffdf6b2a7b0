import { alertTerms } from '@accord/contract/vocabulary';
import type { LinkageRow, RawDataQuality } from './Mapping.ts';
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

test('who is in charge is asked of the record’s own table', async () => {
  const told = several({
    ADULT: { ...adult, inCharge: { of: async (number) => ({ user: `worker${number}` }) } },
    CHILD: child,
  });
  expect(await told.inCharge?.of('ADULT/2', batch)).toEqual({ user: 'worker2' });
  expect(await told.inCharge?.of('CHILD/1', batch)).toBeNull();
  expect(both.inCharge).toBeUndefined();
});

test('how well records are kept is added up; what one table does not count is not known of all', async () => {
  const days = { today: '2026-11-22', yearAgo: '2025-11-22' };
  const counting = (people: People, counts: RawDataQuality): People => ({ ...people, dataQuality: async () => counts });
  const told = several({
    ADULT: counting(adult, {
      ...{ records: 30, birthDates: { missing: 3, estimated: 2 }, untouched: 7 },
      ...{ alerts: { active: 9, withoutReview: 2, overdue: 1 }, needCodes: { all: 5, unmapped: 1 } },
    }),
    CHILD: counting(child, {
      ...{ records: 12, birthDates: { missing: 1 }, alertCodes: { all: 4, unmapped: 0 } },
      ...{ alerts: { active: 1, withoutReview: 0, overdue: 1 }, needCodes: { all: 5, unmapped: 1 } },
    }),
  });
  expect(await told.dataQuality?.(days)).toEqual({
    ...{ records: 42, birthDates: { missing: 4 } },
    ...{ alerts: { active: 10, withoutReview: 2, overdue: 2 }, needCodes: { all: 10, unmapped: 2 } },
  });
  expect(both.dataQuality).toBeUndefined();
  expect(() => several({ ADULT: counting(adult, { records: 30 }), CHILD: child })).toThrow(
    'several: "CHILD" has no "dataQuality", but others have. Give it to all of them, or to none: all records are counted, or none.',
  );
});

test('agreed alerts are those of all tables, and one code means one thing', () => {
  const term = { ...alertTerms[0], code: 'HEAT' };
  const told = several({ ADULT: { ...adult, agreedAlerts: [term] }, CHILD: { ...child, agreedAlerts: [{ ...term }] } });
  expect(told.agreedAlerts).toEqual([term]);
  const other = { ...term, label: 'Another' };
  expect(() =>
    several({ ADULT: { ...adult, agreedAlerts: [term] }, CHILD: { ...child, agreedAlerts: [other] } }),
  ).toThrow('several: two tables define the agreed alert "HEAT" differently.');
});

test.each(['writes', 'ownModules', 'extract'])(
  'what is the agency’s as a whole is not taken from one table: %s',
  (name) => {
    expect(() => several({ ADULT: { ...adult, [name]: {} }, CHILD: child })).toThrow(
      `several: "ADULT" has "${name}", which belongs to the agency as a whole. Give it beside: { ...several(…), ${name} }`,
    );
  },
);

test('who could not be read stays so under the table’s prefix, and where one table does not know, nobody does', async () => {
  const unreadBy = (people: People, unread: () => Promise<readonly string[] | null>): People => ({
    ...people,
    ...(people.linkage && { linkage: { ...people.linkage, unread } }),
  });
  const knowing = unreadBy(adult, async () => ['7']);
  const told = (other: People) => several({ ADULT: knowing, CHILD: other }).linkage?.unread?.();
  expect(await told(unreadBy(child, async () => ['7', '8']))).toEqual(['ADULT/7', 'CHILD/7', 'CHILD/8']);
  expect(await told(unreadBy(child, async () => null))).toBeNull();
  expect(await told(child)).toBeUndefined();
});

test('a list of changes that ends by giving its last ones again hides no other table’s', async () => {
  const row = (number: number) => ({
    ...{ number, given: null, family: null, dateOfBirth: null, sex: null, dobAccuracy: 'UNKNOWN' as const },
    ...{ worker: null, open: true },
  });
  // As one that is read by the time of a change does: from that time on, and not after it.
  const since = (log: readonly (readonly [time: string, number: number])[]) => ({
    page: async () => [],
    changes: async (cursor: string | null, size: number) => {
      const found = log.filter(([time]) => time >= (cursor ?? '')).slice(0, size);
      return {
        rows: found.map(([, number]) => row(number)),
        removed: [],
        cursor: found.at(-1)?.[0] ?? cursor ?? '',
      };
    },
  });
  const adults: (readonly [string, number])[] = [['8:00', 1]];
  const { changes } =
    several({
      ADULT: { ...adult, linkage: since(adults) },
      CHILD: {
        ...child,
        linkage: since([
          ['8:00', 5],
          ['9:00', 6],
        ]),
      },
    }).linkage ?? {};
  const read = async (from: string | null) => {
    const numbers = new Set<string | number>();
    for (let [cursor, turns] = [from, 0]; ; turns += 1) {
      const page = await changes?.(cursor, 2);
      for (const { number } of page?.rows ?? []) numbers.add(number);
      if (!page || page.cursor === cursor || turns > 9) return { numbers: [...numbers], cursor };
      cursor = page.cursor;
    }
  };
  const first = await read(null);
  expect(first.numbers).toEqual(['ADULT/1', 'CHILD/5', 'CHILD/6']);
  // Another change of that same moment.
  adults.push(['8:00', 2]);
  expect((await read(first.cursor)).numbers).toContain('ADULT/2');
});
