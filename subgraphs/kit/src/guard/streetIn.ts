const streetWords: readonly (readonly string[])[] = [
  ...[
    ['street', 'st'],
    ['road', 'rd'],
    ['avenue', 'ave', 'av'],
    ['drive', 'dr'],
    ['court', 'crt', 'ct'],
    ['lane', 'ln'],
  ],
  ...[['crescent', 'cres', 'cr'], ['place', 'pl'], ['parade', 'pde'], ['terrace', 'tce'], ['highway', 'hwy'], ['way']],
  ...[['close', 'cl'], ['grove', 'gr'], ['boulevard', 'blvd', 'bvd'], ['circuit', 'cct'], ['square', 'sq'], ['rise']],
];
/** By each word for a kind of street, all its writings, the full one first. */
export const writings = new Map(streetWords.flatMap((all) => all.map((word) => [word, all] as const)));

/** `12 Hidden Rd` in `Unit 3, 12 Hidden Rd (rear)`: up to the first street word that follows a number and a name. */
export function streetIn(words: readonly string[]): readonly string[] {
  let number = -1;
  const last = words.findIndex((word, place) => {
    if (/^\p{N}/u.test(words[place - 2] ?? '')) number = place - 2;
    return number !== -1 && writings.has(word);
  });
  return last === -1 ? [] : words.slice(number, last + 1);
}
