import type { Command } from 'commander';
import type { EvaluateOptions } from './evaluate/evaluate.ts';
import { extractColumns, optionalColumns } from './evaluate/extractColumns.ts';

const help = `
An extract is a CSV file with these columns, in any order; all but the id may be empty:
  ${extractColumns.join(',')}
These columns count if they are present:
  ${optionalColumns.join(',')}
Dates are YYYY-MM-DD or YYYYMMDD.

The truth is a CSV file with the columns a,b: the ids of two records of the same person.

With two extracts, each is one agency, which has each person once. A record is linked automatically with at
most one of the other agency: the most alike pair wins, and the others are for review. If two pairs are about
equally alike, both are for review.

With one extract (--a without --b), all pairs within it are compared, and the truth's pairs are within it too.

Everything stays on this machine: nothing is sent or written, and no hub is asked.`;

/** `accord link evaluate`: how well linkage would find the people whom two agencies' extracts have in common. */
export function registerEvaluate(link: Command): void {
  link
    .command('evaluate')
    .summary('try out linkage on extracts with a known truth')
    .description('try out linkage on extracts of your own whose true pairs are known')
    .requiredOption('--a <file>', "one agency's extract, CSV")
    .option('--b <file>', "another agency's extract, CSV; without it, duplicates within the first are sought")
    .requiredOption('--truth <file>', 'pairs of records of the same person, CSV')
    .option('--secret-file <file>', 'linkage secret to encode with; without it, a random one')
    .option('--json', 'output as JSON')
    .addHelpText('after', help)
    .action(async (options: EvaluateOptions) => {
      const { evaluate } = await import('./evaluate/evaluate.ts');
      evaluate(options);
    });
}
