import { editRules } from './editRules.ts';
import { parseRuleSet } from './parseRuleSet.ts';
import { shippedRules, shippedRulesText } from './shippedRules.ts';
import { versionOf } from './versionOf.ts';

const least = 'name: a\nversion: 1.0.0\nalerts: { X: { label: x, who: CLIENT } }\npeople: { CLIENT: client }\n';
const faultsOf = (text: string) => {
  const parsed = parseRuleSet(text);
  return parsed.kind === 'FAULTY' ? parsed.faults.map(({ line, sentence }) => `${line} ${sentence}`) : [];
};

test.each([
  ['a missing field', 'name: a\nversion: 1.0.0\npeople: {}\n', '1 "alerts" is missing.'],
  ['an unknown field', `${least}terms: []\n`, '5 "terms" is not known here; the known fields are'],
  ['an invalid version', least.replace('1.0.0', 'one'), '2 "one" should be three numbers, like 1.0.0.'],
  ['an unknown kind of people', least.replace('CLIENT: client', 'BOSS: boss'), '4 "BOSS" is no kind of people'],
  [
    'an unknown alert',
    `${least}statements: [{ id: a, why: b, alerts: [Y], words: [c] }]\n`,
    '5 "Y" is not among the alerts of this rule set.',
  ],
  [
    'a second rule with the same id',
    `${least}silences:\n  - { id: a, why: b, words: [c] }\n  - { id: a, why: b, words: [c] }\n`,
    '7 "a" is the id of another rule above.',
  ],
  ['an id with capitals', `${least}silences: [{ id: A, why: b, words: [c] }]\n`, '5 "A" should be small letters'],
  [
    'a list that does not exist',
    `${least}silences: [{ id: a, why: b, words: [<c>] }]\n`,
    '5 <c> is not among the lists.',
  ],
  [
    'a pattern that ends with a gap',
    `${least}silences: [{ id: a, why: b, words: [c ..] }]\n`,
    '5 A pattern may not end with a gap.',
  ],
  [
    'a pattern that begins with an optional word',
    `${least}silences: [{ id: a, why: b, words: [c? d] }]\n`,
    '5 A pattern begins with a word that must be there.',
  ],
  [
    'a star after two letters',
    `${least}silences: [{ id: a, why: b, words: [ab*] }]\n`,
    '5 "ab*" needs three letters before the star.',
  ],
  [
    'a pattern with too many words',
    `${least}silences: [{ id: a, why: b, words: [a b c d e f g h i j k l m] }]\n`,
    '5 A pattern has at most 12 words.',
  ],
  ['a rule without words', `${least}silences: [{ id: a, why: b, words: [] }]\n`, '5 should list at least one pattern.'],
  [
    'an invalid reach',
    `${least}signs: [{ id: a, sign: DENIED, reach: 99, words: [c] }]\n`,
    '5 should be a number of words from 1 to 40, SENTENCE or NOTE.',
  ],
  ['an unknown sign', `${least}signs: [{ id: a, sign: MAYBE, words: [c] }]\n`, '5 "MAYBE" should be one of DENIED'],
])('%s is reported with its line', (_, text, fault) => {
  const faults = faultsOf(text);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.some((each) => each.startsWith(fault))).toBe(true);
});

test('every fault is reported in one run', () => {
  expect(faultsOf(least.replace('1.0.0', 'one').replace('CLIENT: client', 'BOSS: boss')).length).toBe(2);
});

test('the shipped rule set has no faults and covers four alert categories', () => {
  expect(faultsOf(shippedRulesText)).toEqual([]);
  expect([...shippedRules.alerts.keys()]).toEqual([
    'FAMILY_VIOLENCE_EXPERIENCING',
    'FAMILY_VIOLENCE_USING',
    'CHILD_WELLBEING',
    'SUICIDE_SELF_HARM',
  ]);
});

const rulesOf = (text: string) => {
  const parsed = parseRuleSet(text);
  if (parsed.kind === 'FAULTY') throw new Error('faulty');
  return parsed.rules;
};

test('layout and comments do not change a rule set’s identity, but a word does', () => {
  const before = versionOf(rulesOf(`${least}ordinary: slip trip\n`));
  expect(versionOf(rulesOf(`# note\n${least}ordinary:  [trip, slip]\n`))).toBe(before);
  expect(versionOf(rulesOf(`${least}ordinary: slip trips\n`))).not.toBe(before);
  expect(before).toMatch(/^a@1\.0\.0#[0-9a-f]{16}$/);
});

test("a partnership's own text replaces the rules only with a higher version and under the same name", () => {
  const before = rulesOf(least);
  const higher = editRules(before, least.replace('1.0.0', '1.0.1'));
  expect(higher.kind).toBe('RULES');
  expect(editRules(before, least)).toEqual({
    kind: 'FAULTY',
    faults: [{ line: 2, column: 1, sentence: 'Version 1.0.0 should be higher than 1.0.0.' }],
  });
  expect(editRules(before, least.replace('name: a', 'name: b').replace('1.0.0', '2.0.0')).kind).toBe('FAULTY');
});
