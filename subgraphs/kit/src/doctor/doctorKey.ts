import { readFile, writeFile } from 'node:fs/promises';
import { signingKey } from '@accord/contract/permit';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';
import { InputFault } from '../command/InputFault.ts';

/** The doctor's own key, with which it signs in the hub's place. */
export type DoctorKey = Readonly<{ key: CryptoKey; publicJwk: JWK }>;

/**
 * Makes a key and writes it where only its owner can read it. Returns the public half.
 *
 * Throws an `InputFault` where there is a file already: it may be a key that an agency was told of.
 */
export async function makeDoctorKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'accord-doctor' };
  try {
    await writeFile(file, `${JSON.stringify(jwk)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
    throw new InputFault(
      code === 'EEXIST'
        ? `${file} already exists. Use it with --key, or name another file.`
        : `The key could not be written to ${file} (${String(code)}).`,
    );
  }
  return publicHalf(jwk);
}

/** Reads a key `makeDoctorKey` wrote. Throws an `InputFault` where there is none. */
export async function readDoctorKey(file: string): Promise<DoctorKey> {
  const amiss = new InputFault(
    `${file} does not hold a key of the doctor. Make one: accord-agency doctor --make-key ${file}`,
  );
  const text = await readFile(file, 'utf8').catch(() => {
    throw amiss;
  });
  try {
    const jwk: JWK = JSON.parse(text);
    if (typeof jwk.d !== 'string') throw amiss;
    return { key: await signingKey(jwk), publicJwk: publicHalf(jwk) };
  } catch {
    throw amiss;
  }
}

function publicHalf({ kty, crv, x, kid }: JWK): JWK {
  if (kty !== 'OKP' || crv !== 'Ed25519' || x === undefined || kid === undefined)
    throw new InputFault('The key is not an Ed25519 key. Make one: accord-agency doctor --make-key FILE');
  return { kty, crv, x, kid };
}
