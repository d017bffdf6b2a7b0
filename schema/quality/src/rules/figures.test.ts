import { readNotes } from '../../notes/readNotes.mjs';
import { wilsonInterval } from '../statistics/wilson.ts';
import { compileRules, type Reader } from './compileRules.ts';
import type { RuleSet } from './RuleSet.ts';
import { shippedRules } from './shippedRules.ts';

const LETTERS = ['X', 'U', 'C', 'S'] as const;
const notes = readNotes();
const tested = notes.filter(({ test }) => test);

type Counts = { right: number; wrong: number; missed: number };

/** Leaves out notes labelled "abstain": there is no right answer to compare a verdict with. */
function countsOf(read: Reader, letter: (typeof LETTERS)[number], place: number): Counts {
  const counts = { right: 0, wrong: 0, missed: 0 };
  for (const { text, agreed } of tested) {
    if (agreed[letter] === 'abstain') continue;
    const [wanted, got] = [agreed[letter] !== 'none', read(text)[place]?.kind === 'EVIDENCE'];
    if (wanted && got) counts.right += 1;
    else if (wanted) counts.missed += 1;
    else if (got) counts.wrong += 1;
  }
  return counts;
}

const shown = (part: number, whole: number): string => {
  if (whole === 0) return 'none';
  const { low, high } = wilsonInterval({ part, whole });
  return `${part}/${whole} ${(part / whole).toFixed(3)} (${low.toFixed(3)}-${high.toFixed(3)})`;
};
const line = (letter: string, { right, wrong, missed }: Counts): string =>
  `${letter} precision ${shown(right, right + wrong)} recall ${shown(right, right + missed)} F1 ${((2 * right) / (2 * right + wrong + missed)).toFixed(3)}`;

/** Returns the rules without the patterns that match a note in the tested half and none in the other half. */
function seenElsewhere(rules: RuleSet): RuleSet {
  const split = <Rule extends { id: string; words: RuleSet['acts'][number]['words'] }>(list: readonly Rule[]) =>
    list.flatMap((rule) =>
      rule.words.map((words, number) => ({ ...rule, id: `${rule.id}-${number}`, words: [words] })),
    );
  const parts = { ...rules, acts: split(rules.acts), statements: split(rules.statements) };
  const read = compileRules(parts);
  const idsIn = (half: boolean) =>
    new Set(
      notes
        .filter(({ test }) => test === half)
        .flatMap(({ text }) =>
          read(text).flatMap(({ quotes, passedOver }) => [...quotes, ...passedOver].map(({ rule }) => rule)),
        ),
    );
  const [here, elsewhere] = [idsIn(true), idsIn(false)];
  const kept = ({ id }: { id: string }) => elsewhere.has(id) || !here.has(id);
  return { ...parts, acts: parts.acts.filter(kept), statements: parts.statements.filter(kept) };
}

// Measured when version 1.0.0 was made. A change of rules that does worse fails here, and must be explained in NOTES.md.
const FLOOR: Record<string, readonly [right: number, wrong: number]> = {
  X: [70, 7],
  U: [12, 4],
  C: [18, 3],
  S: [11, 0],
};

const read = compileRules(shippedRules);
const counts = LETTERS.map((letter, place) => countsOf(read, letter, place));

test.each(LETTERS.map((letter, place) => [letter, place] as const))(
  '%s is read no worse than before',
  (letter, place) => {
    const [right, wrong] = FLOOR[letter] ?? [];
    expect(counts[place]?.right).toBeGreaterThanOrEqual(right ?? 0);
    expect(counts[place]?.wrong).toBeLessThanOrEqual(wrong ?? 0);
  },
);

test('prints the figures for whoever runs it', () => {
  const strict = compileRules(seenElsewhere(shippedRules));
  const abstained = LETTERS.map((letter, place) => {
    const unclear = tested
      .filter(({ agreed }) => agreed[letter] === 'abstain')
      .map(({ text }) => read(text)[place]?.kind);
    return `${letter} ${['ABSTAIN', 'EVIDENCE', 'NONE'].map((kind) => `${kind} ${unclear.filter((each) => each === kind).length}`).join(', ')}`;
  });
  const kinds = new Map<string, number>();
  for (const { text, agreed, kind } of tested)
    for (const [place, letter] of LETTERS.entries()) {
      if (agreed[letter] === 'abstain') continue;
      const [wanted, got] = [agreed[letter] !== 'none', read(text)[place]?.kind === 'EVIDENCE'];
      if (wanted === got) continue;
      const key = `${kind}: ${letter} ${wanted ? 'missed' : 'wrong'}`;
      kinds.set(key, (kinds.get(key) ?? 0) + 1);
    }
  console.info(
    [
      `${tested.length} notes of the even numbers`,
      ...LETTERS.map((letter, place) => line(letter, counts[place] ?? { right: 0, wrong: 0, missed: 0 })),
      'without every pattern that speaks in an even note and in no odd one:',
      ...LETTERS.map((letter, place) => line(letter, countsOf(strict, letter, place))),
      `where the label abstains: ${abstained.join('; ')}`,
      `errors by kind of note: ${[...kinds]
        .sort()
        .map(([key, number]) => `${key} ${number}`)
        .join('; ')}`,
    ].join('\n'),
  );
  expect(counts.length).toBe(LETTERS.length);
});
