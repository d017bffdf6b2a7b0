import type { Profile } from '@accord/consent/Profile';
import { turningPoints } from '@accord/consent/turningPoints';
import type { OpenedClient } from '../store/clients.ts';
import type { KnownClient } from './factsOf.ts';

/** A span of time in milliseconds since 1970: `from` is in it, `until` is not. */
export type Holds = Readonly<{ from: number; until: number }>;

/**
 * Returns the time around `now`, between two dates on file, in which the clock changes no decision made from these facts, whoever
 * asks.
 *
 * Undefined if the file is newer than `now` (`asOnFile`), because the facts themselves then depend on the clock.
 */
export function holdsFor(client: OpenedClient, { facts }: KnownClient, now: Date, profile: Profile): Holds | undefined {
  const at = now.getTime();
  const written = [...client.consents, ...client.facts].flatMap((one) => [
    one.recordedAt.getTime(),
    ...('withdrawnAt' in one ? [one.withdrawnAt?.getTime() ?? 0] : [one.endedAt?.getTime() ?? 0]),
  ]);
  if (written.some((instant) => instant > at)) return undefined;
  let from = Math.max(0, ...written);
  let until = Number.POSITIVE_INFINITY;
  const glassEnds = client.glass.map((glass) => glass.until.getTime());
  for (const point of [...turningPoints(facts, profile.timeZone), ...glassEnds]) {
    if (point <= at) from = Math.max(from, point);
    else until = Math.min(until, point);
  }
  return { from, until };
}
