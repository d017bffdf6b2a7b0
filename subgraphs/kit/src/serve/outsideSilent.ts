import type { Address, Contact } from '@accord/contract/generated/api';
import { mentionOf, type Whereabouts } from '../guard/mentionOf.ts';
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
      return left(value, isSilentIn(kept));
    },
  });
  return {
    ...(contact && { contact: without(contact, contactLeft) }),
    ...(address && { address: without(address, addressLeft) }),
  };
}

type IsSilent = (text: string | null | undefined) => boolean;

function isSilentIn(kept: readonly Whereabouts[]): IsSilent {
  const mentions = kept.map(mentionOf);
  return (text) => typeof text === 'string' && mentions.some((mention) => mention(text));
}

function contactLeft(contact: Contact, isSilent: IsSilent): Contact {
  const { phone, email } = contact;
  if (!isSilent(phone) && !isSilent(email)) return contact;
  return { ...contact, phone: isSilent(phone) ? null : phone, email: isSilent(email) ? null : email };
}

const addressLeft = (address: Address, isSilent: IsSilent): Address | null => (isSilent(address.line) ? null : address);
