import type { Mapping } from '../mapping/Mapping.ts';
import type { KeptBack } from '../sync/syncAgency.ts';
import { overlaps } from './DaySpan.ts';
import type { Policy } from './Policy.ts';

/**
 * Which records a policy keeps from linkage; undefined where it announces all.
 *
 * To be announced is to be known to be somebody's client: linkage tells the hub that a record exists, and may tell two agencies that
 * they know one person. So a record of which nothing is ever released is not announced either, and is taken back where it was.
 * A record of which only some kinds are kept back is announced: without that no consent could reach it.
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
