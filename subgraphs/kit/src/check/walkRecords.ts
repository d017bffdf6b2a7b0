import type { LinkageRow, Mapping } from '../mapping/Mapping.ts';
import type { Batch } from '../mapping/table.ts';

/**
 * Callbacks for somebody who observes records being read, a page at a time. Rows are as returned by the database, values as
 * the mapping serves them.
 */
export type Onlooker = Readonly<{
  /** What linkage gets for the records of a page. */
  page?(rows: readonly LinkageRow[]): void;
  /** A row that a section read, and its value: null where the section leaves the row out. */
  row?(section: string, row: unknown, value: unknown): void;
  /** Called where a section serves one row and a record has further ones. */
  further?(section: string): void;
  /** A section's value for a record. */
  value?(section: string, value: unknown, number: string): void;
}>;

export type Walk = Readonly<{ records: number; whole: boolean }>;

const pageSize = 200;

type Section = Readonly<{ of(number: string, batch: Batch): Promise<unknown> }>;

/** A mapping's sections, by the name of the field they answer. */
export const sectionsIn = ({ modules, ownModules: _, ...mapping }: Mapping): ReadonlyMap<string, Section> => {
  const core = (
    ['identity', 'contact', 'address', 'silent', 'involvement', 'episodes', 'needs', 'alerts', 'notes'] as const
  ).map((name) => [name, mapping[name]] as const);
  const all: readonly (readonly [string, Section | undefined])[] = [...core, ...Object.entries(modules?.housing ?? {})];
  return new Map(all.flatMap(([name, section]) => (section ? [[name, section] as const] : [])));
};

/**
 * Reads records page by page from linkage, section by section, and calls the observer. Errors are left to `verifyMapping`.
 *
 * Reads at most `most` records; returns how many there were, and whether that was all. One section is read at a time, so
 * that each row can be assigned to it.
 */
export async function walkRecords(
  mapping: Mapping,
  { most, now }: Readonly<{ most: number; now: Date }>,
  onlooker: Onlooker,
): Promise<Walk> {
  const sections = sectionsIn(mapping);
  let after: string | null = null;
  let records = 0;
  while (records < most) {
    const rows: readonly LinkageRow[] = (await mapping.linkage?.page(after, Math.min(pageSize, most - records))) ?? [];
    if (rows.length === 0) return { records, whole: true };
    onlooker.page?.(rows);
    records += rows.length;
    after = String(rows.at(-1)?.number);
    const numbers = rows.map(({ number }) => String(number));
    for (const [name, section] of sections) await readSection(name, section, numbers, now, onlooker);
  }
  return { records, whole: false };
}

async function readSection(
  name: string,
  section: Section,
  numbers: readonly string[],
  now: Date,
  onlooker: Onlooker,
): Promise<void> {
  const batch: Batch = {
    now,
    read: (row, as) => {
      const value = as(row);
      onlooker.row?.(name, row, value);
      return value;
    },
    further: () => onlooker.further?.(name),
  };
  const told = await Promise.allSettled(numbers.map((number) => section.of(number, batch)));
  for (const [nth, one] of told.entries())
    if (one.status === 'fulfilled') onlooker.value?.(name, one.value, numbers[nth] ?? '');
}
