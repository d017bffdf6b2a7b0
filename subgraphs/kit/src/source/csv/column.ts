import { dayWritten } from '../../mapping/day.ts';
import { saysNone } from '../../mapping/saysNone.ts';

/** Stands for a cell that is not written as its column requires. */
export const unreadable: unique symbol = Symbol('unreadable');

/** How the cells of one column are read. */
export type Column<Value> = Readonly<{
  /** Its title in the file's header; null where it is the column's name in the mapping. */
  title: string | null;
  /** Which of several columns with that title, from 1; if absent, there is only one. */
  nth?: number;
  /** What it accepts, for the sentence that reports a wrong cell. */
  takes: string;
  /** The value of a cell, without surrounding white space. */
  read: (cell: string) => Value | typeof unreadable;
}>;

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A row as its columns produce it. */
export type RowOf<Given extends Columns> = {
  readonly [Name in keyof Given]: Given[Name] extends Column<infer Value> ? Value : never;
};

/** A column that gives null for an empty cell. */
const column = <Value>(takes: string, read: (cell: string) => Value | typeof unreadable): Column<Value | null> => ({
  title: null,
  takes,
  read: (cell) => (cell === '' ? null : read(cell)),
});

/** Text, as it is. */
export const text: Column<string | null> = column('text', (cell) => cell);

/** A whole number in its usual spelling. */
export const whole: Column<number | null> = column('a whole number', (cell) =>
  /^-?(0|[1-9]\d{0,14})$/.test(cell) ? Number(cell) : unreadable,
);

/** A calendar day in one of these formats, returned as `YYYY-MM-DD`. Text that means there is none (`N/A`) is read as empty. */
export function dayAs(...ways: Parameters<typeof dayWritten>): Column<string | null> {
  const read = dayWritten(...ways);
  return column(`a date written ${ways.join(' or ')}`, (cell) => (saysNone(cell) ? null : (read(cell) ?? unreadable)));
}

/** Yes or no in the system's own words. Any other word is an error: it is not read as no. */
export function flag({ yes, no }: Readonly<{ yes: readonly string[]; no: readonly string[] }>): Column<boolean | null> {
  return column(`one of ${[...yes, ...no].join(', ')}`, (cell) => {
    if (yes.includes(cell)) return true;
    return no.includes(cell) ? false : unreadable;
  });
}

/**
 * The meaning of one of the system's own codes. A code that is not in the map makes the row unreadable; to avoid that, use
 * `text` and `codes`.
 */
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
 * A column whose title in the file differs from its name in the mapping: `titled('Client No.', needed(text))`. Where
 * several columns have that title, `nth` says which one, from 1: `titled('Phone', text, 2)`.
 */
export const titled = <Value>(title: string, given: Column<Value>, nth?: number): Column<Value> => ({
  ...given,
  title,
  ...(nth !== undefined && { nth }),
});
