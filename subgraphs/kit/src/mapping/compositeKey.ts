import { InputFault } from '../command/InputFault.ts';

type Part = string | number | bigint;

/** How the numbers of one column are read, such as `ints` or `texts`; what it leaves out is nobody's number. */
type Reader = (numbers: readonly string[]) => readonly Part[];

type PartOf<Columns, Column extends keyof Columns> = Columns[Column] extends (
  numbers: readonly string[],
) => (infer One)[]
  ? One
  : never;

/** As a row has it: a text may be a NUMERIC column's value. */
type Held<One> = One extends string ? string | Readonly<{ toFixed(): string; toString(): string }> : One;
type Row<Columns> = { [Column in keyof Columns]: Held<PartOf<Columns, Column>> };
type Keys<Columns> = { [Column in keyof Columns]: PartOf<Columns, Column> };
type ManyKeys<Columns> = { [Column in keyof Columns]: PartOf<Columns, Column> | { in: PartOf<Columns, Column>[] } };

/** Columns with the same values but the last, which is greater. */
type Further<Columns> = { [Column in keyof Columns]?: PartOf<Columns, Column> | { gt: PartOf<Columns, Column> } };

/** A record number made of several columns. */
export type CompositeKey<Columns extends Readonly<Record<string, Reader>>> = Readonly<{
  /** The record number of a row: `EAST/17`. */
  numberOf(row: Readonly<Row<Columns>>): string;
  /** The columns' values that a record number stands for; null where it is none. */
  partsOf(number: string): Keys<Columns> | null;
  /** Prisma's `where` for the rows of these records, for one statement. */
  where(numbers: readonly string[]): { OR: ManyKeys<Columns>[] };
  /**
   * Prisma's `where` for the rows that stand after this record, by these columns in their order: for pages of records (`linkage`). All
   * rows for null. Throws on a number of no record, after which nothing can be said to stand.
   */
  after(number: string | null): { OR?: Further<Columns>[] };
}>;

/**
 * Record numbers for tables keyed by several columns, such as `compositeKey({ SITE: texts, NO: ints })` for `EAST/17`.
 *
 * A part may be 0, as where the members of a household are counted from it; a record number by itself may not.
 * A `/` in a value is written `~1`, a `~` is written `~0` (as in RFC 6901), so that no two keys make one number; a number spelt
 * otherwise is nobody's.
 */
export function compositeKey<const Columns extends Readonly<Record<string, Reader>>>(
  columns: Columns,
): CompositeKey<Columns> {
  const names: readonly (keyof Columns & string)[] = Object.keys(columns);

  const numberOf = (row: Readonly<Record<string, unknown>>): string =>
    names.map((name) => String(row[name]).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');

  const partsOf = (number: string): Record<string, Part> | null => {
    const texts = number.split('/').map((text) => text.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (texts.length !== names.length) return null;
    const parts = names.flatMap((name, at) => {
      const part = partOf(columns[name], texts[at] ?? '');
      return part === undefined ? [] : [[name, part] as const];
    });
    const found = Object.fromEntries(parts);
    return parts.length === names.length && numberOf(found) === number ? found : null;
  };

  const where = (numbers: readonly string[]): { OR: Record<string, unknown>[] } => {
    const keys = numbers.map(partsOf).filter((parts) => parts !== null);
    const listed = mostVaried(names, keys);
    const groups = new Map<string, { shared: Record<string, Part>; values: Set<Part> }>();
    for (const { [listed]: value, ...shared } of keys) {
      if (value === undefined) continue;
      const name = JSON.stringify(Object.values(shared).map(String));
      const group = groups.get(name) ?? { shared, values: new Set<Part>() };
      groups.set(name, { ...group, values: group.values.add(value) });
    }
    return { OR: [...groups.values()].map(({ shared, values }) => ({ ...shared, [listed]: { in: [...values] } })) };
  };

  const after = (number: string | null): { OR?: Record<string, unknown>[] } => {
    if (number === null) return {};
    const parts = partsOf(number);
    if (!parts)
      throw new InputFault(
        `There is no page after a number that compositeKey({ ${names.join(', ')} }) cannot read: one of its parts is not a value to the reader of that column, such as a number below 0 to \`ints\`, or a text with blanks at its ends to \`texts\`. If such rows are nobody, leave them out of \`linkage\` and \`records\`; otherwise give them new numbers.`,
      );
    const shared = (at: number) => Object.fromEntries(names.slice(0, at).map((name) => [name, parts[name]]));
    return { OR: names.map((name, at) => ({ ...shared(at), [name]: { gt: parts[name] } })) };
  };

  // What is read above by name is what `Columns` says; the compiler cannot see it through `Object.keys`.
  return { numberOf, partsOf, where, after } as unknown as CompositeKey<Columns>;
}

/** What a column's reader makes of a text. None takes 0, which as a part of a key is a number like any other. */
function partOf(reader: Reader | undefined, text: string): Part | undefined {
  const [part] = reader?.([text]) ?? [];
  if (text !== '0' || part !== undefined) return part;
  const [one] = reader?.(['1']) ?? [];
  return typeof one === 'number' ? 0 : typeof one === 'bigint' ? 0n : one === '1' ? '0' : undefined;
}

/** The column with the most values: listed in `in`, it leaves the fewest alternatives. Databases limit how many a statement may have. */
function mostVaried(names: readonly string[], keys: readonly Readonly<Record<string, Part>>[]): string {
  const varied = names.map((name) => ({ name, values: new Set(keys.map((key) => key[name])).size }));
  return varied.reduce((most, one) => (one.values > most.values ? one : most), { name: names[0] ?? '', values: 0 })
    .name;
}
