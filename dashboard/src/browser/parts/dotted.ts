/** Several things on one line. Each dot stays with the word before it: no line begins with one. */
export const dotted = (words: readonly string[]): string => words.join('\u00a0· ');
