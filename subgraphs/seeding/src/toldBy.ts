import type { Mapping } from '@accord/kit/Mapping';
import { type Told, told } from './Told.ts';

/** What a mapping tells of a record, before any guard; null where the record does not exist. For the tests of mappings. */
export async function toldBy(mapping: Mapping, number: string): Promise<Told | null> {
  const batch = { now: new Date(0) };
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
