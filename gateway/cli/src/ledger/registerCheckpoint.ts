import { appendFile } from 'node:fs/promises';
import { makeCheckpoint } from '@accord/server/ledger/makeCheckpoint';
import { StartFault } from '@accord/server/postgres/StartFault';
import type { Command } from 'commander';
import { outFault } from '../outFault.ts';
import { withStore } from '../withStore.ts';
import { hubKeysHere } from './hubKeysHere.ts';

/** `accord ledger checkpoint`: signs where the ledger ends now, for somebody to keep. */
export function registerCheckpoint(ledger: Command): void {
  ledger
    .command('checkpoint')
    .description('sign where the ledger ends now, to be kept elsewhere and compared later')
    .option('--out <file>', 'add it to this file, one a line, instead of printing it')
    .action(({ out }: Readonly<{ out?: string }>) =>
      withStore(async (store) => {
        const keys = await hubKeysHere();
        if (!keys) throw new StartFault("The hub's keys are needed to sign. Set ACCORD_KEYS_FILE.");
        const made = await makeCheckpoint({ ledger: store.ledger, keys, clock: () => new Date() }).catch(
          (error: unknown) => {
            throw error instanceof Error ? new StartFault(error.message) : error;
          },
        );
        if (!made) throw new StartFault('Nothing has been disclosed yet; there is nothing to sign.');
        if (out === undefined) console.log(made.jws);
        else {
          await appendFile(out, `${made.jws}\n`).catch((error: unknown) => {
            throw outFault(error, out);
          });
          console.log(`Kept in ${out}: ${made.seq} entries as of ${made.at.toISOString()}.`);
        }
      }),
    );
}
