import fc from 'fast-check';
import { sparing } from '../database/sparing.ts';
import { describeFault } from '../serve/describeFault.ts';
import { ColumnsRead } from './ColumnsRead.ts';
import { many, one } from './section.ts';
import { type Batch, table } from './table.ts';
import { beside } from './through.ts';

type Worker = Readonly<{ id: number; name: string; phone: string }>;
type Person = Readonly<{
  id: number;
  name: string;
  phone: string | null;
  alert: string;
  level: number | null;
  worker: Worker;
}>;
type Args = Readonly<{
  where: Readonly<{ id: Readonly<{ in: readonly number[] }> }>;
  include?: Readonly<{ worker?: unknown }>;
  select?: Readonly<Record<string, unknown>>;
}>;

const people: readonly Person[] = Array.from({ length: 12 }, (_, index) => ({
  id: index + 1,
  name: `Ada${index + 1}`,
  phone: index % 3 === 0 ? '0491 570 006' : null,
  alert: index < 6 ? '' : 'falls',
  level: index < 6 ? null : index,
  worker: { id: 1 + (index % 2), name: `Bo${index % 2}`, phone: '03 5550 0000' },
}));

/** What Prisma returns for `select` and `include`, for the two tables here. */
function partOf(row: object, { select, include }: Readonly<{ select?: unknown; include?: unknown }>): object {
  const whole = Object.entries(row).filter(([, value]) => typeof value !== 'object' || value === null);
  const wanted = new Map(Object.entries(select ?? { ...Object.fromEntries(whole), ...(include ?? {}) }));
  return Object.fromEntries(
    [...wanted].map(([name]) => {
      const value: unknown = Reflect.get(row, name);
      const below: unknown = Reflect.get(Object(select ?? include), name);
      const isRow = typeof value === 'object' && value !== null;
      return [name, isRow ? partOf(value, typeof below === 'object' && below !== null ? below : {}) : value];
    }),
  );
}

/** A client that finds these people as Prisma would, and a log of what it was asked to load. */
function openPeople() {
  const loads: string[] = [];
  const told = (select: unknown): string =>
    Object.entries(Object(select))
      .map(([name, below]) => (below === true ? name : `${name}(${told(Reflect.get(Object(below), 'select'))})`))
      .join(' ');
  const db = sparing({
    person: {
      findMany: async (args: Args) => {
        loads.push(`${args.select ? told(args.select) : 'whole'} of ${args.where.id.in.length}`);
        return people.filter(({ id }) => args.where.id.in.includes(id)).map((row) => partOf(row, args) as Person);
      },
    },
  });
  const persons = table({
    rows: (numbers) => db.person.findMany({ where: { id: { in: numbers.map(Number) } }, include: { worker: true } }),
    of: ({ id }) => id,
  });
  return { db, persons, loads };
}

const now = new Date('2026-11-22T10:00:00Z');
const numbers = people.map(({ id }) => String(id));
type Section = Readonly<{ of(number: string, batch: Batch): Promise<unknown> }>;
const all =
  (section: Section, records = numbers) =>
  (batch: Batch) =>
    Promise.all(records.map((number) => section.of(number, batch)));

test('asked again, a question loads only the columns read the first time, relations included, and gives the same answer', async () => {
  const { persons, loads } = openPeople();
  const columns = new ColumnsRead();
  const involvement = one(persons, ({ name, worker }) => ({ name, by: worker.name }));
  const first = await columns.answer('involvement', now, all(involvement));
  const again = await columns.answer('involvement', now, all(involvement));
  expect(again).toEqual(first);
  expect(again[1]).toEqual({ name: 'Ada2', by: 'Bo1' });
  expect(loads).toEqual(['whole of 12', 'id name worker(name) of 12']);
});

test('what one question reads is not loaded for another, and where rows only have to exist, only their number is loaded', async () => {
  const { persons, loads } = openPeople();
  const columns = new ColumnsRead();
  const name = one(persons, ({ name }) => ({ name }));
  const isThere: Section = { of: async (number, batch) => (await persons.rowsOf(number, batch)).length };
  for (const _ of ['first', 'again']) {
    await columns.answer('name', now, all(name));
    expect(await columns.answer('nothing', now, all(isThere))).toEqual(numbers.map(() => 1));
  }
  expect(loads).toEqual(['whole of 12', 'whole of 12', 'id name of 12', 'id of 12']);
});

test('a row given to structuredClone is refused, never copied without the columns that were not loaded, and the log says what to do', async () => {
  const { persons, loads } = openPeople();
  const columns = new ColumnsRead();
  const cloned = one(persons, (row) => structuredClone(row));
  const fault: unknown = await columns.answer('cloned', now, all(cloned)).catch((error: unknown) => error);
  expect(fault).toMatchObject({ name: 'DataCloneError' });
  expect(describeFault(fault).advice).toContain('{ ...row }');
  const name = one(persons, ({ name }) => ({ name }));
  await columns.answer('copied', now, all(name));
  const copied = one(persons, (row) => structuredClone({ ...row, worker: null }));
  expect(await columns.answer('copied', now, all(copied, ['1']))).toEqual([{ ...people[0], worker: null }]);
  expect(loads.slice(-2)).toEqual(['id name of 1', 'whole of 1']);
});

