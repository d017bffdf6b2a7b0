import { appendFileSync, chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { InputFault } from './InputFault.ts';

/** The setting that holds the private half. */
export const keySetting = 'ACCORD_AGENCY_KEY';
const privateMode = 0o600;

/**
 * Makes an Ed25519 key pair, unless there is one. Throws an `InputFault` where the settings or the public key's file hold one
 * already: with another, the hub would take nothing from this agency any more.
 */
export async function makeKeys(settingsFile: string, publicFile: string): Promise<void> {
  const settings = existsSync(settingsFile) ? readFileSync(settingsFile, 'utf8') : '';
  if (new RegExp(`^\\s*${keySetting}\\s*=\\s*\\S`, 'm').test(settings))
    throw new InputFault(
      `${settingsFile} already has ${keySetting}. For a new key, remove that line, run the command again, and give the new public key to whoever runs the hub.`,
    );
  if (existsSync(publicFile)) throw new InputFault(`${publicFile} already exists. Name another file with --public.`);
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  // The half that is handed over first: a private key of which nobody has the other half would stand in the way of a new one.
  writeFileSync(publicFile, `${JSON.stringify(await exportJWK(publicKey))}\n`);
  try {
    addSetting(settingsFile, settings, await exportJWK(privateKey));
  } catch (error) {
    rmSync(publicFile);
    throw error;
  }
}

function addSetting(settingsFile: string, settings: string, key: JWK): void {
  const line = `${keySetting}='${JSON.stringify(key)}'\n`;
  appendFileSync(settingsFile, settings === '' || settings.endsWith('\n') ? line : `\n${line}`, { mode: privateMode });
  chmodSync(settingsFile, privateMode);
}
