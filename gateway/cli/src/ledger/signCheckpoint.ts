import { appendFile } from 'node:fs/promises';
import { makeCheckpoint } from '@accord/server/ledger/makeCheckpoint';
import { StartFault } from '@accord/server/postgres/StartFault';
import type { Store } from '@accord/server/store/Store';
import { outFault } from '../outFault.ts';
import { hubKeysHere } from './hubKeysHere.ts';

/**
 * Signs where the ledger ends now, and appends that to `out`, or prints it if no file is named. Throws a `StartFault` if it
 * cannot.
 */
export async function signCheckpoint(out: string | undefined, store: Store): Promise<void> {
  const keys = await hubKeysHere();
  if (!keys)
    throw new StartFault(
      "The hub's keys, which sign the checkpoint, are not here. Set ACCORD_KEYS_FILE to the hub's keys file.",
    );
  const made = await makeCheckpoint({ ledger: store.ledger, keys, clock: () => new Date() }).catch((error: unknown) => {
    throw error instanceof Error ? new StartFault(error.message) : error;
  });
  if (!made) throw new StartFault('There is nothing to sign: nothing has been disclosed yet.');
  if (out === undefined) console.log(made.jws);
  else {
    await appendFile(out, `${made.jws}\n`).catch((error: unknown) => {
      throw outFault(error, out);
    });
    console.log(`Checkpoint added to ${out}: ${made.seq} entries as of ${made.at.toISOString()}.`);
  }
}