test('a column that is read for some rows only never reads as empty: whole rows are loaded once, and the column from then on', async () => {
  const { persons, loads } = openPeople();
  const columns = new ColumnsRead();
  const alerts = one(persons, ({ alert, level, phone }) => (alert === '' ? null : { alert, level, phone }));
  // Destructuring like this reads all of these columns.
  const sparsely = one(persons, (row) => (row.alert === '' ? null : { alert: row.alert, level: row.level }));
  expect(await columns.answer('taken apart', now, all(alerts, ['1']))).toEqual([null]);
  expect(await columns.answer('alerts', now, all(sparsely, ['1', '2']))).toEqual([null, null]);
  loads.splice(0);
  const found = await columns.answer('alerts', now, all(sparsely));
  expect(found.slice(5, 7)).toEqual([null, { alert: 'falls', level: 6 }]);
  expect(await columns.answer('alerts', now, all(sparsely))).toEqual(found);
  expect(loads).toEqual(['id alert of 12', 'whole of 12', 'id alert level of 12']);
});

test('code that catches the error for a missing column has not answered', async () => {
  const { persons } = openPeople();
  const columns = new ColumnsRead();
  const careless = one(persons, (row) => {
    try {
      return { level: row.alert === '' ? null : row.level };
    } catch {
      return { level: null };
    }
  });
  await columns.answer('level', now, all(careless, ['1']));
  expect(await columns.answer('level', now, all(careless, ['9']))).toEqual([{ level: 8 }]);
});

test.each<[string, (row: Person) => object]>([
  ['spread', (row) => ({ ...row })],
  ['listed', (row) => Object.entries(row)],
  ['written as JSON', (row) => [JSON.stringify(row)]],
  ['taken apart', ({ id: _, ...others }) => others],
  ['looked through', (row) => [Object.hasOwn(row, 'phone') && 'level' in row && row.name]],
  ['merged', (row) => Object.assign({}, row)],
  ['what came with them spread', (row) => ({ ...row.worker })],
])('rows that are %s are served whole', async (_how, copy) => {
  const { persons } = openPeople();
  const columns = new ColumnsRead();
  const section = one(persons, (row) => (row.id < 7 ? { id: row.id } : copy(row)));
  const whole = await all(section)({ now });
  await columns.answer('copies', now, all(section, ['1']));
  expect(await columns.answer('copies', now, all(section))).toEqual(whole);
  expect(await columns.answer('copies', now, all(section))).toEqual(whole);
});

test('statements in which a mapping makes its own selection, and those it sends after waiting, are left as written', async () => {
  const { db, loads } = openPeople();
  const columns = new ColumnsRead();
  const where = (given: readonly string[]) => ({ id: { in: given.map(Number) } });
  const selected = table({
    rows: (given) => db.person.findMany({ where: where(given), select: { id: true, phone: true } }),
    of: ({ id }) => id,
  });
  const late = table({
    rows: async (given) => {
      await Promise.resolve();
      return db.person.findMany({ where: where(given) });
    },
    of: ({ id }) => id,
  });
  for (const each of [selected, late]) {
    const section = one(each, ({ id }) => ({ id }));
    for (const _ of ['first', 'again']) await columns.answer('ids', now, all(section));
  }
  expect(loads).toEqual(['id phone of 12', 'id phone of 12', 'whole of 12', 'whole of 12']);
});

test('rows of the next table are loaded by the columns read of them', async () => {
  const { db, persons, loads } = openPeople();
  const columns = new ColumnsRead();
  const pairs = beside(persons, {
    key: ({ worker }) => worker.id,
    rows: (keys) => db.person.findMany({ where: { id: { in: keys } } }),
    of: ({ id }) => id,
  });
  const section = many(pairs, ([row, [next]]) => ({ name: row.name, next: next?.name }));
  const whole = await all(section)({ now });
  await columns.answer('pairs', now, all(section));
  loads.splice(0);
  expect(await columns.answer('pairs', now, all(section))).toEqual(whole);
  expect(loads).toEqual(['id name worker(id) of 12', 'id name of 2']);
});

test('nothing is learnt where there was no row to learn from', async () => {
  const { persons, loads } = openPeople();
  const columns = new ColumnsRead();
  const name = one(persons, (row) => ({ name: row.name }));
  await columns.answer('name', now, all(name, ['99']));
  expect(await columns.answer('name', now, all(name, ['1']))).toEqual([{ name: 'Ada1' }]);
  expect(loads).toEqual(['whole of 1', 'whole of 1']);
});

type Reading = Readonly<{
  reads: readonly (keyof Person)[];
  where: keyof Person;
  is: boolean;
  instead: readonly (keyof Person)[];
}>;
const some = fc.uniqueArray(fc.constantFrom<keyof Person>('id', 'name', 'phone', 'alert', 'level', 'worker'), {
  maxLength: 4,
});
const reading: fc.Arbitrary<Reading> = fc.record({
  ...{ reads: some, instead: some, is: fc.boolean() },
  where: fc.constantFrom<keyof Person>('phone', 'alert', 'level'),
});

test('whatever a mapping reads, and in whatever order it is asked, it answers as it does from whole rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(reading, { minLength: 1, maxLength: 3 }),
      fc.array(
        fc.tuple(
          fc.constantFrom('a', 'b'),
          fc.uniqueArray(fc.constantFrom(...numbers), { minLength: 1 }),
          fc.boolean(),
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      async (readings, asked) => {
        const { persons } = openPeople();
        const columns = new ColumnsRead();
        const sections = readings.map(({ reads, where, is, instead }) =>
          one(persons, (row) =>
            Object.fromEntries(
              (!row[where] === is ? reads : instead).map((name) => [
                name,
                name === 'worker' ? row.worker.phone : row[name],
              ]),
            ),
          ),
        );
        const answers = (records: readonly string[]) => async (batch: Batch) =>
          Promise.all(sections.map((section) => all(section, [...records])(batch)));
        const pending: Promise<void>[] = [];
        for (const [question, records, waits] of asked) {
          const whole = await answers(records)({ now });
          const told = columns.answer(question, now, answers(records)).then((answer) => expect(answer).toEqual(whole));
          if (waits) await told;
          pending.push(told);
        }
        await Promise.all(pending);
      },
    ),
  );
});
