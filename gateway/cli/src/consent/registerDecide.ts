import { StartFault } from '@accord/server/postgres/StartFault';
import type { Command } from 'commander';

/** `accord consent decide`: what the rules answer to a file of cases, one JSON decision a line. */
export function registerDecide(consent: Command): void {
  consent
    .command('decide')
    .description('decide a file of cases, to test the rules of a partnership')
    .requiredOption('--cases <file>', 'a JSON array of { facts, request }; "-" is standard input')
    .action(() => {
      throw new StartFault('Deciding a file of cases is not built yet.');
    });
}
