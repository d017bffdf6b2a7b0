import fc from 'fast-check';
import { mentionOf } from './mentionOf.ts';

const whereabouts = {
  line: 'Unit 3, 12 Hidden Rd (rear)',
  phone: '(03) 5550 0009, 0491 570 006 (sister)',
  email: 'Ada.Brook@example.org',
};

test.each([
  ['as it stands', 'Lives at Unit 3, 12 Hidden Rd (rear).'],
  ['in capitals', 'UNIT 3, 12 HIDDEN RD (REAR)'],
  ['otherwise spaced and punctuated', 'unit 3 - 12Hidden  Rd., rear'],
  ['the street without what stands around it', 'was seen near 12 Hidden Rd, Springvale'],
  ['the street written out', 'at 12 Hidden Road'],
  ['over two lines', '12\nHidden\nRoad'],
  ['with accents and wide digits', 'at １２ Híddén Rd'],
  ['a telephone number as it stands', 'ring (03) 5550 0009'],
  ['a telephone number without its area', 'ring 5550-0009 after six'],
  ['a telephone number with its country', '+61 3 5550 0009'],
  ['the second telephone number', 'sister: 0491570006'],
  ['an e-mail in capitals', 'ADA.BROOK@EXAMPLE.ORG'],
])('a hidden value is found in a text: %s', (_how, text) => {
  expect(mentionOf(whereabouts)(text)).toBe(true);
});

test.each([
  ['another number in the street', 'at 112 Hidden Rd'],
  ['a longer street name', 'at 12 Hidden Rdge'],
  ['the suburb alone', 'moved to Springvale'],
  ['a part of the number', 'case 5550'],
  ['another number', 'ring 03 5550 0008'],
  ['a longer number', 'case 0491570006123'],
  ['a longer e-mail', 'ada.brook@example.organisation'],
  ['other words for the place', 'the yellow house by the station'],
])('a text that does not hold the value does not match: %s', (_how, text) => {
  expect(mentionOf(whereabouts)(text)).toBe(false);
});

test.each([
  [{ line: '1 A' }, 'alert 1: a fall'],
  [{ line: 'unknown' }, 'unknown'],
  [{ line: '1 High St' }, 'alert 1: high stress'],
  [{ line: '3101' }, '3101'],
  [{ line: '', phone: null }, ''],
  [{ phone: '000' }, 'rang 000'],
  [{ phone: '5550 0009' }, 'reference 155500009'],
  [{ phone: '0412345678 5550 0009 0499111222' }, 'reference 56785550'],
  [{ email: 'none' }, 'none'],
  [{ email: 'a@b' }, 'a b'],
  [{}, 'anything'],
])('%j is too short to look for, or only a part of %j', (value, text) => {
  expect(mentionOf(value)(text)).toBe(false);
});

test.each([
  ['non-breaking hyphens', '0412\u2011345\u2011678'],
  ['dashes', '0412–345–678'],
  ['slashes', '0412/345/678'],
  ['dots in the middle', '0412·345·678'],
  ['no-break and narrow spaces', '0412\u00a0345\u202f678'],
  ['whatever else', '+61_412’345*678'],
  ['another number behind it', '0412 345 678 0499 111 222'],
  ['another number before it', '0499 111 222 0412 345 678'],
  ['one of the city before it', '5550009, 0412 345 678'],
  ['a year behind it', '0412-345-678 (2024)'],
])('a telephone number is found whatever the column has between or around its digits: %s', (_how, phone) => {
  const mentions = mentionOf({ phone });
  for (const text of ['ring 0412 345 678.', '0412345678', '+61 412–345–678']) expect(mentions(text)).toBe(true);
  expect(mentions('ring 0412 345 679')).toBe(false);
});

test('a number on file without its area code is found behind one, even where nothing stands between', () => {
  const mentions = mentionOf({ phone: '5550 0009' });
  for (const text of [
    'ring 0355500009',
    '+61355500009',
    '61355500009',
    '(03)55500009',
    '001161355500009',
    '+61(0)355500009',
  ])
    expect([text, mentions(text)]).toEqual([text, true]);
  expect(mentions('reference 123455500009')).toBe(false);
});

test('each of several telephone numbers in one column is found', () => {
  for (const [phone, ...each] of [
    ['0412 345 678 0499 111 222', '0412345678', '0499 111 222'],
    ['555 0009/0412345678', '5550009', '0412345678'],
    ['5550 0009 0412 345 678', '5550 0009', '(03) 5550-0009', '0412345678'],
    ['(03) 5550 0009, 5550 0009', '0355500009', '5550 0009'],
    ['5550 0009 61491570006 0499 111 222', '5550 0009', '0491 570 006', '0499111222'],
    ['555/0009', '555 0009'],
  ] as const)
    for (const number of each) expect([number, mentionOf({ phone })(`ring ${number}`)]).toEqual([number, true]);
});

