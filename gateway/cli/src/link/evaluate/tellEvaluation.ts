import type { Evaluation, Judged } from './judgePairs.ts';

/** The figures as lines for people to read. */
export function tellEvaluation({ pairs, bands, automatic, automaticAndReview }: Evaluation): string {
  const band = (name: string, { pairs: size, true: one }: Evaluation['bands']['review']): string =>
    `  ${name.padEnd(11)} ${String(size).padStart(12)} pairs, ${one} of them one person`;
  return [
    `${pairs.compared} pairs compared; ${pairs.true} are one person.`,
    '',
    `${' '.repeat(32)} precision     recall         F1      found     missed      wrong`,
    lineOf('linked without asking', automatic),
    lineOf('with review decided by the truth', automaticAndReview),
    '',
    band('automatic', bands.automatic),
    band('review', bands.review),
    band('different', bands.different),
  ].join('\n');
}

function lineOf(name: string, { precision, recall, f1, found, missed, wrong }: Judged): string {
  const shares = [precision, recall, f1].map((share) => (share === null ? '-' : share.toFixed(4)));
  return (
    name.padEnd(32) +
    [...shares, found, missed, wrong]
      .map((value) => String(value).padStart(11))
      .join('')
      .slice(1)
  );
}
