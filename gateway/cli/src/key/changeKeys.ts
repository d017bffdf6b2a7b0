import { chmodSync, chownSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type KeptKeys, withNext, withNextInPlace } from '@accord/server/keys';
import { StartFault } from '@accord/server/postgres/StartFault';
import { keysFileHere } from '../ledger/hubKeysHere.ts';
import { outFault } from '../outFault.ts';
import { readKeysFile } from '../serve/readKeysFile.ts';

/** Adds a key that is to sign next to the keys file. Throws a `StartFault` if there is one already: agencies may have it. */
export async function prepareKey(): Promise<void> {
  const { file, kept } = await keysHere();
  if (kept.next)
    throw new StartFault(
      `The next key "${kept.next.kid}" is already in ${file}. When every agency has it, run "accord key replace".`,
    );
  const changed = await withNext(kept);
  put(file, changed);
  console.log(
    `The next key "${changed.next?.kid}" is in ${file}. Copy the file to every replica and restart it; /.well-known/jwks.json then holds both keys, and every agency sets them as ACCORD_HUB_KEY. After that, run "accord key replace".`,
  );
}

/** Replaces the present key with the next one, which then signs. Throws a `StartFault` if there is none. */
export async function replaceKey(): Promise<void> {
  const { file, kept } = await keysHere();
  if (!kept.next) throw new StartFault(`There is no next key in ${file}. Make one with "accord key prepare".`);
  put(file, withNextInPlace(kept));
  console.log(
    `"${kept.next.kid}" signs instead of "${kept.permit.kid}" from the next start on. Copy ${file} to every replica and restart it.`,
  );
}

async function keysHere(): Promise<Readonly<{ file: string; kept: KeptKeys }>> {
  const file = keysFileHere();
  const kept = await readKeysFile(file);
  if (!kept) throw new StartFault(`There is no keys file at ${file}. Set ACCORD_KEYS_FILE to the hub's keys file.`);
  // The target, if the path is a link.
  return { file: realpathSync(file), kept };
}

/** Writes in one step, because half-written keys would be lost, and keeps the owner, who is the user that runs the hub. */
function put(file: string, keys: KeptKeys): void {
  const beside = `${file}.new`;
  try {
    const { uid, gid, mode } = statSync(file);
    rmSync(beside, { force: true });
    writeFileSync(beside, JSON.stringify(keys, null, 2), { mode: 0o600, flag: 'wx', flush: true });
    chownSync(beside, uid, gid);
    chmodSync(beside, mode & 0o777);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw outFault(error, beside);
  }
}
