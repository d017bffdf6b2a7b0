import { projected } from './projected.ts';
import { one } from './section.ts';

const select = { id: true, name: true, phone: true, alert: true } as const;
type Column = keyof typeof select;

/** Ten people, of whom only the columns that are asked for are given. */
function people() {
  const loads: string[] = [];
  const table = projected({
    select,
    key: 'id',
    rows: async (numbers, wanted) => {
      const columns = Object.keys(wanted);
      loads.push(`${columns.join(' ')} of ${numbers.length}`);
      return numbers.map((id) => {
        const row = { id, name: `Ada${id}`, phone: null, alert: 'falls' };
        return Object.fromEntries(Object.entries(row).filter(([column]) => columns.includes(column))) as typeof row;
      });
    },
  });
  return { table, loads };
}

const now = new Date();
const numbers = Array.from({ length: 10 }, (_, index) => String(index + 1));

test('what is asked for in one go is one statement, with the columns of all who ask and no others', async () => {
  const { table, loads } = people();
  const batch = { now };
  const name = one(table.only('name'), (row) => ({ name: row.name }));
  const alert = one(table.only('alert'), (row) => ({ alert: row.alert }));
  const told = await Promise.all(numbers.flatMap((number) => [name.of(number, batch), alert.of(number, batch)]));
  expect(told.slice(0, 2)).toEqual([{ name: 'Ada1' }, { alert: 'falls' }]);
  expect(loads).toEqual(['id name alert of 10']);
});

test('whoever comes later takes what is there, and is one statement more where it is not', async () => {
  const { table, loads } = people();
  const batch = { now };
  await Promise.all(numbers.map((number) => table.only('name', 'phone').rowsOf(number, batch)));
  await Promise.all(numbers.map((number) => table.only('phone').rowsOf(number, batch)));
  expect(loads).toEqual(['id name phone of 10']);
  const rows = await Promise.all(numbers.map((number) => table.only('alert', 'name').rowsOf(number, batch)));
  expect(rows.map(([row]) => row?.alert)).toEqual(numbers.map(() => 'falls'));
  expect(loads).toEqual(['id name phone of 10', 'id name alert of 10']);
});

test('a column that was not loaded is never read as empty', async () => {
  const { table } = people();
  const [row] = await table.only('name').rowsOf('1', { now });
  const reading = (column: Column) => () => Reflect.get(row ?? {}, column);
  expect(reading('name')()).toBe('Ada1');
  expect(reading('alert')).toThrow('The column alert was not loaded.');
  expect(reading('phone')).toThrow('The column phone was not loaded.');
});

test('one request’s rows are no other’s, and whoever previews or checks is shown whole rows', async () => {
  const { table, loads } = people();
  const seen: unknown[] = [];
  await table.only('name').rowsOf('1', { now });
  await table.only('name').rowsOf('1', { now, loaded: (rows) => seen.push(...rows) });
  expect(loads).toEqual(['id name of 1', 'id name phone alert of 1']);
  expect(seen).toEqual([{ id: '1', name: 'Ada1', phone: null, alert: 'falls' }]);
});
