import { dayWritten } from '../../mapping/day.ts';
import { saysNone } from '../../mapping/saysNone.ts';

/** What a cell becomes that is not written as its column says. */
export const unreadable: unique symbol = Symbol('unreadable');

/** How the cells of one column are read. */
export type Column<Value> = Readonly<{
  /** Its title in the file's first line; null where it is called as in the mapping. */
  title: string | null;
  /** Of several columns of that title which one, from 1; left out, there is one only. */
  nth?: number;
  /** What it takes, for the sentence that says a cell holds something else. */
  takes: string;
  /** The value of a cell, without the blanks around it. */
  read: (cell: string) => Value | typeof unreadable;
}>;

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A row as its columns make it. */
export type RowOf<Given extends Columns> = {
  readonly [Name in keyof Given]: Given[Name] extends Column<infer Value> ? Value : never;
};

/** Null where the cell is empty. */
const column = <Value>(takes: string, read: (cell: string) => Value | typeof unreadable): Column<Value | null> => ({
  title: null,
  takes,
  read: (cell) => (cell === '' ? null : read(cell)),
});

/** Words, as they stand. */
export const text: Column<string | null> = column('text', (cell) => cell);

/** A whole number in its usual spelling. */
export const whole: Column<number | null> = column('a whole number', (cell) =>
  /^-?(0|[1-9]\d{0,14})$/.test(cell) ? Number(cell) : unreadable,
);

/** A calendar day, written in one of these ways; comes as `YYYY-MM-DD`. What says that there is none (`N/A`) is as good as nothing. */
export function dayAs(...ways: Parameters<typeof dayWritten>): Column<string | null> {
  const read = dayWritten(...ways);
  return column(`a date written ${ways.join(' or ')}`, (cell) => (saysNone(cell) ? null : (read(cell) ?? unreadable)));
}

/** Yes or no in the system's own words. A word that is neither is no value: it is not taken for a no. */
export function flag({ yes, no }: Readonly<{ yes: readonly string[]; no: readonly string[] }>): Column<boolean | null> {
  return column(`one of ${[...yes, ...no].join(', ')}`, (cell) => {
    if (yes.includes(cell)) return true;
    return no.includes(cell) ? false : unreadable;
  });
}

/** One of the system's own codes, as what it means. A code that is not in the map makes the row unreadable; use `text` and `codes` where it should not. */
export function oneOf<const Meaning>(map: Readonly<Record<string, Meaning>>): Column<Meaning | null> {
  const known = new Map(Object.entries(map));
  return column(`one of ${[...known.keys()].join(', ')}`, (cell) => known.get(cell) ?? unreadable);
}

/** A column that is never empty. */
export const needed = <Value>({ takes, read, ...named }: Column<Value>): Column<NonNullable<Value>> => ({
  ...named,
  takes: `${takes}, never empty`,
  read: (cell) => read(cell) ?? unreadable,
});

/**
 * A column whose title in the file is another than its name in the mapping: `titled('Client No.', needed(text))`. Where several columns
 * have that title, `nth` says which, from 1: `titled('Phone', text, 2)`.
 */
export const titled = <Value>(title: string, given: Column<Value>, nth?: number): Column<Value> => ({
  ...given,
  title,
  ...(nth !== undefined && { nth }),
});
