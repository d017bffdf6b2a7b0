/**
 * A pattern for words in the names of tables and columns in case management systems, in full and abbreviated (`tableWords`,
 * `columnWords`, `sectionWords`, `partyWords`, `markWords`). The words stand for ideas, not for any one system's tables.
 * They are matched against a name's words in lower case (`wordsIn`), joined by spaces.
 */
export const word = (...words: readonly string[]): RegExp => new RegExp(`\\b(${words.join('|')})\\b`);
