import type { AgencyRow } from '@accord/server/store/agencies';
import type { Store } from '@accord/server/store/Store';
import { InputFault } from '../InputFault.ts';

/** The agency on file with this id. Throws an `InputFault` if there is none, or if it was removed. */
export async function partnerNamed(id: string, store: Store): Promise<AgencyRow> {
  const found = (await store.agencies.all()).find((agency) => agency.id === id && agency.state !== 'REMOVED');
  if (!found) throw new InputFault(`There is no agency "${id}". See "accord agency list".`);
  return found;
}
