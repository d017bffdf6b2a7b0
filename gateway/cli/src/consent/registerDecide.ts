import type { Command } from 'commander';
import type { DecideOptions } from './decideCases.ts';

/** `accord consent decide`: what the rules answer to a file of cases. */
export function registerDecide(consent: Command): void {
  consent
    .command('decide')
    .description('decide a file of cases, to try the rules of a partnership')
    .requiredOption('--cases <file>', 'a JSON array of { facts, request }; "-" reads standard input')
    .option('--profile <file>', 'the law and categories to decide by; left out, the shipped au-vic')
    .option('--expect', "compare with each case's `expect` instead of printing the decisions")
    .action(async (options: DecideOptions) => {
      const { decideCases } = await import('./decideCases.ts');
      await decideCases(options);
    });
}
