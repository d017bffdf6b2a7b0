/** Letters that stand for themselves and do not come apart into a plain letter and a mark. */
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
 * The letters A to Z of a name, upper case: diacritics folded (`Nguyễn` is `NGUYEN`), everything else left out.
 *
 * Two agencies must fold alike, so this is one of the schema's `rules` (ClientSchema.ts): a change of it is another schema.
 */
export function lettersOf(name: string): string {
  return name
    .toUpperCase()
    .normalize('NFKD')
    .replaceAll(/[^A-Z]/g, (letter) => plain.get(letter) ?? '');
}
