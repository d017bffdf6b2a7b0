import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { createIssuerKey } from '@accord/server/demonstration/localIssuer';
import { createKeys } from '@accord/server/keys';
import { exportJWK, generateKeyPair } from 'jose';
import { type DemoSecrets, makeFolder, secretsFile } from './DemoFolder.ts';

/** Makes a new demonstration's secrets and writes them to a file that only their owner can read. */
export async function makeSecrets(
  folder: string,
  agencies: readonly string[],
  people: DemoSecrets['people'],
): Promise<DemoSecrets> {
  const pairs = await Promise.all(
    agencies.map(async (id) => {
      const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
      const secrets = {
        privateKey: await exportJWK(privateKey),
        publicKey: await exportJWK(publicKey),
        readerPassword: randomBytes(18).toString('base64url'),
      };
      return [id, secrets] as const;
    }),
  );
  const secrets: DemoSecrets = {
    hub: await createKeys(),
    issuer: await createIssuerKey(),
    linkageSecret: randomBytes(32).toString('base64url'),
    agencies: Object.fromEntries(pairs),
    people,
  };
  makeFolder(folder);
  const unfinished = `${secretsFile(folder)}.new`;
  writeFileSync(unfinished, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(unfinished, secretsFile(folder));
  return secrets;
}
