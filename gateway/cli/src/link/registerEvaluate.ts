import type { Command } from 'commander';
import { comparePeople } from './evaluate/comparePeople.ts';
import { holdBack } from './evaluate/holdBack.ts';
import { judgePairs } from './evaluate/judgePairs.ts';
import { type Extract, extractColumns, optionalColumns, readExtract } from './evaluate/readExtract.ts';
import { readSecret } from './evaluate/readSecret.ts';
import { readTruth } from './evaluate/readTruth.ts';
import { tellEvaluation } from './evaluate/tellEvaluation.ts';

type EvaluateOptions = Readonly<{ a: string; b?: string; truth: string; secretFile?: string; json?: boolean }>;

const help = `
Extracts are CSV with the columns ${extractColumns.join(',')}
in any order; any but the id may be empty. Dates are YYYY-MM-DD or YYYYMMDD. Where there are the columns
${optionalColumns.join(', ')}, they count. The truth is CSV with the columns a,b: ids that are one person.

Two extracts are taken for one agency each that has a person once: a record is linked automatically with at
most one of the other agency. The most alike pair wins, and the others are for review; where two are about
equally alike, both are. Of one extract alone (--a without --b) all pairs within it are compared, and the truth's are too.

Everything stays on this machine: nothing is sent, written or asked of a hub.`;

/** `accord link evaluate`: how well linkage would find the people whom two agencies' extracts have in common. */
export function registerEvaluate(link: Command): void {
  link
    .command('evaluate')
    .description('try linkage on extracts of your own of which the truth is known')
    .requiredOption('--a <file>', 'the extract of an agency, CSV')
    .option('--b <file>', 'that of another; left out, duplicates within the first')
    .requiredOption('--truth <file>', 'the pairs that are one person, CSV')
    .option('--secret-file <file>', 'the linkage secret to encode with; left out, a random one')
    .option('--json', 'as JSON')
    .addHelpText('after', help)
    .action(({ a: fileA, b: fileB, truth: fileTruth, secretFile, json }: EvaluateOptions) => {
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
    });
}

function tellUnread({ file, unread }: Extract): void {
  if (unread.dates > 0)
    console.log(`${file}: column date_of_birth: ${unread.dates} are no dates YYYY-MM-DD or YYYYMMDD; taken as absent.`);
  if (unread.sexes > 0)
    console.log(`${file}: column sex: ${unread.sexes} are none of 1, 2, 3, 9, M, F, X; taken as not stated.`);
}
