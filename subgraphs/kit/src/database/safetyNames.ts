import { wordsIn } from './wordsIn.ts';

/**
 * What a column's name says about reaching somebody. `by`: a number or an e-mail address as such, or a way of leaving
 * words (`ok_sms`). `yesIs`: what a yes in it means. Any other value of such a column is not known to be safe.
 */
export type SafetyName = Readonly<{ by: readonly Means[]; yesIs: 'SAFE' | 'UNSAFE' }>;

export type Means = 'phone' | 'email' | 'SMS' | 'VOICEMAIL' | 'LETTER';

const allowed = /\b(ok|okay|safe|can|may|allow(ed)?|permit(ted)?|leave)\b/;
const forbidden = /\b(no|not|dont|don t|never|unsafe|dnc)\b/;

const words: readonly (readonly [RegExp, readonly Means[]])[] = [
  [/\b(sms|texts?)\b/, ['SMS']],
  [/\b(voice ?mails?|vm|answering)\b/, ['VOICEMAIL']],
  [/\b(letters?|(?<!\be )mail|post)\b/, ['LETTER']],
  // A message may be either.
  [/\b(messages?|msgs?)\b/, ['VOICEMAIL', 'SMS']],
];
const reach: readonly (readonly [RegExp, readonly Means[]])[] = [
  [/\b(e ?mails?|eml)\b/, ['email']],
  [/\b(calls?|rings?|telephone|tel|phones?|ph|phn|mobile|mob)\b/, ['phone']],
  [/\b(contact(ed)?|dnc)\b/, ['phone', 'email']],
];

const notWhether =
  /\b(by|reason|rsn|user|why|comments?|notes?|details?|instructions?|date|dt|days?|time|when|hours?|from|until|name|method|type|kind|how|person|relationship)\b/;
/** `phone_no`, `contact_no_2`, `no_of_calls`: the number, not a refusal. */
const isNumber =
  /\b(contact|telephone|tel|phones?|ph|phn|mobile|mob|mail|letters?|sms|texts?|fax) no\b|\bno(?= of\b| \d|$)/g;
const endsInNumber = /\b(contact|telephone|tel|phones?|ph|phn|mobile|mob|mail|letters?|sms|texts?) no( \d+)?$/;

const reachAll: readonly Means[] = ['phone', 'email'];

/** Whether a name asks who, when or how rather than whether, unless its values are yes and no. */
export const asksWhether = (name: string): boolean => !notWhether.test(wordsIn(name).join(' '));

/** Whether a name can be read both ways: `contact_no` is a contact's number, or says that there must be no contact. */
export const isNumberOrRefusal = (name: string): boolean => endsInNumber.test(wordsIn(name).join(' '));

/**
 * What a column's name says about reaching somebody; null where it says nothing. `no` as the last word is taken for
 * "number" unless `isRefusal` (its values may say so). `ofContact`: in a table of ways to reach people, a column named only
 * `safe` is about the row.
 */
export function safetyIn(
  name: string,
  { ofContact = false, isRefusal = false }: Readonly<{ ofContact?: boolean; isRefusal?: boolean }> = {},
): SafetyName | null {
  const whole = wordsIn(name).join(' ');
  const said = isRefusal ? whole : whole.replaceAll(isNumber, (found) => found.replace(/no$/, 'number'));
  const isForbidden = forbidden.test(said);
  if (!isForbidden && !allowed.test(said)) return null;
  const by = [...words, ...reach].find(([test]) => test.test(said))?.[1] ?? (ofContact ? reachAll : null);
  return by && { by, yesIs: isForbidden ? 'UNSAFE' : 'SAFE' };
}
