import { knownPlace } from '@accord/linkage/placeholderNames';
import { isAscii, plain, wordsOf } from './plainWords.ts';
import { streetIn, writings } from './streetIn.ts';

/** Where a person is and how to reach them, as far as it is on file. */
export type Whereabouts = Readonly<{
  line?: string | null | undefined;
  phone?: string | null | undefined;
  email?: string | null | undefined;
}>;

/** Anything but letters and digits may stand between two characters of the value. */
const gap = '[^\\p{L}\\p{N}]*';
const [begins, ends] = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];

/**
 * Minimum lengths: a text would contain a shorter value by chance. A line without a number may be a description of two or
 * three words.
 */
const shortest = { line: 5, description: 12, phone: 6, email: 6 };
/** A telephone number ends in the same digits whether or not it is written with an area or country code. */
const localDigits = 8;
/** An area or country code that is written in one with the number behind it: `0355500009`, `+61(0)355500009` are `5550 0009`. */
const dialled = '(?:0\\d{1,3}|(?:\\+|00|0011)[1-9]\\d{1,4}|61\\d?|(?:\\+\\d{1,3} ?)?\\(0\\)\\d{1,2})';
/** Digits in a whole telephone number, with or without its area or country code. */
const wholeDigits = { least: 8, most: 12 };

/**
 * A function that says whether a text holds one of these values, whatever the spacing, punctuation, accents and capitals. A
 * street is also found without the words around it, and with its last word abbreviated or written out; a telephone number
 * also without its area or country code.
 *
 * It does not recognise other descriptions of the same place: "the yellow house by the station" is not found.
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
 * A value to look for. `core` is a run of letters and digits that every match of `pattern` contains once all other
 * characters are left out. Most texts lack it, and building and running a pattern for each text costs as much as loading
 * them.
 */
type Wanted = Readonly<{ core: string; pattern: () => string }>;

/**
 * A function that says whether a text contains a run of letters and digits, all other characters left out. ASCII text is
 * searched in place: making a copy of each text without the other characters took most of the time.
 */
function holdingOf(text: string): (core: string) => boolean {
  if (isAscii.test(text)) return (core) => standsIn(text, core);
  const run = text.replace(/[^\p{L}\p{N}]+/gu, '');
  return (core) => run.includes(core);
}

/**
 * Tries each place where the core may begin. No letter is looked at more often than the core has letters, so time is linear
 * in the text.
 */
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

/** An ASCII lower-case letter or digit. */
const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/**
 * The address line, and the street in it. A placeholder such as `No fixed address` says where nobody is, so it is not
 * looked for.
 */
function linesIn(text: string): readonly Wanted[] {
  if (knownPlace({ suburb: text, postcode: null }).suburb === null) return [];
  const words = wordsOf(text);
  const street = streetIn(words);
  // Most lines are a street with nothing around it.
  return (street.length === words.length ? [words] : [words, street]).filter(isTelling).map(wantedOf);
}

function isTelling(words: readonly string[]): boolean {
  const all = words.join('');
  const isPlace = /\p{N}/u.test(all) && /\p{L}/u.test(all);
  return all.length >= (isPlace ? shortest.line : shortest.description);
}

/**
 * Nothing says for certain where one number ends and the next begins. So this looks for what stands between marks that
 * numbers are not usually written with, for every row of digits as a whole, and for each part of a row that is as long as a
 * telephone number.
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
    const before = goesOnBefore ? '' : `(?<!\\p{N})${dialled}?`;
    return { core, pattern: () => `${before}${[...core].join(gap)}(?!\\p{N})` };
  });
}

/** Runs of neighbouring groups of digits that together are as long as a telephone number. */
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

/** The core is the longest run of words that have one spelling only. It may be empty, and then every text contains it. */
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
