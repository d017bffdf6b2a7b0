/** Days after which a source is called stale: a week without a sync means that something stands still. */
const freshDays = 7;

/** True where a sync ended so long ago that newer records have surely been missed. */
export const isStale = (lastSyncedAt: string, now: Date): boolean =>
  now.getTime() - new Date(lastSyncedAt).getTime() > freshDays * 86_400_000;
