import { harbourCare } from '@accord/harbour/seed';
import { kestrelEhr } from '@accord/kestrel/seed';
import type { InventedPartnership } from '@accord/people/InventedPerson';
import { inventPartnership } from '@accord/people/inventPartnership';
import { createExisting } from '@accord/seeding/createExisting';

export const readerPassword = 'only-for-reading';

/** Staff and lists, and nobody on file. */
export const nobody: InventedPartnership = { ...inventPartnership({ count: 1, asOf: '2026-11-22' }), people: [] };

/** Makes the own databases of Harbour and Kestrel on a server, in the place of those it has. */
export async function createAgencySystems(adminUrl: string, people: InventedPartnership = nobody): Promise<void> {
  const options = { adminUrl, readerPassword, partnership: () => people, whenPresent: 'replace' } as const;
  await createExisting(harbourCare, options);
  await createExisting(kestrelEhr, options);
}
