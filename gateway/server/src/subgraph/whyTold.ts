import type { OpenedClient } from '../store/clients.ts';
import type { LedgerEntry } from '../store/LedgerEntry.ts';

/** What allows a disclosure, where it is not a fact on file. */
const words: ReadonlyMap<string, string> = new Map([
  ['OWN_RECORD', 'It is the agency’s own record'],
  ['SELF', 'The person asked for their own file'],
  ['BREAK_GLASS', 'Emergency access without consent, which is reviewed afterwards'],
  ['FVISS_PERPETRATOR', 'Family violence law: about a person who uses violence'],
  ['FVISS_ALLEGED', 'Family violence law: about a person who is alleged to use violence'],
  ['FVISS_CHILD', 'Family violence law: about a child, or to protect a child'],
  ['CISS', 'Child information law: to promote the wellbeing or safety of a child'],
  ['SERIOUS_THREAT', 'Law: a serious threat to somebody’s life, health, safety or welfare'],
]);

/** A ground that is a code, not the id of a fact. */
const code = /^[A-Z][A-Z_]+$/;

/**
 * What allowed a disclosure, in a sentence: "Consent given on 1 March 2026."
 *
 * Days are those of the partnership's time zone. A fact that is not the client's any more is left out.
 */
export function whyTold({ basis }: LedgerEntry, { consents }: OpenedClient, timeZone: string): string {
  const days = new Intl.DateTimeFormat('en-AU', { dateStyle: 'long', timeZone });
  const found = basis.flatMap((ground) => {
    const consent = consents.find(({ id }) => id === ground);
    if (consent) return [`Consent given on ${days.format(consent.recordedAt)}`];
    const said = words.get(ground);
    if (said) return [said];
    return code.test(ground) ? [`A law of the partnership (${ground})`] : [];
  });
  const sentences = [...new Set(found)];
  return sentences.length > 0 ? `${sentences.join('. ')}.` : 'On a fact on file.';
}
