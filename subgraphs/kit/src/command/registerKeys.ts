import { appendFileSync, chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { InputFault } from './InputFault.ts';

const setting = 'ACCORD_AGENCY_KEY';
const privateMode = 0o600;

/** `accord-agency keys`: makes the agency's key pair. The private half goes to `.env`, the public half into a file to hand over. */
export function registerKeys(program: Command): void {
  program
    .command('keys')
    .description("make the agency's keys: the private one goes to .env, the public one into a file for the hub")
    .option('--public <file>', 'where the public key goes', 'agency-key.json')
    .action(async ({ public: file }: Readonly<{ public: string }>) => {
      await makeKeys('.env', file);
      console.log(
        `The private key is in .env (${setting}); it never leaves this machine.\n` +
          `The public key is in ${file}: hand it to whoever runs the hub.`,
      );
    });
}

/**
 * Makes an Ed25519 key pair, unless there is one. Throws an `InputFault` where the settings or the public key's file hold one
 * already: with another, the hub would take nothing from this agency any more.
 */
export async function makeKeys(settingsFile: string, publicFile: string): Promise<void> {
  const settings = existsSync(settingsFile) ? readFileSync(settingsFile, 'utf8') : '';
  if (new RegExp(`^\\s*${setting}\\s*=\\s*\\S`, 'm').test(settings))
    throw new InputFault(
      `${settingsFile} has ${setting} already. Remove that line if you want a new key, and hand the new public key over.`,
    );
  if (existsSync(publicFile)) throw new InputFault(`${publicFile} is there already. Name another file with --public.`);
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
  const line = `${setting}='${JSON.stringify(key)}'\n`;
  appendFileSync(settingsFile, settings === '' || settings.endsWith('\n') ? line : `\n${line}`, { mode: privateMode });
  chmodSync(settingsFile, privateMode);
}
