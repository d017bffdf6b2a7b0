import { derived } from './derived.ts';
import type { Table } from './table.ts';

/** Which column names an attribute, which holds its value, and which attributes are wanted, keyed by their names in the mapping. */
export type AttributesGiven<Row, Wanted extends Readonly<Record<string, string | number>>, Value> = Readonly<{
  name: (row: Row) => string | number | null;
  value: (row: Row) => Value;
  take: Wanted;
}>;

/** The wanted attributes by their names in the mapping; null where the record has none. */
export type Attributes<Wanted, Value> = Readonly<{ [Word in keyof Wanted]: Value | null }>;

/**
 * Turns an entity-attribute-value table into one row per record: `take: { phone: 'PH', email: 'EM' }` gives `{ phone, email
 * }`. A record with none of the attributes still gets a row. Of several values of one attribute, the first counts.
 */
export const attributes = <Row, Wanted extends Readonly<Record<string, string | number>>, Value>(
  from: Table<Row>,
  given: AttributesGiven<Row, Wanted, Value>,
): Table<Attributes<Wanted, Value>> => derived(from, (rows) => [attributesOf(rows, given)]);

/** The same for rows that came with another row, for example by Prisma's `include`. */
export function attributesOf<Row, Wanted extends Readonly<Record<string, string | number>>, Value>(
  rows: readonly Row[],
  { name, value, take }: AttributesGiven<Row, Wanted, Value>,
): Attributes<Wanted, Value> {
  const found = new Map<string, Value>();
  for (const row of rows) if (!found.has(String(name(row)))) found.set(String(name(row)), value(row));
  // The entries match the mapped type over the keys of `take`; the compiler cannot see it.
  return Object.fromEntries(
    Object.entries(take).map(([word, called]) => [word, found.get(String(called)) ?? null]),
  ) as Attributes<Wanted, Value>;
}
