import { wordingText } from '@accord/quality/generated/wordingText';
import { parseWording, type WordingHint, wordingHints } from '@accord/quality/wording/wordingHints';

const entries = parseWording(wordingText);

/** What might be said otherwise in a text. Nothing of it is kept. */
export const hintsFor = (text: string): readonly WordingHint[] => wordingHints(text, entries);
