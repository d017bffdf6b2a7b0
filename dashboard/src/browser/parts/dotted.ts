/** Joins things on one line with dots. Each dot sticks to the word before it, so no line begins with one. */
export const dotted = (words: readonly string[]): string => words.join('\u00a0· ');
