import type { Permit } from '@accord/contract/permit';

/** What one permit lets this agency tell. */
export type Releases = Readonly<{
  /** True where the permit is about this record at all. */
  covers(record: string): boolean;
  /** True where the permit releases this kind of information of this record. */
  permits(record: string, category: string): boolean;
  /** True where the agency's de-identified figures may be told. */
  figures: boolean;
}>;

/** Reads what a permit releases. A record it names twice has the categories of both. */
export function releasesOf({ releases, figures }: Permit): Releases {
  const categoriesOf = new Map<string, Set<string>>();
  for (const { records, categories } of releases)
    for (const record of records) {
      const known = categoriesOf.get(record) ?? new Set<string>();
      for (const category of categories) known.add(category);
      categoriesOf.set(record, known);
    }
  return {
    covers: (record) => categoriesOf.has(record),
    permits: (record, category) => categoriesOf.get(record)?.has(category) === true,
    figures,
  };
}
