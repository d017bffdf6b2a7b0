import type { Profile } from '@accord/consent/Profile';
import { wordsFor } from '@accord/consent/wordsFor';
import type { OpenedClient } from '../store/clients.ts';
import type { LedgerEntry } from '../store/LedgerEntry.ts';

/**
 * Grounds are ids of facts, and reasons (`groundsOf`). A profile's reasons may contain digits; a reason of a profile no longer in
 * force has no words.
 */
const isReason = (ground: string, { reasons }: Profile): boolean =>
  reasons.has(ground) || /^[A-Z][A-Z_]+$/.test(ground);

/**
 * Returns what allowed a disclosure, in sentences: "Consent given on 1 March 2026."
 *
 * Days are in the partnership's time zone. A fact that is no longer the client's is left out.
 */
export function whyTold({ basis }: LedgerEntry, { consents }: OpenedClient, profile: Profile): string {
  const days = new Intl.DateTimeFormat('en-AU', { dateStyle: 'long', timeZone: profile.timeZone });
  const sentences = basis.flatMap((ground) => {
    const consent = consents.find(({ id }) => id === ground);
    if (consent) return [`Consent given on ${days.format(consent.recordedAt)}.`];
    return isReason(ground, profile) ? wordsFor(ground, profile) : [];
  });
  return sentences.length > 0 ? [...new Set(sentences)].join(' ') : 'Based on a fact on file.';
}
