import type { Mapping } from '../mapping/Mapping.ts';
import type { KeptBack } from '../sync/syncAgency.ts';
import { overlaps } from './DaySpan.ts';
import type { Policy } from './Policy.ts';

/**
 * Says which records a policy keeps out of linkage; undefined where it announces all.
 *
 * Announcing a record discloses that the person is somebody's client: linkage tells the hub that the record exists, and may
 * tell two agencies that they know the same person. So a record of which nothing is ever released is not announced, and is
 * withdrawn if it was. A record of which only some kinds are withheld is announced: without that, no consent could reach
 * it. Nothing is withdrawn because an agency is switched off: to be away is not to be gone.
 */
export function keptFromLinkage(mapping: Mapping, policy: Policy): KeptBack | undefined {
  const { aggregateOnly, never } = policy;
  const days = { from: never.before, to: never.after };
  if (aggregateOnly) return async (rows) => new Set(rows.map(({ number }) => String(number)));
  if (never.records.size === 0 && days.from === null && days.to === null) return undefined;
  return async (rows) => {
    const batch = { now: new Date() };
    const kept = await Promise.all(
      rows.map(async ({ number }) => {
        if (never.records.has(String(number))) return String(number);
        if (days.from === null && days.to === null) return [];
        const involvement = await mapping.involvement?.of(String(number), batch);
        return involvement && overlaps(days, involvement.since, involvement.until) ? [] : String(number);
      }),
    );
    return new Set(kept.flat());
  };
}
