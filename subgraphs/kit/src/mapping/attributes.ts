import { derived } from './derived.ts';
import type { Table } from './table.ts';

/** Which column names an attribute, which holds its value, and which attributes are wanted, by what they are called in the mapping. */
export type AttributesGiven<Row, Wanted extends Readonly<Record<string, string | number>>, Value> = Readonly<{
  name: (row: Row) => string | number | null;
  value: (row: Row) => Value;
  take: Wanted;
}>;

/** Wanted attributes by what they are called in the mapping; null where the record has none. */
export type Attributes<Wanted, Value> = Readonly<{ [Word in keyof Wanted]: Value | null }>;

/**
 * A table of entities, attributes and values as one row a record: `take: { phone: 'PH', email: 'EM' }` gives
 * `{ phone, email }`. There is a row also where a record has none of them. Of several values of one attribute it is the first.
 */
export const attributes = <Row, Wanted extends Readonly<Record<string, string | number>>, Value>(
  from: Table<Row>,
  given: AttributesGiven<Row, Wanted, Value>,
): Table<Attributes<Wanted, Value>> => derived(from, (rows) => [attributesOf(rows, given)]);

/** The same of rows that came with another, such as by Prisma's `include`. */
export function attributesOf<Row, Wanted extends Readonly<Record<string, string | number>>, Value>(
  rows: readonly Row[],
  { name, value, take }: AttributesGiven<Row, Wanted, Value>,
): Attributes<Wanted, Value> {
  const found = new Map<string, Value>();
  for (const row of rows) if (!found.has(String(name(row)))) found.set(String(name(row)), value(row));
  // A mapped type over the words of `take` is what the entries are; the compiler cannot see it.
  return Object.fromEntries(
    Object.entries(take).map(([word, called]) => [word, found.get(String(called)) ?? null]),
  ) as Attributes<Wanted, Value>;
}
