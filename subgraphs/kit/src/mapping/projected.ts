import DataLoader from 'dataloader';
import { mostAtOnce } from './batched.ts';
import { type Batch, rowsByKey, type Table } from './table.ts';

/** How to load the rows of many records at once, and only those of their columns that are needed. */
export type ProjectedGiven<Select extends object, Row extends Readonly<Record<keyof Select, unknown>>> = Readonly<{
  /** Every column and relation that is read of it, as Prisma's `select` has them. */
  select: Select;
  /** Called with the part of `select` that is needed now. */
  rows: (numbers: readonly string[], select: Select, batch: Batch) => PromiseLike<readonly Row[]>;
  /** The column that says which record a row belongs to; it is always loaded. */
  key: keyof Select & string;
}>;

/** A table of which each section says what it reads. */
export type Projected<Row> = Table<Row> &
  Readonly<{
    /** The same rows, with these columns: nothing else of them can be read, and nothing else is loaded for it. */
    only<Column extends keyof Row & string>(...columns: readonly Column[]): Table<Pick<Row, Column>>;
  }>;

/**
 * Declares a table as `table` does, but for what is loaded: of a request's statement it is the columns that the sections then asked for read,
 * together, and no more. A section that comes later and reads others is one statement more, however many records there are.
 *
 * A column that was not loaded is not empty: to read it throws, naming it.
 */
export function projected<Select extends object, Row extends Readonly<Record<keyof Select, unknown>>>({
  select,
  rows,
  key,
}: ProjectedGiven<Select, Row>): Projected<Row> {
  const all = Object.keys(select);
  const kept = new WeakMap<Batch, Loads<Row>>();

  const load = async (numbers: readonly string[], columns: ReadonlySet<string>, batch: Batch) => {
    const loaded = await rows(numbers, partOf(select, columns), batch);
    const missing = all.filter((column) => !columns.has(column));
    if (missing.length > 0) for (const row of loaded) Object.setPrototypeOf(row, unread(missing));
    const byNumber = rowsByKey(numbers, loaded, (row) => String(row[key]), batch);
    return numbers.map((number) => byNumber.get(number) ?? []);
  };

  const loadsOf = (batch: Batch): Loads<Row> => {
    const known = kept.get(batch) ?? new Loads<Row>((numbers, columns) => load(numbers, columns, batch));
    kept.set(batch, known);
    return known;
  };

  const only = (...columns: readonly string[]): Table<Row> => {
    const needed = new Set([key, ...columns]);
    return {
      // Whoever looks at rows themselves, to preview or to check, is shown them whole.
      rowsOf: (number, batch) => loadsOf(batch).rowsOf(number, batch.loaded || batch.read ? new Set(all) : needed),
    };
  };
  // That a row is read through its own columns only is what `only` says of it; the rows are the same.
  return { ...only(...all), only };
}

type LoadRows<Row> = (numbers: readonly string[], columns: ReadonlySet<string>) => Promise<readonly (readonly Row[])[]>;
type OneLoad<Row> = Readonly<{
  columns: Set<string>;
  numbers: Set<string>;
  loader: DataLoader<string, readonly Row[]>;
}>;

/** One request's loads of a table. What is asked for in one go is one load, with the columns of all who ask. */
class Loads<Row> {
  readonly #load: LoadRows<Row>;
  readonly #done: OneLoad<Row>[] = [];
  #next: OneLoad<Row> | undefined;

  constructor(load: LoadRows<Row>) {
    this.#load = load;
  }

  rowsOf(number: string, columns: ReadonlySet<string>): Promise<readonly Row[]> {
    const has = (one: OneLoad<Row>): boolean =>
      one.numbers.has(number) && [...columns].every((column) => one.columns.has(column));
    const load = this.#done.find(has) ?? this.#open();
    if (load === this.#next) {
      load.numbers.add(number);
      for (const column of columns) load.columns.add(column);
    }
    return load.loader.load(number);
  }

  #open(): OneLoad<Row> {
    if (this.#next) return this.#next;
    const columns = new Set<string>();
    const loader = new DataLoader<string, readonly Row[]>(
      (numbers) => {
        this.#close(next);
        return this.#load(numbers, columns);
      },
      { maxBatchSize: mostAtOnce },
    );
    const next: OneLoad<Row> = { columns, numbers: new Set(), loader };
    this.#next = next;
    return next;
  }

  /** From here on nothing joins it: its statement is on the way. */
  #close(load: OneLoad<Row>): void {
    if (this.#next !== load) return;
    this.#next = undefined;
    this.#done.push(load);
  }
}

/** Prisma gives back what it is asked for: of a part of `select` a part of each row, which `only` says to those who read it. */
const partOf = <Select extends object>(select: Select, columns: ReadonlySet<string>): Select =>
  Object.fromEntries(Object.entries(select).filter(([column]) => columns.has(column))) as Select;

const unreadKnown = new Map<string, object>();

/** What stands in for columns that were not loaded. */
function unread(missing: readonly string[]): object {
  const name = missing.join('\n');
  const known = unreadKnown.get(name);
  if (known) return known;
  const stand = Object.defineProperties(
    {},
    Object.fromEntries(
      missing.map((column) => [
        column,
        {
          get: () => {
            throw new Error(`The column ${column} was not loaded. Name it in "only" where the section begins.`);
          },
        },
      ]),
    ),
  );
  unreadKnown.set(name, stand);
  return stand;
}
