// The invented notes with their labels, for tests and the bench.
import { readFileSync } from 'node:fs';

const linesOf = (name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** `{ id, kind, text, first, second, third, agreed, test }`, `third` where the two differ: each label is a `{ X, U, C, S }` of `none`, `present`, `past`, `abstain`. */
export function readNotes() {
  const labels = new Map(linesOf('labels.jsonl').map((label) => [label.id, label]));
  return linesOf('notes.jsonl').map(({ id, kind, text }) => {
    const { first, second, third, agreed } = labels.get(id);
    // Even numbers are for the figures, odd ones for writing rules.
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
