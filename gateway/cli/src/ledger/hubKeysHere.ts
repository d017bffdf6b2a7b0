import { join } from 'node:path';
import { type HubKeys, readKeys } from '@accord/server/keys';
import { StartFault } from '@accord/server/postgres/StartFault';
import { demoFolder, readSecrets } from '../demo/DemoFolder.ts';
import { readKeysFile } from '../serve/readKeysFile.ts';

/** The keys file of the hub that is run from here. */
export const keysFileHere = (): string => process.env.ACCORD_KEYS_FILE ?? join(demoFolder(), 'hub-keys.json');

/**
 * The keys of the hub that is run from here: those of ACCORD_KEYS_FILE, of `accord serve`, or of the demonstration; `undefined`
 * if there are none. Throws if the file is damaged.
 */
export async function hubKeysHere(): Promise<HubKeys | undefined> {
  const file = keysFileHere();
  const kept = await readKeysFile(file);
  if (kept) return readKeys(kept);
  if (process.env.ACCORD_KEYS_FILE)
    throw new StartFault(`There is no keys file at ${file}. Set ACCORD_KEYS_FILE to the hub's keys file.`);
  const secrets = readSecrets(demoFolder());
  return secrets && readKeys(secrets.hub);
}
