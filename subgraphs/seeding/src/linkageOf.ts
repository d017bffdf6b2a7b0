import type { LinkageRow, Mapping } from '@accord/kit/Mapping';
import type { FiledRecord } from '@accord/people/InventedPerson';

const sexes = { 1: 'MALE', 2: 'FEMALE', 3: 'ANOTHER_TERM', 9: 'NOT_STATED' } as const;

/** The linkage row a correct mapping gives for a filed record. For the tests of mappings. */
export const linkageOf = ({ number, spelling, place, worker, until }: FiledRecord): LinkageRow => ({
  number,
  given: spelling.given,
  family: spelling.family,
  dateOfBirth: spelling.dateOfBirth,
  sex: sexes[spelling.sex],
  dobAccuracy: spelling.dateAccuracy,
  alsoKnownAs: spelling.alias ? [spelling.alias] : [],
  suburb: place?.suburb ?? null,
  postcode: place?.postcode ?? null,
  worker: worker.login,
  open: until === undefined,
});

/** Every page of a mapping's linkage, in order. */
export async function linkagePages({ linkage }: Mapping, size: number): Promise<readonly (readonly LinkageRow[])[]> {
  const pages: (readonly LinkageRow[])[] = [];
  for (let after: string | null = null; linkage; after = String(pages.at(-1)?.at(-1)?.number)) {
    const page: readonly LinkageRow[] = await linkage.page(after, size);
    if (page.length === 0) break;
    pages.push(page);
  }
  return pages;
}
