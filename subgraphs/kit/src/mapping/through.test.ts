import { asOf } from './asOf.ts';
import { attributes } from './attributes.ts';
import { latest } from './latest.ts';
import { table } from './table.ts';
import { beside, through } from './through.ts';

const parties = [
  { person: 1, caseNo: 'C1' },
  { person: 1, caseNo: 'C2' },
  { person: 1, caseNo: 'C1' },
  { person: 2, caseNo: 'C2' },
  { person: 3, caseNo: null },
  { person: 4, caseNo: 'C9' },
];
const cases = [
  { caseNo: 'C1', offices: [7, 8] },
  { caseNo: 'C2', offices: [8] },
  { caseNo: 'C3', offices: [9] },
];
const offices = [7, 8, 9].map((id) => ({ id, name: `office ${id}` }));

/** Three tables whose relations no database knows, and a log of what was asked of each. */
function opened() {
  const asked: (readonly (string | number)[])[] = [];
  const seen = <Key extends string | number>(keys: readonly Key[]): readonly Key[] => {
    asked.push([...keys].sort());
    return keys;
  };
  const party = table({
    rows: async (numbers) => parties.filter(({ person }) => seen(numbers).includes(String(person))),
    of: ({ person }) => person,
  });
  const given = {
    key: ({ caseNo }: (typeof parties)[number]) => caseNo,
    rows: async (keys: string[]) => {
      seen(keys);
      return cases.filter(({ caseNo }) => keys.includes(caseNo)).reverse();
    },
    of: ({ caseNo }: (typeof cases)[number]) => caseNo,
  };
  const office = through(through(party, given), {
    key: (row) => row.offices,
    rows: async (keys) => {
      seen(keys);
      return offices.filter(({ id }) => keys.includes(id));
    },
    of: ({ id }) => id,
  });
  return { asked, office, cases: beside(party, given) };
}
const batch = { now: new Date('2026-11-22T10:00:00Z') };

test('two hops give each record the rows it leads to, each once', async () => {
  const { office } = opened();
  const told = await Promise.all(['1', '2', '3', '4', '5'].map((number) => office.rowsOf(number, batch)));
  expect(told.map((rows) => rows.map(({ id }) => id))).toEqual([[7, 8], [8], [], [], []]);
});

test('a hop asks once for all records, and once for each key', async () => {
  const { office, asked } = opened();
  await Promise.all(['1', '2', '3', '4'].map((number) => office.rowsOf(number, batch)));
  expect(asked.slice(-2)).toEqual([
    ['C1', 'C2', 'C9'],
    [7, 8],
  ]);
});

test('where the next table has no match, a row stays beside an empty list', async () => {
  const { cases: told } = opened();
  expect(await told.rowsOf('4', batch)).toEqual([[{ person: 4, caseNo: 'C9' }, []]]);
  expect((await told.rowsOf('1', batch)).map(([, [found]]) => found?.caseNo)).toEqual(['C1', 'C2', 'C1']);
});

test('a padded key is the same key, as it is to the databases that pad it', async () => {
  const from = table({ rows: async () => [{ no: 'B7  ' }], of: ({ no }) => no });
  const rows = async () => [{ no: 'B7' }, { no: 'B7    ' }, { no: 'b7' }, { no: 'B' }];
  const next = through(from, { key: ({ no }) => no, rows, of: ({ no }) => no });
  expect(await next.rowsOf('B7', batch)).toEqual([{ no: 'B7' }, { no: 'B7    ' }]);
});

test('where no row leads further, nothing more is asked', async () => {
  const { office, asked } = opened();
  expect(await office.rowsOf('3', batch)).toEqual([]);
  expect(asked.flat()).not.toContain('C1');
  expect(new Set(asked.flat())).toEqual(new Set(['3']));
});

const rowsOfAll = <Row>(rows: readonly Row[]) => table({ rows: async () => rows, of: () => 1 });

test('of a history, the last row counts, and a row without a position comes before all others', async () => {
  const history = rowsOfAll([
    { alert: 1, version: 2 },
    { alert: 1, version: 10 },
    { alert: 2, version: null },
    { alert: 2, version: 1 },
  ]);
  const by = ({ version }: { version: number | null }) => version;
  expect(await latest(history, by).rowsOf('1', batch)).toEqual([{ alert: 1, version: 10 }]);
  expect(await latest(history, by, { per: ({ alert }) => alert }).rowsOf('1', batch)).toEqual([
    { alert: 1, version: 10 },
    { alert: 2, version: 1 },
  ]);
});

test('a row whose subject is unknown is not mistaken for another’s', async () => {
  const history = rowsOfAll([
    { alert: null, version: 1 },
    { alert: 1, version: 1 },
    { alert: null, version: 2 },
    { alert: 1, version: 2 },
  ]);
  const told = latest(history, ({ version }) => version, { per: ({ alert }) => alert });
  expect(await told.rowsOf('1', batch)).toEqual([
    { alert: null, version: 1 },
    { alert: 1, version: 2 },
    { alert: null, version: 2 },
  ]);
});

test.each([
  ['days are both included', '2026-11-22', '2026-11-22', true],
  ['a day that is over does not hold', '2026-01-01', '2026-11-21', false],
  ['a day that has not come does not hold', '2026-11-23', null, false],
  ['open sides hold', null, '', true],
  ['an instant holds from its beginning', new Date('2026-11-22T10:00:00Z'), null, true],
  ['and no longer at its end', null, new Date('2026-11-22T10:00:00Z'), false],
])('of a validity period: %s', async (_rule, since, until, holds) => {
  const told = asOf(rowsOfAll([{ since, until }]), { since: (row) => row.since, until: (row) => row.until });
  expect(await told.rowsOf('1', batch)).toHaveLength(holds ? 1 : 0);
});

test('the day is the one where the agency is', async () => {
  const evening = { now: new Date('2026-11-22T20:00:00Z') };
  const rows = rowsOfAll([{ since: '2026-11-23' }]);
  const given = { since: ({ since }: { since: string }) => since, until: () => null };
  expect(await asOf(rows, given).rowsOf('1', evening)).toEqual([]);
  expect(await asOf(rows, { ...given, timeZone: 'Australia/Melbourne' }).rowsOf('1', evening)).toHaveLength(1);
});

test('attributes become one row: the first value of each, null for missing ones', async () => {
  const rows = rowsOfAll([
    { attribute: 'PH', value: '0491 570 006' },
    { attribute: 'PH', value: '0491 570 156' },
    { attribute: '__proto__', value: 'x' },
  ]);
  const told = attributes(rows, {
    name: ({ attribute }) => attribute,
    value: ({ value }) => value,
    take: { phone: 'PH', email: 'EM' },
  });
  expect(await told.rowsOf('1', batch)).toEqual([{ phone: '0491 570 006', email: null }]);
  expect(await told.rowsOf('2', batch)).toEqual([{ phone: null, email: null }]);
});
