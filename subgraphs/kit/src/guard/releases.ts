import type { Permit } from '@accord/contract/permit';
import type { DaySpan } from '../policy/DaySpan.ts';
import { ReleasedKinds } from './ReleasedKinds.ts';

/** What one permit lets this agency tell. */
export type Releases = Readonly<{
  /** True where the permit is about this record at all. */
  covers(record: string): boolean;
  /** The kinds of information that are released of this record; none where the permit is not about it. */
  kindsOf(record: string): Pick<ReleasedKinds, 'has' | 'hasAll'>;
  /** True where the agency's de-identified figures may be told. */
  figures: boolean;
  /** False where nothing is told of this record, as if it were not on file. */
  tells(record: string): boolean;
  /** True where this kind of information is counted in figures. */
  counts(category: string): boolean;
  /** The days that may be told of. */
  days: DaySpan;
}>;

/** What an agency without a policy adds to a permit: nothing. */
export const withoutPolicy: Pick<Releases, 'tells' | 'counts' | 'days'> = {
  tells: () => true,
  counts: () => true,
  days: { from: null, to: null },
};

const none = new ReleasedKinds([]);

/** Reads what a permit releases. A record it names twice has the categories of both. */
export function releasesOf({ releases, figures }: Permit): Releases {
  const kindsOf = new Map<string, ReleasedKinds>();
  for (const { records, categories } of releases) {
    const kinds = new ReleasedKinds(categories);
    for (const record of records) kindsOf.set(record, kindsOf.get(record)?.and(kinds) ?? kinds);
  }
  return {
    covers: (record) => kindsOf.has(record),
    kindsOf: (record) => kindsOf.get(record) ?? none,
    figures,
    ...withoutPolicy,
  };
}
