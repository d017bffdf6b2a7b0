import type { Command } from 'commander';
import type { DecideOptions } from './decideCases.ts';

/** `accord consent decide`: what the rules answer to a file of cases. */
export function registerDecide(consent: Command): void {
  consent
    .command('decide')
    .summary('try out the rules on a file of cases')
    .description("try out a partnership's rules on a file of cases")
    .requiredOption('--cases <file>', 'JSON array of { facts, request }; "-" for standard input')
    .option('--profile <file>', 'profile to decide by; without it, the shipped au-vic')
    .option('--expect', "comparison with each case's `expect`, instead of the decisions")
    .action(async (options: DecideOptions) => {
      const { decideCases } = await import('./decideCases.ts');
      await decideCases(options);
    });
}
