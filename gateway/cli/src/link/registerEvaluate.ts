import type { Command } from 'commander';
import type { EvaluateOptions } from './evaluate/evaluate.ts';
import { extractColumns, optionalColumns } from './evaluate/extractColumns.ts';

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
    .action(async (options: EvaluateOptions) => {
      const { evaluate } = await import('./evaluate/evaluate.ts');
      evaluate(options);
    });
}
