import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HubKeys, type KeptKeys, readKeys } from '@accord/server/keys';
import { StartFault } from '@accord/server/postgres/StartFault';
import { demoFolder, readSecrets } from '../demo/DemoFolder.ts';

/**
 * The keys of the hub that is run from here: those of ACCORD_KEYS_FILE, of `accord serve`, or of the demonstration;
 * `undefined` where there are none. Throws where the file is damaged.
 */
export async function hubKeysHere(): Promise<HubKeys | undefined> {
  const file = process.env.ACCORD_KEYS_FILE ?? join(demoFolder(), 'hub-keys.json');
  if (process.env.ACCORD_KEYS_FILE || existsSync(file)) {
    try {
      const kept: KeptKeys = JSON.parse(readFileSync(file, 'utf8'));
      return await readKeys(kept);
    } catch {
      throw new StartFault(`The keys file ${file} cannot be read.`);
    }
  }
  const secrets = readSecrets(demoFolder());
  return secrets && readKeys(secrets.hub);
}
