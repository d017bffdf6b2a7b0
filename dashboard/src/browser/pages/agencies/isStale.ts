/** Days after which a source counts as stale: a week without a sync means that something is stuck. */
const freshDays = 7;

/** True if the last sync is so long ago that newer records have surely been missed. */
export const isStale = (lastSyncedAt: string, now: Date): boolean =>
  now.getTime() - new Date(lastSyncedAt).getTime() > freshDays * 86_400_000;
