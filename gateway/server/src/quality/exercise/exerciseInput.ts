import { speaksOfSomebody, type TraitOfSomebody } from '@accord/quality/exercise/speaksOfSomebody';
import { CallerFault } from '../../CallerFault.ts';
import { said } from '../../subgraph/checkedInput.ts';

const inWords: Readonly<Record<TraitOfSomebody, string>> = {
  TELEPHONE: 'a telephone number',
  EMAIL: 'an e-mail address',
  DATE: 'a date',
  NUMBER: 'a record number',
};

/**
 * Returns a text of the partnership's own, trimmed. Throws `ARGUMENT_REFUSED` if it is empty, too long, or contains what looks
 * like somebody's data. The text itself is not in the message.
 */
export function ownText(name: string, text: string, longest: number): string {
  const trimmed = said(name, text);
  if (trimmed.length > longest)
    throw new CallerFault('ARGUMENT_REFUSED', `"${name}" has ${trimmed.length} characters; the limit is ${longest}.`);
  const trait = speaksOfSomebody(trimmed);
  if (trait)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `"${name}" contains what looks like ${inWords[trait]}. Real cases do not belong here: leave it out.`,
    );
  return trimmed;
}

/** Like `ownText`, for a text that may be left out. */
export const ownTextIfAny = (name: string, text: string | null | undefined, longest: number): string | null =>
  text === null || text === undefined || text.trim() === '' ? null : ownText(name, text, longest);
