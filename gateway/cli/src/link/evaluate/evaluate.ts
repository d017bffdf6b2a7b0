import { comparePeople } from './comparePeople.ts';
import { holdBack } from './holdBack.ts';
import { judgePairs } from './judgePairs.ts';
import { type Extract, readExtract } from './readExtract.ts';
import { readSecret } from './readSecret.ts';
import { readTruth } from './readTruth.ts';
import { tellEvaluation } from './tellEvaluation.ts';

export type EvaluateOptions = Readonly<{ a: string; b?: string; truth: string; secretFile?: string; json?: boolean }>;

/** Compares extracts, and prints how well linkage finds the true pairs. Throws an `InputFault` if a file cannot be read. */
export function evaluate({ a: fileA, b: fileB, truth: fileTruth, secretFile, json }: EvaluateOptions): void {
  const secret = readSecret(secretFile);
  const a = readExtract(fileA);
  const b = fileB === undefined ? null : readExtract(fileB);
  const truth = readTruth(fileTruth, a, b ?? a);
  const { pairs, compared, thresholds } = comparePeople(a.people, b?.people ?? null, secret);
  const evaluation = judgePairs({ pairs: b === null ? pairs : holdBack(pairs), compared }, truth);
  if (json) {
    const of = ({ people, unread }: Extract) => ({ records: people.length, unread });
    console.log(JSON.stringify({ ...evaluation, thresholds, a: of(a), b: b === null ? null : of(b) }));
    return;
  }
  for (const extract of b === null ? [a] : [a, b]) tellUnread(extract);
  console.log(tellEvaluation(evaluation));
}

function tellUnread({ file, unread }: Extract): void {
  if (unread.dates > 0)
    console.log(
      `${file}: column date_of_birth: ${unread.dates} ${unread.dates === 1 ? 'value is not a date' : 'values are not dates'} (YYYY-MM-DD or YYYYMMDD); taken as absent.`,
    );
  if (unread.sexes > 0)
    console.log(
      `${file}: column sex: ${unread.sexes} ${unread.sexes === 1 ? 'value is' : 'values are'} not 1, 2, 3, 9, M, F or X; taken as not stated.`,
    );
}
