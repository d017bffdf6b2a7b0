/**
 * Words that tables and columns of case management systems are called by (`tableWords`, `columnWords`, `sectionWords`, `partyWords`,
 * `markWords`), in full and as they are shortened. They stand for ideas, not for any one system's tables; matched against a name's words
 * in lower case (`wordsIn`) with a blank between.
 */
export const word = (...words: readonly string[]): RegExp => new RegExp(`\\b(${words.join('|')})\\b`);
