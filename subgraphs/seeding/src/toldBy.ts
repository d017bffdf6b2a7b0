import type { Mapping } from '@accord/kit/Mapping';
import type { Batch } from '@accord/kit/table';
import { type Told, told } from './Told.ts';

/** What a mapping serves about a record, before any guard; null where the record does not exist. For the tests of mappings. */
export async function toldBy(
  mapping: Mapping,
  number: string,
  batch: Batch = { now: new Date(0) },
): Promise<Told | null> {
  const rows = await mapping.records.rowsOf(number, batch);
  if (rows.length === 0) return null;
  const { identity, contact, address, involvement, episodes, needs, alerts, notes, modules } = mapping;
  return told({
    identity: await identity?.of(number, batch),
    contact: await contact?.of(number, batch),
    address: await address?.of(number, batch),
    involvement: await involvement?.of(number, batch),
    episodes: await episodes?.of(number, batch),
    needs: await needs?.of(number, batch),
    alerts: await alerts?.of(number, batch),
    notes: await notes?.of(number, batch),
    housing: await modules?.housing?.housing.of(number, batch),
  });
}

/** The same for many records, read together as one request reads them, in a few statements. In the order of the numbers. */
export function toldByEach(mapping: Mapping, numbers: readonly (string | number)[]): Promise<readonly (Told | null)[]> {
  const batch: Batch = { now: new Date(0) };
  return Promise.all(numbers.map((number) => toldBy(mapping, String(number), batch)));
}
