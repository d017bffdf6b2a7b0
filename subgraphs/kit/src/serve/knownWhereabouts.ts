import type { Address, Contact } from '@accord/contract/generated/api';
import { knownName } from '@accord/linkage/placeholderNames';
import { saysNone } from '../mapping/saysNone.ts';

/** Of a contact what is one: a number or an e-mail address of which the form says only that there is none is null. */
export function knownContact(contact: Contact): Contact {
  const { phone, email } = contact;
  return known(phone) === phone && known(email) === email
    ? contact
    : { ...contact, phone: known(phone), email: known(email) };
}

/** Likewise an address, part by part. */
export function knownAddress(address: Address): Address {
  const { line, suburb, state, postcode } = address;
  return [line, suburb, state, postcode].every((part) => known(part) === part)
    ? address
    : { line: known(line), suburb: known(suburb), state: known(state), postcode: known(postcode) };
}

type Text = string | null | undefined;

/**
 * The text as it is; null where it stands for nothing. What has a digit of whatever script is one unless all are 0; else the list of what stands where a name is not known
 * holds here too, with words that may be somebody's name.
 */
function known(text: Text): Text {
  if (!text || /(?!0)[\p{N}@]/u.test(text)) return text;
  return knownName(text) === null || saysNone(text) || noSuch.test(text) ? null : text;
}

const noSuch = /^no (phone|mobile|e-?mail|number|contact)$/i;
