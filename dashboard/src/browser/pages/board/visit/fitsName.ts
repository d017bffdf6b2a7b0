/** True if every word typed starts a part of the name, with or without its accents. */
export const fitsName = (name: string, sought: string): boolean => {
  const parts = plain(name).split(/[\s'’-]+/);
  return plain(sought)
    .trim()
    .split(/[\s'’-]+/)
    .every((word) => parts.some((part) => part.startsWith(word)));
};

/** Letters that are not a plain letter with an accent, and what people type for them. */
const typed: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đðłøıßæœ]/g, (letter) => typed[letter] ?? letter);
