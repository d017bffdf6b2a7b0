/** Where a person is and how to reach them, as far as it is on file. */
export type Whereabouts = Readonly<{
  line?: string | null | undefined;
  phone?: string | null | undefined;
  email?: string | null | undefined;
}>;

/** Between two characters of what is looked for anything may stand that is neither a letter nor a digit. */
const gap = '[^\\p{L}\\p{N}]*';
const [begins, ends] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];

/** Shorter than this, a text would hold it by chance. Without a number in it, a line may be a description of two or three words. */
const shortest = { line: 5, description: 12, phone: 6, email: 6 };
/** Written with or without area or country, a telephone number ends alike. */
const localDigits = 8;

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
const writings = new Map(streetWords.flatMap((all) => all.map((word) => [word, all] as const)));

/**
 * Whether a text holds one of these values, however it is spaced, punctuated, accented or in capitals; a street also without
 * what stands around it and with its last word abbreviated or not, a telephone number also without its area or country.
 *
 * It knows nothing of other words for the same place: "the yellow house by the station" is not found.
 */
export function mentionOf({ line, phone, email }: Whereabouts): (text: string) => boolean {
  const patterns = [...linesIn(plain(line)), ...phonesIn(plain(phone)), ...emailsIn(plain(email))].map(
    (pattern) => new RegExp(pattern, 'u'),
  );
  return (text) => {
    const read = plain(text);
    return patterns.some((pattern) => pattern.test(read));
  };
}

const plain = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function linesIn(text: string): readonly string[] {
  const words = wordsOf(text);
  return [words, streetIn(words)].filter(isTelling).map(patternOf);
}

/** `12 Hidden Rd` of `Unit 3, 12 Hidden Rd (rear)`: up to the first street word that follows a number and a name. */
function streetIn(words: readonly string[]): readonly string[] {
  const numberBefore = (street: number): number =>
    words.reduce((found, word, place) => (place <= street - 2 && /^\p{N}/u.test(word) ? place : found), -1);
  const last = words.findIndex((word, place) => writings.has(word) && numberBefore(place) !== -1);
  return last === -1 ? [] : words.slice(numberBefore(last), last + 1);
}

function isTelling(words: readonly string[]): boolean {
  const all = words.join('');
  const isPlace = /\p{N}/u.test(all) && /\p{L}/u.test(all);
  return all.length >= (isPlace ? shortest.line : shortest.description);
}

function phonesIn(text: string): readonly string[] {
  return (text.match(/\d[\d ().-]*\d/g) ?? [])
    .map((number) => number.replace(/\D/g, ''))
    .filter((digits) => digits.length >= shortest.phone)
    .map((digits) => {
      const before = digits.length > localDigits ? '' : '(?<!\\p{N})';
      return `${before}${[...digits.slice(-localDigits)].join(gap)}(?!\\p{N})`;
    });
}

function emailsIn(text: string): readonly string[] {
  return (text.match(/[^\s,;<>()]+@[^\s,;<>()]+/g) ?? [])
    .map(wordsOf)
    .filter((words) => words.join('').length >= shortest.email)
    .map(patternOf);
}

const patternOf = (words: readonly string[]): string =>
  `${begins}${words.map((word) => eitherOf(writings.get(word) ?? [word])).join(gap)}${ends}`;

const eitherOf = (words: readonly string[]): string => `(?:${words.map((word) => [...word].join(gap)).join('|')})`;
