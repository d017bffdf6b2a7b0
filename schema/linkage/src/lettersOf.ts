/** Letters that Unicode does not decompose into a plain letter and a mark, and how they are written with plain letters. */
const plain: ReadonlyMap<string, string> = new Map([
  ['Æ', 'AE'],
  ['Œ', 'OE'],
  ['Ø', 'O'],
  ['Đ', 'D'],
  ['Ð', 'D'],
  ['Ł', 'L'],
  ['Þ', 'TH'],
  ['Ħ', 'H'],
  ['Ŧ', 'T'],
]);

/**
 * Returns the letters A to Z of a name, in upper case: diacritics are folded (`Nguyễn` is `NGUYEN`), everything else is left
 * out.
 *
 * Two agencies must fold alike, so this is one of the schema's `rules` (ClientSchema.ts): changing it makes another schema.
 */
export function lettersOf(name: string): string {
  return name
    .toUpperCase()
    .normalize('NFKD')
    .replaceAll(/[^A-Z]/g, (letter) => plain.get(letter) ?? '');
}
