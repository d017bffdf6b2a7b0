import type { Permit } from '@accord/contract/permit';
import type { DaySpan } from '../policy/DaySpan.ts';
import { ReleasedKinds } from './ReleasedKinds.ts';

/** What one permit lets this agency disclose. */
export type Releases = Readonly<{
  /** True where the permit covers this record at all. */
  covers(record: string): boolean;
  /** The kinds of information released of this record; none where the permit does not cover it. */
  kindsOf(record: string): Pick<ReleasedKinds, 'has' | 'hasAll'>;
  /** True where the agency's de-identified figures may be disclosed. */
  figures: boolean;
  /** False where nothing of this record is disclosed, as if it were not on file. */
  tells(record: string): boolean;
  /** True where this kind of information is counted in figures. */
  counts(category: string): boolean;
  /** The days about which something may be disclosed. */
  days: DaySpan;
}>;

/** What an agency without a policy adds to a permit: nothing. */
export const withoutPolicy: Pick<Releases, 'tells' | 'counts' | 'days'> = {
  tells: () => true,
  counts: () => true,
  days: { from: null, to: null },
};

const none = new ReleasedKinds([]);

/** Reads what a permit releases. A record that it names twice has the categories of both entries. */
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
