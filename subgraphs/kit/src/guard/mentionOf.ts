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
  const wanted = [...linesIn(plain(line)), ...phonesIn(plain(phone)), ...emailsIn(plain(email))];
  if (wanted.length === 0) return nothingWanted;
  return (text) => {
    const read = plain(text);
    const run = lettersOf(read);
    return wanted.some(({ core, pattern }) => run.includes(core) && new RegExp(pattern(), 'u').test(read));
  };
}

const nothingWanted = (): boolean => false;

/**
 * What is looked for. `core` is letters and digits that stand in a row wherever `pattern` is found, once all else is left out: most
 * texts lack it, and to make and run a pattern for each of them costs as much as loading them.
 */
type Wanted = Readonly<{ core: string; pattern: () => string }>;

/** What is written in ASCII has nothing to take apart, which most texts are and which is seen at once. */
const plain = (text: string | null | undefined): string =>
  isAscii.test(text ?? '')
    ? (text ?? '').toLowerCase()
    : (text ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them.
const isAscii = /^[\x00-\x7f]*$/;

const wordsOf = (text: string): readonly string[] =>
  (isAscii.test(text) ? text.match(/[a-z0-9]+/g) : text.match(/[\p{L}\p{N}]+/gu)) ?? [];

const lettersOf = (text: string): string =>
  isAscii.test(text) ? text.replace(/[^a-z0-9]+/g, '') : text.replace(/[^\p{L}\p{N}]+/gu, '');

function linesIn(text: string): readonly Wanted[] {
  const words = wordsOf(text);
  const street = streetIn(words);
  // Most lines are the street and nothing around it.
  return (street.length === words.length ? [words] : [words, street]).filter(isTelling).map(wantedOf);
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

function phonesIn(text: string): readonly Wanted[] {
  return (text.match(/\d[\d ().-]*\d/g) ?? [])
    .map((number) => number.replace(/\D/g, ''))
    .filter((digits) => digits.length >= shortest.phone)
    .map((digits) => {
      const before = digits.length > localDigits ? '' : '(?<!\\p{N})';
      const core = digits.slice(-localDigits);
      return { core, pattern: () => `${before}${[...core].join(gap)}(?!\\p{N})` };
    });
}

function emailsIn(text: string): readonly Wanted[] {
  return (text.match(/[^\s,;<>()]+@[^\s,;<>()]+/g) ?? [])
    .map(wordsOf)
    .filter((words) => words.join('').length >= shortest.email)
    .map(wantedOf);
}

/** The core is the longest run of words that are written in one way only; it may be empty, and stands in every text then. */
function wantedOf(words: readonly string[]): Wanted {
  const runs = words
    .map((word) => (writings.has(word) ? ' ' : word))
    .join('')
    .split(' ');
  const core = runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
  const pattern = () => `${begins}${words.map((word) => eitherOf(writings.get(word) ?? [word])).join(gap)}${ends}`;
  return { core, pattern };
}

const eitherOf = (words: readonly string[]): string => `(?:${words.map((word) => [...word].join(gap)).join('|')})`;
