import fc from 'fast-check';
import { readNotes } from '../../notes/readNotes.mjs';
import { compileRules } from './compileRules.ts';
import { shippedRules } from './shippedRules.ts';

const read = compileRules(shippedRules);
const notes = readNotes().map(({ text }) => text);

// Words from rules and notes, punctuation, and arbitrary text.
const words = [...new Set(notes.flatMap((text) => text.split(/\s+/)))];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom(...words, '.', '?', '"', '[x]', '[ ]', '\n', ':', '-'), { maxLength: 120 })
    .map((parts) => parts.join(' ')),
);

test('every text can be read, and every quote lies inside it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { quotes, passedOver } of read(text))
        for (const { start, end } of [...quotes, ...passedOver]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
    }),
    { numRuns: 400, seed: 6 },
  );
});

test('what was read before changes nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...notes), anyText, (note, other) => {
      const before = read(note);
      read(other);
      expect(read(note)).toEqual(before);
    }),
    { numRuns: 150, seed: 6 },
  );
});

test('boilerplate around a note changes no verdict', () => {
  const before = 'Client attended on time. Reception notified.\nFV screen completed: nil\n';
  const after = '\nStandard safety information given: 1800RESPECT, Lifeline.\nNext appointment Tuesday 10.30, room 2.';
  const kindsOf = (text: string) => read(text).map(({ kind, when }) => [kind, when]);
  for (const note of notes) expect([note, kindsOf(before + note + after)]).toEqual([note, kindsOf(note)]);
});

test('the work grows no faster than the length of a note', () => {
  const stepsIn = (text: string) => {
    let steps = 0;
    read(text, {}, () => {
      steps += 1;
    });
    return steps;
  };
  const mean = [
    'not '.repeat(40),
    'he hit her and he hit her ',
    'said she said he ',
    '[x] no ? ',
    '""""',
    notes.join(' '),
  ];
  for (const text of mean) {
    const [once, tenfold] = [stepsIn(text.repeat(20)), stepsIn(text.repeat(200))];
    expect(tenfold).toBeLessThanOrEqual(once * 10.5 + 100);
  }
});
