import type { AgencyRow } from '@accord/server/store/agencies';
import type { Store } from '@accord/server/store/Store';
import { InputFault } from '../InputFault.ts';

/** The agency on file, but for one that was removed. Throws an `InputFault` where there is none. */
export async function partnerNamed(id: string, store: Store): Promise<AgencyRow> {
  const found = (await store.agencies.all()).find((agency) => agency.id === id && agency.state !== 'REMOVED');
  if (!found) throw new InputFault(`There is no agency "${id}". See "accord agency list".`);
  return found;
}
