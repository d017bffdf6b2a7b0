import type { Address, Contact } from '@accord/contract/generated/api';
import { knownName } from '@accord/linkage/placeholderNames';
import { saysNone } from '../mapping/saysNone.ts';

/** The contact with placeholders removed: a number or an e-mail address that only says there is none becomes null. */
export function knownContact(contact: Contact): Contact {
  const { phone, email } = contact;
  return known(phone) === phone && known(email) === email
    ? contact
    : { ...contact, phone: known(phone), email: known(email) };
}

/** The same for an address, part by part. */
export function knownAddress(address: Address): Address {
  const { line, suburb, state, postcode } = address;
  return [line, suburb, state, postcode].every((part) => known(part) === part)
    ? address
    : { line: known(line), suburb: known(suburb), state: known(state), postcode: known(postcode) };
}

type Text = string | null | undefined;

/**
 * The text unchanged, or null where it is a placeholder. Text with an `@`, or with a digit of any script other than 0, is
 * never a placeholder. For other text the list of placeholder names applies here too, including words that could be
 * somebody's name.
 */
function known(text: Text): Text {
  if (!text || /(?!0)[\p{N}@]/u.test(text)) return text;
  return knownName(text) === null || saysNone(text) || noSuch.test(text) ? null : text;
}

const noSuch = /^no (phone|mobile|e-?mail|number|contact)$/i;
