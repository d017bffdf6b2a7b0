import type { Profile } from '@accord/consent/Profile';
import { wordsFor } from '@accord/consent/wordsFor';
import type { OpenedClient } from '../store/clients.ts';
import type { LedgerEntry } from '../store/LedgerEntry.ts';

/** A ground that is a code, not the id of a fact. */
const code = /^[A-Z][A-Z_]+$/;

/**
 * What allowed a disclosure, in a sentence: "Consent given on 1 March 2026."
 *
 * Days are those of the partnership's time zone. A fact that is not the client's any more is left out.
 */
export function whyTold({ basis }: LedgerEntry, { consents }: OpenedClient, profile: Profile): string {
  const days = new Intl.DateTimeFormat('en-AU', { dateStyle: 'long', timeZone: profile.timeZone });
  const found = basis.flatMap((ground) => {
    const consent = consents.find(({ id }) => id === ground);
    if (consent) return [`Consent given on ${days.format(consent.recordedAt)}`];
    if (!code.test(ground)) return [];
    const [said = ground] = wordsFor(ground, profile);
    return [said === ground ? `A law of the partnership (${ground})` : said.replace(/\.$/, '')];
  });
  const sentences = [...new Set(found)];
  return sentences.length > 0 ? `${sentences.join('. ')}.` : 'On a fact on file.';
}
