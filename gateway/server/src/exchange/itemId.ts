import { createHmac } from 'node:crypto';
import { keep } from '@accord/execution/keep';

/** Gives items (alerts, needs, notes, episodes) ids that disclose neither the agency nor its own numbers. Same item, same id. */
export type ItemId = (agency: string, type: string, id: string) => string;

/** How many ids are cached: those of the items on the boards that people look at. Some ten megabytes. */
const idsKept = 50_000;

/** Keyed, so that nobody without the hub's secret can find a number by trying. */
export function itemIdsUnder(secret: Uint8Array): ItemId {
  const made = keep((_text, ...parts: Parameters<ItemId>) => {
    const text = JSON.stringify(['item', ...parts]);
    return createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22);
  }, idsKept);
  // Neither an agency's id nor a type's name contains a space.
  return (agency, type, id) => made(`${agency} ${type} ${id}`, agency, type, id);
}
