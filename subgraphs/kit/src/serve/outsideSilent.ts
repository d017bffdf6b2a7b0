import type { Address, Contact } from '@accord/contract/generated/api';
import { mentionOf, type Whereabouts } from '../guard/mentionOf.ts';
import { plain, wordsOf } from '../guard/plainWords.ts';
import { writings } from '../guard/streetIn.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import type { One } from '../mapping/section.ts';

/**
 * A mapping's `contact` and `address` without anything listed in `silent`. A number or an address can be on file twice and
 * marked in one place only, and must not be shared from the other.
 *
 * In a contact, the number or the e-mail address becomes null. An address is withheld whole, because its suburb narrows it
 * down. Where `silent` cannot be loaded, neither is shared.
 */
export function outsideSilent({ contact, address, silent }: Mapping): Pick<Mapping, 'contact' | 'address'> {
  if (!silent) return { ...(contact && { contact }), ...(address && { address }) };
  const without = <Value extends object>(
    section: One<Value>,
    left: (value: Value, isSilent: IsSilent) => Value | null,
  ): One<Value> => ({
    async of(number, batch) {
      const [value, kept] = await Promise.all([section.of(number, batch), silent.of(number, batch)]);
      if (value === null || !kept || kept.length === 0) return value;
      return left(value, silentIn(kept));
    },
  });
  return {
    ...(contact && { contact: without(contact, contactLeft) }),
    ...(address && { address: without(address, addressLeft) }),
  };
}

type Part = keyof Whereabouts;
type IsSilent = (part: Part, text: string | null | undefined) => boolean;

/**
 * Tells whether a number, e-mail address or line stands in `silent`. Words that are written down may hold a short one by chance, so
 * `mentionOf` does not look for it there; in the very field that is meant for it, it is no chance.
 */
export function silentIn(kept: readonly Whereabouts[]): IsSilent {
  const mentions = kept.map(mentionOf);
  return (part, text) =>
    typeof text === 'string' &&
    (mentions.some((mention) => mention(text)) || kept.some((one) => isWithin(part, one[part], text)));
}

/** A line may have more around it, in either place; a number or an e-mail address is the same or another. */
function isWithin(part: Part, silent: string | null | undefined, text: string): boolean {
  const [wanted, found] = [wordsIn(silent), wordsIn(text)];
  if (wanted.length === 0) return false;
  if (part !== 'line') return found.join('') === wanted.join('');
  return holds(found, wanted) || (isPlace(found) && holds(wanted, found));
}

const holds = (words: readonly string[], part: readonly string[]): boolean =>
  ` ${words.join(' ')} `.includes(` ${part.join(' ')} `);

/** A number and a name, unlike `Flat 2` alone or `Kew`. */
const isPlace = (words: readonly string[]): boolean =>
  words.some((word, place) => /^\p{N}/u.test(word) && /^\p{L}{2}/u.test(words[place + 1] ?? ''));

/** The words of a value, each kind of street in its first writing. */
const wordsIn = (text: string | null | undefined): readonly string[] =>
  wordsOf(plain(text)).map((word) => writings.get(word)?.[0] ?? word);

function contactLeft(contact: Contact, isSilent: IsSilent): Contact {
  const { phone, email } = contact;
  const [noPhone, noEmail] = [isSilent('phone', phone), isSilent('email', email)];
  if (!noPhone && !noEmail) return contact;
  return { ...contact, ...(noPhone && { phone: null }), ...(noEmail && { email: null }) };
}

const addressLeft = (address: Address, isSilent: IsSilent): Address | null =>
  isSilent('line', address.line) ? null : address;
