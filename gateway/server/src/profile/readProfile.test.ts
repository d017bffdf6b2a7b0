import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auVicText } from '@accord/consent/generated/auVicText';
import { alertTerms, needTerms } from '@accord/contract/vocabulary';
import { vocabularyOn } from '@accord/quality/proposals/vocabularyOn';
import { purposeInWords } from '../subgraph/purposeLabel.ts';
import { vocabularyView } from '../subgraph/vocabularyView.ts';
import { readProfile } from './readProfile.ts';

const folder = mkdtempSync(join(tmpdir(), 'accord-profile-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const file = join(folder, 'own.yaml');
  writeFileSync(file, text);
  return file;
}

const words = vocabularyOn('2026-11-22', { alerts: alertTerms, needs: needTerms }, []);

test('the shipped profile serves the contract', () => {
  expect(readProfile(undefined).id).toBe('au-vic');
});

test("a partnership's own category is in the vocabulary, in its words and in its place", () => {
  const pets =
    '  - { code: PETS, label: Animals in the household, parent: HOUSING, sensitive: true }\n\n# What a person';
  const profile = readProfile(fileOf(auVicText.replace('\n# What a person', pets)));
  expect(vocabularyView(words, profile).categories).toContainEqual({
    code: 'PETS',
    label: 'Animals in the household',
    parent: 'HOUSING',
    sensitive: true,
  });
});

test.each([
  [
    'a category that labels a field',
    /^.*code: ADDRESS,.*\n/m,
    /own\.yaml:24:3: lacks the category ADDRESS, which labels \w/,
  ],
  [
    'a category an alert is released under',
    /^.*code: WORKER_SAFETY,.*\n/m,
    /own\.yaml:24:3: lacks the category WORKER_SAFETY, which the alert/,
  ],
  [
    'a purpose that some role may claim',
    /^ {2}- EVALUATION\n/m,
    /own\.yaml:12:3: lacks the purpose EVALUATION, which a \w+ may claim/,
  ],
])('a profile without %s cannot serve, and the line is named', (_name, line, message) => {
  expect(() => readProfile(fileOf(auVicText.replace(line, '')))).toThrow(message);
});

test('clients claim one purpose, and a profile that gives their access another name cannot serve', () => {
  const text = auVicText.replace('clientAccess: CLIENT_ACCESS', 'clientAccess: SERVICE_COORDINATION');
  expect(() => readProfile(fileOf(text))).toThrow(
    /own\.yaml:21:15: should be CLIENT_ACCESS, which is the one a CLIENT may claim/,
  );
});

test("a purpose is called by the partnership's words, else the contract's, else its code", () => {
  const profile = readProfile(
    fileOf(auVicText.replace('  - EVALUATION\n', '  - { code: EVALUATION, label: To learn (ALL) }\n  - RESEARCH\n')),
  );
  expect(vocabularyView(words, profile).purposes).toEqual(
    expect.arrayContaining([
      { code: 'EVALUATION', label: 'To learn (ALL)' },
      { code: 'EMERGENCY', label: 'Emergency (BTG)' },
      { code: 'RESEARCH', label: 'RESEARCH' },
    ]),
  );
  expect(['EVALUATION', 'EMERGENCY', 'RESEARCH'].map((code) => purposeInWords(code, profile))).toEqual([
    'To learn (ALL)',
    'Emergency',
    'RESEARCH',
  ]);
});

test('a file that is not there is named', () => {
  expect(() => readProfile(join(folder, 'none.yaml'))).toThrow(/none\.yaml cannot be read/);
});
