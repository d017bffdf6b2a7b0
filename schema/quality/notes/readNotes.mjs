// The invented notes with their labels, for tests and the benchmark.
import { readFileSync } from 'node:fs';

const linesOf = (name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/**
 * Returns `{ id, kind, text, first, second, third, agreed, test }` for each note; `third` only where the first two differ. Each
 * label is a `{ X, U, C, S }` of `none`, `present`, `past` or `abstain`.
 */
export function readNotes() {
  const labels = new Map(linesOf('labels.jsonl').map((label) => [label.id, label]));
  return linesOf('notes.jsonl').map(({ id, kind, text }) => {
    const { first, second, third, agreed } = labels.get(id);
    // Even-numbered notes are for the figures, odd-numbered ones for writing rules.
    const test = Number(id.slice(1)) % 2 === 0;
    return {
      id,
      kind,
      text,
      first: labelOf(first),
      second: labelOf(second),
      third: third === undefined ? undefined : labelOf(third),
      agreed: labelOf(agreed),
      test,
    };
  });
}

const MEANS = { '': 'present', p: 'past', '?': 'abstain' };

function labelOf(letters) {
  const label = { X: 'none', U: 'none', C: 'none', S: 'none' };
  for (const word of letters.split(' ').filter(Boolean)) {
    if (!(word[0] in label) || !(word.slice(1) in MEANS)) throw new Error(`"${word}" is not a label of GUIDE.md.`);
    label[word[0]] = MEANS[word.slice(1)];
  }
  return label;
}
