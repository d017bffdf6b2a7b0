import { wordingText } from '@accord/quality/generated/wordingText';
import { parseWording, type WordingHint, wordingHints } from '@accord/quality/wording/wordingHints';

const entries = parseWording(wordingText);

/** Returns what could be worded otherwise in a text. Nothing of the text is kept. */
export const hintsFor = (text: string): readonly WordingHint[] => wordingHints(text, entries);
