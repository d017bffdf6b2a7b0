import { wordingText } from '../generated/wordingText.ts';
import { parseWording, wordingHints } from './wordingHints.ts';

const entries = parseWording(wordingText);
const termsIn = (text: string) => wordingHints(text, entries).map(({ term }) => term);

test.each([
  ['The Perpetrator came back; the victim was non-compliant.', ['Perpetrator', 'victim', 'non-compliant']],
  ['Perpetrators, and the perpetrator’s brother.', ['Perpetrators']],
  ['She refuses  to engage with us.', ['refuses  to engage']],
  ['Victimless, and fundamental: whole words only.', []],
  ['He took her phone on Tuesday; she told us so.', []],
  ['', []],
])('words that others may read differently are found as written: %s', (text, expected) => {
  expect(termsIn(text)).toEqual(expected);
});

test('every hint says what to say instead and why, and its suggestions cause no hints themselves', () => {
  for (const { instead, why } of entries) {
    expect(why).not.toBe('');
    for (const words of instead) expect(termsIn(words)).toEqual([]);
  }
});

test.each(['terms: [a]', '- terms: []\n  instead: [a]\n  why: b', '- terms: [a]\n  why: b'])(
  'a list with a fault is refused: %s',
  (text) => {
    expect(() => parseWording(text)).toThrow(/list/);
  },
);