test('each of several e-mail addresses in one column is found', () => {
  for (const email of ['ada@example.org;a.brook@example.net', 'ada@example.org, <a.brook@example.net>(work)'])
    for (const each of ['ada@example.org', 'A.Brook@example.net'])
      expect([each, mentionOf({ email })(`write to ${each}.`)]).toEqual([each, true]);
});

test('a description of a place is only matched whole', () => {
  const mentions = mentionOf({ line: 'Marigold Refuge' });
  expect(mentions('picked up at Marigold refuge')).toBe(true);
  expect(mentions('picked marigolds')).toBe(false);
});

test('a placeholder for a missing address is not looked for: a note may use those words about anybody', () => {
  for (const line of ['No fixed address', 'NO FIXED ABODE', 'Address unknown', 'Not applicable', 'not disclosed'])
    expect(mentionOf({ line })(`He has ${line} and sleeps at the station.`)).toBe(false);
});

test('a long text is searched without delay', () => {
  const mentions = mentionOf(whereabouts);
  const began = performance.now();
  expect(mentions('12 h i d d e n '.repeat(20_000) + '1 '.repeat(50_000) + ' '.repeat(100_000))).toBe(false);
  // The value seems to begin at each number, but never occurs.
  expect(mentions('1 a '.repeat(100_000))).toBe(false);
  expect(performance.now() - began).toBeLessThan(2_000);
});

/** What may stand between any two of its letters, and around it. */
const between = fc.constantFrom('', '', '', ' ', '-', '.', '\n', ' · ', '…', '\u0301');
const around = fc.constantFrom('', 'at ', 'Seen (', '?! ', 'Chez Zoë: ', ' 3 ');
const scattered = (text: string) =>
  fc
    .tuple(fc.array(between, { minLength: text.length, maxLength: text.length }), around, around)
    .map(([gaps, before, behind]) => `${before}${[...text].map((each, at) => each + gaps[at]).join('')}, ${behind}`);

test('a value is found whatever stands between its letters, and however its street is abbreviated', () => {
  const cases: readonly (readonly [Parameters<typeof mentionOf>[0], string])[] = [
    [{ line: '12 Hidden Rd' }, '12 HIDDEN Road'],
    [{ line: '7 Court Lane' }, '7 Ct Ln'],
    [{ line: 'Terrace Close' }, 'Tce Cl'],
    [{ line: 'Unit 3, 12 Hidden Rd (rear)' }, '12 Hidden rd'],
    [{ line: 'Marigold Refuge' }, 'marigold refuge'],
    [{ phone: '+61 491 570 006' }, '0491570006'],
    [{ email: 'way.street@example.org' }, 'Way.Street@example.org'],
  ];
  for (const [value, written] of cases) fc.assert(fc.property(scattered(written), (text) => mentionOf(value)(text)));
});

/** The reference: tries every way a value may be written, letter by letter, and keeps nothing from one text to the next. */
function naively(ways: readonly string[], text: string): boolean {
  const letters = [...text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()];
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(letters[at] ?? '');
  const endOf = (way: string, from: number): number | undefined => {
    let at = from;
    for (const [nth, letter] of [...way].entries()) {
      while (nth > 0 && at < letters.length && !isLetter(at)) at += 1;
      if (letters[at] !== letter) return undefined;
      at += 1;
    }
    return at;
  };
  return ways.some((way) =>
    letters.some((_, from) => {
      const end = isLetter(from - 1) ? undefined : endOf(way, from);
      return end !== undefined && !isLetter(end);
    }),
  );
}

const lane = { line: '12 Ash Ln', email: 'a.b@c.org' };
const writtenLane = ['12ashln', '12ashlane', 'abcorg'];
/** So few words that the value, or most of it, turns up often. */
const pieces = fc.constantFrom(
  '12',
  '1',
  '2',
  'Ash',
  'as',
  'h',
  'LANE',
  'ln',
  'e',
  'a',
  'b',
  '@c',
  'org',
  'ö',
  '’',
  ' ',
  '.',
  '-',
  '\n',
);

test('the search agrees with the letter-by-letter reference', () => {
  const seen = { found: 0, all: 0 };
  const mentions = mentionOf(lane);
  const text = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));
  const near = fc
    .tuple(text, scattered('12 Ash Lane'), fc.constantFrom('', ' ', 'a'), text)
    .map(([before, lane, glue, behind]) => `${before}${glue}${lane}${glue}${behind}`);
  fc.assert(
    fc.property(fc.oneof(text, near), (words) => {
      const expected = naively(writtenLane, words);
      seen.all += 1;
      seen.found += Number(expected);
      expect(mentions(words)).toBe(expected);
    }),
    { numRuns: 3_000 },
  );
  // Both outcomes come up often.
  expect(seen.found).toBeGreaterThan(seen.all / 20);
  expect(seen.found).toBeLessThan(seen.all * (19 / 20));
});
