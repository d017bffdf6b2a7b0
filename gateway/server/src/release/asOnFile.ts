import { isDay, isInstant, startOf } from '@accord/consent/instants';
import type { OpenedConsent } from '../store/clients.ts';

/**
 * Returns a consent read from the file as it stands at `now`, by whatever clock it was put there.
 *
 * `now` may be earlier than the times on file: the request began before the change, or another replica's clock is ahead. What was
 * withdrawn counts as withdrawn all the same, and what had begun when it was put on file has begun. Otherwise an acknowledged
 * withdrawal would not count yet, and the epoch could not show it, since the facts are already the newest.
 */
export function asOnFile(consent: OpenedConsent, now: Date, timeZone: string): OpenedConsent {
  const { recordedAt, withdrawnAt, body } = consent;
  const withdrawn = withdrawnAt && withdrawnAt > now ? now : withdrawnAt;
  if (recordedAt <= now) return { ...consent, withdrawnAt: withdrawn };
  const effective = typeof body.effective === 'object' && body.effective !== null ? body.effective : {};
  const from: unknown = Reflect.get(effective, 'from');
  const begun =
    typeof from === 'string' && (isDay(from) || isInstant(from)) && startOf(from, timeZone) <= recordedAt.getTime();
  return {
    ...consent,
    recordedAt: now,
    withdrawnAt: withdrawn,
    body: begun ? { ...body, effective: { ...effective, from: now.toISOString() } } : body,
  };
}
