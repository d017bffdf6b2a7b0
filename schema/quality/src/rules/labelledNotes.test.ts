import { readNotes } from '../../notes/readNotes.mjs';
import { cohensKappa } from './cohensKappa.ts';

const notes = readNotes();
const LETTERS = ['X', 'U', 'C', 'S'] as const;

test('there are at least 400 notes, all different', () => {
  expect(notes.length).toBeGreaterThanOrEqual(400);
  expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
});

test('in both halves, every category has notes labelled present, past, abstain and none', () => {
  for (const half of [true, false])
    for (const letter of LETTERS)
      expect(new Set(notes.filter(({ test }) => test === half).map(({ agreed }) => agreed[letter]))).toEqual(
        new Set(['none', 'present', 'abstain', 'past']),
      );
});

test('the agreed label is what both labellers said or, where they differ, what the third said', () => {
  for (const { first, second, third, agreed } of notes)
    for (const letter of LETTERS)
      expect(agreed[letter]).toBe(first[letter] === second[letter] ? first[letter] : third?.[letter]);
});

test('the two labellers agree as NOTES.md says', () => {
  const kappas = LETTERS.map((letter) =>
    cohensKappa(
      notes.map(({ first }) => first[letter]),
      notes.map(({ second }) => second[letter]),
    ).toFixed(3),
  );
  console.info(
    `kappa of the two labellers: ${LETTERS.map((letter, place) => `${letter} ${kappas[place]}`).join(', ')}`,
  );
  expect(kappas).toEqual(['0.970', '0.936', '0.926', '1.000']);
});
