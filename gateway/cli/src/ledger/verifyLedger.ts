import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { verifyExport } from '@accord/server/ledger/verifyExport';
import { StartFault } from '@accord/server/postgres/StartFault';
import type { Verification } from '@accord/server/store/walkLedger';
import { withStore } from '../withStore.ts';
import { readKeptCheckpoints, trustedKeys } from './readKeptCheckpoints.ts';

export type VerifyOptions = Readonly<{ checkpoint: readonly string[]; key?: string; file?: string }>;

/**
 * Verifies the ledger, or an export of it, and says that it is intact. Throws a `StartFault` that says what is broken
 * otherwise.
 */
export async function verifyLedger({ checkpoint, key, file }: VerifyOptions): Promise<void> {
  const keys = await trustedKeys(key);
  const checkpoints = await readKeptCheckpoints(checkpoint, keys);
  const found =
    file === undefined
      ? { ...(await withStore((store) => store.ledger.verify({ checkpoints, keys }))), whole: true }
      : await verifyFile(file, checkpoints);
  if (found.kind === 'BROKEN') throw new StartFault(brokenIn(found));
  console.log(
    found.whole
      ? `Intact: ${found.entries} entries, each chained to the one before${heldAgainst(found)}${keys || found.checkpoints === 0 ? '' : ' (their signatures were not checked: name the key with --key)'}.`
      : `Intact: ${found.entries} entries, each as it was written${heldAgainst(found)}. This export is a part of the ledger; only a whole export or the ledger itself can show whether entries are missing.`,
  );
}

async function verifyFile(file: string, checkpoints: Parameters<typeof verifyExport>[1]) {
  if (!existsSync(file)) throw new StartFault(`The file ${file} cannot be read.`);
  try {
    return await verifyExport(() => createInterface({ input: createReadStream(file) }), checkpoints);
  } catch (error) {
    throw error instanceof Error ? new StartFault(error.message) : error;
  }
}

function heldAgainst({ checkpoints }: Extract<Verification, { kind: 'INTACT' }>): string {
  if (checkpoints === 0) return '';
  return `; ${checkpoints === 1 ? '1 checkpoint matches' : `${checkpoints} checkpoints match`}`;
}

function brokenIn({ findings }: Extract<Verification, { kind: 'BROKEN' }>): string {
  const [first, ...others] = findings.map(({ why }) => why);
  if (others.length === 0) return `Broken: ${first}.`;
  return [`Broken in ${findings.length} places:`, ...findings.map(({ why }) => `- ${why}`)].join('\n');
}
