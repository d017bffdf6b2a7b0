import { createHmac } from 'node:crypto';

/** Gives items (alerts, needs, notes, episodes) ids that tell neither the agency nor its own numbers. Same item, same id. */
export type ItemId = (agency: string, type: string, id: string) => string;

/** Keyed, so that nobody without the hub's secret can try numbers until one fits. */
export const itemIdsUnder =
  (secret: Uint8Array): ItemId =>
  (agency, type, id) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['item', agency, type, id]))
      .digest('base64url')
      .slice(0, 22);
