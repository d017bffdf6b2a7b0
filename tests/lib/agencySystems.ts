import { harbourCare } from '@accord/harbour/seed';
import { kestrelEhr } from '@accord/kestrel/seed';
import type { InventedPartnership } from '@accord/people/InventedPerson';
import { inventPartnership } from '@accord/people/inventPartnership';
import { createExisting } from '@accord/seeding/createExisting';

export const readerPassword = 'only-for-reading';

/** An invented partnership with staff and lists, and nobody on file. */
export const nobody: InventedPartnership = { ...inventPartnership({ count: 1, asOf: '2026-11-22' }), people: [] };

/** Creates Harbour's and Kestrel's own databases on a server, replacing any that are there. */
export async function createAgencySystems(adminUrl: string, people: InventedPartnership = nobody): Promise<void> {
  const options = { adminUrl, readerPassword, partnership: () => people, whenPresent: 'replace' } as const;
  await createExisting(harbourCare, options);
  await createExisting(kestrelEhr, options);
}
