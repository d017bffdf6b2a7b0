/** The words of a name, in lower case and plain letters: `TBL_PERS`, `tblPers` and `tbl pers` are `tbl` and `pers`; `Größe` is `groesse`. */
export function wordsIn(name: string): readonly string[] {
  return plainLetters(name)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

const spelt: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
};

const plainLetters = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[äöüÄÖÜßøæ]/g, (letter) => spelt[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');

/** `TblPers`, of the words `tbl` and `pers`. */
export const pascal = (words: readonly string[]): string =>
  words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');

/** `tblPers`. */
export const camel = (words: readonly string[]): string => {
  const whole = pascal(words);
  return whole.charAt(0).toLowerCase() + whole.slice(1);
};
