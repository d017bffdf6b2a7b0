import { knownPlace } from '@accord/linkage/placeholderNames';

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
/** Of a telephone number, with its area or country or without. */
const wholeDigits = { least: 8, most: 12 };

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
    const holds = holdingOf(read);
    return wanted.some(({ core, pattern }) => holds(core) && new RegExp(pattern(), 'u').test(read));
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

/**
 * Whether letters and digits stand in a row in a text, once all else is left out. In a text of ASCII they are looked for where they stand:
 * to write down each text without all else took most of the looking.
 */
function holdingOf(text: string): (core: string) => boolean {
  if (isAscii.test(text)) return (core) => standsIn(text, core);
  const run = text.replace(/[^\p{L}\p{N}]+/gu, '');
  return (core) => run.includes(core);
}

/** From each place where it may begin. No letter is looked at more often than the core has letters: time in proportion to the text. */
function standsIn(text: string, core: string): boolean {
  const first = core.slice(0, 1);
  let from = text.indexOf(first);
  while (from !== -1 && !beginsAt(from, text, core)) from = text.indexOf(first, from + 1);
  return from !== -1;
}

function beginsAt(from: number, text: string, core: string): boolean {
  let found = 0;
  for (let at = from; at < text.length && found < core.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === core.charCodeAt(found)) found += 1;
    else if (isLetter(letter)) return false;
  }
  return found === core.length;
}

/** A small letter or a digit of ASCII. */
const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/** What stands where there is no address (`No fixed address`) says where nobody is. */
function linesIn(text: string): readonly Wanted[] {
  if (knownPlace({ suburb: text, postcode: null }).suburb === null) return [];
  const words = wordsOf(text);
  const street = streetIn(words);
  // Most lines are the street and nothing around it.
  return (street.length === words.length ? [words] : [words, street]).filter(isTelling).map(wantedOf);
}

/** `12 Hidden Rd` of `Unit 3, 12 Hidden Rd (rear)`: up to the first street word that follows a number and a name. */
function streetIn(words: readonly string[]): readonly string[] {
  let number = -1;
  const last = words.findIndex((word, place) => {
    if (/^\p{N}/u.test(words[place - 2] ?? '')) number = place - 2;
    return number !== -1 && writings.has(word);
  });
  return last === -1 ? [] : words.slice(number, last + 1);
}

function isTelling(words: readonly string[]): boolean {
  const all = words.join('');
  const isPlace = /\p{N}/u.test(all) && /\p{L}/u.test(all);
  return all.length >= (isPlace ? shortest.line : shortest.description);
}

/**
 * Where one number ends and the next begins nothing says for certain. Looked for is what stands between marks that numbers are not
 * usually written with, every row of digits as a whole, and of a row each part that is as long as a telephone number.
 */
function phonesIn(text: string): readonly Wanted[] {
  const usual = (text.match(/\d[\d ().-]*\d/g) ?? []).map((number) => number.replace(/\D/g, ''));
  const rows = (text.match(/\d(?:[^\p{L}\p{N}]*\d)*/gu) ?? []).map((row) => row.match(/\d+/g) ?? []);
  const endings = new Map<string, boolean>();
  for (const digits of [...usual, ...rows.flatMap((row) => [row.join(''), ...partsOf(row)])]) {
    if (digits.length < shortest.phone) continue;
    const core = digits.slice(-localDigits);
    endings.set(core, digits.length > localDigits || endings.get(core) === true);
  }
  return [...endings].map(([core, goesOnBefore]) => {
    const before = goesOnBefore ? '' : '(?<!\\p{N})';
    return { core, pattern: () => `${before}${[...core].join(gap)}(?!\\p{N})` };
  });
}

/** What stands in a row and is together as long as a telephone number. */
function partsOf(row: readonly string[]): readonly string[] {
  const parts: string[] = [];
  for (const [first] of row.entries()) {
    let digits = '';
    for (let last = first; last < row.length && digits.length < wholeDigits.most; last += 1) {
      digits += row[last];
      if (digits.length >= wholeDigits.least && digits.length <= wholeDigits.most) parts.push(digits);
    }
  }
  return parts;
}

function emailsIn(text: string): readonly Wanted[] {
  return (text.match(/[^\s,;<>()]+@[^\s,;<>()]+/g) ?? [])
    .map(wordsOf)
    .filter((words) => words.join('').length >= shortest.email)
    .map(wantedOf);
}

/** The core is the longest run of words that are written in one way only; it may be empty, and stands in every text then. */
function wantedOf(words: readonly string[]): Wanted {
  let [core, run] = ['', ''];
  for (const word of words) {
    run = writings.has(word) ? '' : run + word;
    if (run.length > core.length) core = run;
  }
  const pattern = () => `${begins}${words.map((word) => eitherOf(writings.get(word) ?? [word])).join(gap)}${ends}`;
  return { core, pattern };
}

const eitherOf = (words: readonly string[]): string => `(?:${words.map((word) => [...word].join(gap)).join('|')})`;
