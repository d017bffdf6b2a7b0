import { batched, mostAtOnce } from './batched.ts';
import { loading } from './loading.ts';
import { type Batch, rowsByKey, type Table } from './table.ts';

type Key = string | number | bigint;

/** How rows of one table lead to rows of the next, where nothing in the database says so. */
export type ThroughGiven<From, Joint extends Key, Row> = Readonly<{
  /** The key or keys that a row leads to; null where it leads nowhere. */
  key: (row: From) => Joint | readonly Joint[] | null | undefined;
  rows: (keys: Joint[], batch: Batch) => PromiseLike<readonly Row[]>;
  /** The key that a row of the next table belongs to. */
  of: (row: Row) => Key;
}>;

/**
 * The rows of the next table that a record's rows lead to, each once, such as a person's cases by way of the list of
 * parties.
 *
 * Works over any number of hops: `through(through(people, …), …)`. Each hop is one statement for all records of a request,
 * and asks for each key once. A row that two rows of one record lead to appears once for that record.
 */
export function through<From, Joint extends Key, Row>(
  from: Table<From>,
  given: ThroughGiven<From, Joint, Row>,
): Table<Row> {
  return hop(from, given, (rows, next) => {
    const keys = new Set(rows.flatMap((row) => keysOf(row, given).map(String)));
    return [...keys].flatMap((key) => next.get(key) ?? []);
  });
}

/**
 * Each row of a table beside the rows of the next one that it leads to, such as an alert beside the worker whose initials
 * it bears. A row that leads to none stays, beside an empty list.
 */
export function beside<From, Joint extends Key, Row>(
  from: Table<From>,
  given: ThroughGiven<From, Joint, Row>,
): Table<readonly [From, readonly Row[]]> {
  return hop(from, given, (rows, next) =>
    rows.map((row) => {
      const keys = new Set(keysOf(row, given).map(String));
      return [row, [...keys].flatMap((key) => next.get(key) ?? [])] as const;
    }),
  );
}

function hop<From, Joint extends Key, Row, Told>(
  from: Table<From>,
  given: ThroughGiven<From, Joint, Row>,
  tell: (rows: readonly From[], next: ReadonlyMap<string, readonly Row[]>) => readonly Told[],
): Table<Told> {
  return batched(async (numbers, batch) => {
    const rows = await Promise.all(numbers.map((number) => from.rowsOf(number, batch)));
    const keys = new Map(rows.flat().flatMap((row) => keysOf(row, given).map((key) => [String(key), key] as const)));
    const next = await load([...keys], given, batch);
    return rows.map((each) => tell(each, next));
  });
}

async function load<From, Joint extends Key, Row>(
  keys: readonly (readonly [string, Joint])[],
  given: ThroughGiven<From, Joint, Row>,
  batch: Batch,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { rows, of } = given;
  const found = new Map<string, readonly Row[]>();
  for (let at = 0; at < keys.length; at += mostAtOnce) {
    const asked = keys.slice(at, at + mostAtOnce);
    const wanted = asked.map(([, key]) => key);
    const loaded = await loading(given, batch, () => rows(wanted, batch));
    const names = asked.map(([name]) => name);
    for (const [key, some] of rowsByKey(names, loaded, of, batch)) found.set(key, some);
  }
  return found;
}

const keysOf = <From, Joint extends Key, Row>(row: From, { key }: ThroughGiven<From, Joint, Row>): readonly Joint[] => {
  const keys = key(row);
  if (keys === null || keys === undefined) return [];
  return typeof keys === 'object' ? keys : [keys];
};
