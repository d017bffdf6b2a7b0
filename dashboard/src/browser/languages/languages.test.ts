import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleReasons } from '@accord/consent/ruleReasons';
import { alertTerms, needTerms } from '@accord/contract/vocabulary';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { orderWords } from '../pages/client/own/orderWords.ts';

// The words of the pages: complete in each language, and plain in English.

type Words = { readonly [key: string]: string | Words };

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = (language: string): readonly string[] => readdirSync(join(folder, language)).sort();
const wordsOf = (language: string, file: string): Words =>
  JSON.parse(readFileSync(join(folder, language, file), 'utf8'));

/** Every sentence by its key, `a.b.c`. */
const flat = (words: Words, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${before}${key}`, value] as const] : flat(value, `${before}${key}.`),
  );

/** Removes the plural suffix, since languages differ in how many plurals they have. */
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const placesIn = (sentence: string): readonly string[] =>
  [...new Set(sentence.match(/\{\{\s*[\w, ()]+\s*\}\}/g) ?? [])].map((place) => place.replace(/\s/g, '')).sort();

const others = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'en')
  .map(({ name }) => name);

test('there is a language beside English', () => {
  expect(others.length).toBeGreaterThan(0);
});

test.each(others)('%s says everything that English says, and nothing more', (language) => {
  expect(names(language)).toEqual(names('en'));
  for (const file of names('en')) {
    const keys = (of: string) => [...new Set(flat(wordsOf(of, file)).map(([key]) => `${file} ${withoutPlural(key)}`))];
    expect(keys(language).sort()).toEqual(keys('en').sort());
  }
});

test.each(others)('%s puts into each sentence what English puts into it', (language) => {
  for (const file of names('en')) {
    const english = new Map(
      flat(wordsOf('en', file)).map(([key, sentence]) => [withoutPlural(key), placesIn(sentence)]),
    );
    for (const [key, sentence] of flat(wordsOf(language, file)))
      expect([file, key, placesIn(sentence)]).toEqual([file, key, english.get(withoutPlural(key))]);
  }
});

test.each(['en', ...others])('in %s each outcome of an order has a sentence of its own', (language) => {
  const sentences = new Map(flat(wordsOf(language, 'client.json')));
  const said = Object.values(orderWords).map((key) => sentences.get(key));
  expect(said).not.toContain(undefined);
  expect(new Set(said).size).toBe(4);
});

/** The files that name an alert's severity and certainty: the board, a person's page, an exercise. */
const said = { board: 'board.json', person: 'client.json', exercise: 'exercises.json' } as const;

test.each(['en', ...others])(
  'in %s an alert’s severity and certainty have the same names wherever they appear',
  (language) => {
    const part = (file: string, ...path: readonly string[]): unknown =>
      path.reduce<unknown>((words, key) => (words as Words)[key], wordsOf(language, file));
    expect(part(said.person, 'alerts', 'severity')).toEqual(part(said.board, 'severity'));
    expect(part(said.person, 'alerts', 'certainty')).toEqual(part(said.board, 'certainty'));
    expect(part(said.board, 'certainty')).toMatchObject(part(said.exercise, 'place', 'certainties') as object);
  },
);

test('our translations of the hub’s sentences match the contract and the rules word for word; anything else stays English', () => {
  const { alerts, needs, grounds } = wordsOf('en', 'terms.json').hub as Readonly<Record<string, Words>>;
  const labels = (terms: readonly Readonly<{ code: string; label: string }>[]) =>
    Object.fromEntries(terms.map(({ code, label }) => [code, label]));
  const { OWN_RECORD, SELF, CONSENT, BREAK_GLASS } = ruleReasons;
  expect({ alerts, needs }).toEqual({ alerts: labels(alertTerms), needs: labels(needTerms) });
  expect(grounds).toMatchObject({ OWN_RECORD, SELF, CONSENT, BREAK_GLASS });
});

/** The Flesch-Kincaid grade (1975) of a text: it counts sentences, words and syllables, so short labels are left out. */
function gradeOf(sentences: readonly string[]): number {
  const words = sentences.flatMap((sentence) => sentence.match(/[A-Za-z'’-]+/g) ?? []);
  const ends = sentences.reduce(
    (count, sentence) => count + Math.max(1, sentence.match(/[.!?:](\s|$)/g)?.length ?? 0),
    0,
  );
  return fleschKincaid({
    sentence: ends,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  });
}

test.each(names('en'))('%s reads at the eighth grade or below', (file) => {
  const sentences = flat(wordsOf('en', file))
    .map(([, sentence]) => sentence.replace(/\{\{[^}]*\}\}/g, 'one'))
    .filter((sentence) => sentence.split(' ').length >= 5);
  const hardest = [...sentences].sort((a, b) => gradeOf([b]) - gradeOf([a])).slice(0, 5);
  const grade = sentences.length === 0 ? 0 : gradeOf(sentences);
  expect({ file, hardest, tooHard: grade > 8 ? grade : false }).toEqual({ file, hardest, tooHard: false });
});

test.each(names('en'))('%s speaks of people first', (file) => {
  const sentences = flat(wordsOf('en', file)).map(([key, sentence]) => `${key}: ${sentence}`);
  expect(
    sentences.filter((one) => /\b(victims?|perpetrators?|offenders?|addicts?|the homeless|abusers?)\b/i.test(one)),
  ).toEqual([]);
});
