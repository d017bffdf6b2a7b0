/** Lower case without accents. Most texts are ASCII, which is quick to detect and has no accents to remove. */
export const plain = (text: string | null | undefined): string =>
  isAscii.test(text ?? '')
    ? (text ?? '').toLowerCase()
    : (text ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them.
export const isAscii = /^[\x00-\x7f]*$/;

/** The words of plain text: runs of letters and digits. */
export const wordsOf = (text: string): readonly string[] =>
  (isAscii.test(text) ? text.match(/[a-z0-9]+/g) : text.match(/[\p{L}\p{N}]+/gu)) ?? [];
