import { signingKey } from '@accord/contract/permit';
import { parseJson } from '../parseJson.ts';
import type { JsonObject } from '../store/JsonObject.ts';

/** Reads an agency's public key, a JWK. Throws one sentence if it is not one, or is the private key, which stays with the agency. */
export async function readAgencyKey(text: string): Promise<JsonObject> {
  const jwk = parseJson(text);
  if (
    typeof jwk !== 'object' ||
    jwk === null ||
    Reflect.get(jwk, 'kty') !== 'OKP' ||
    Reflect.get(jwk, 'crv') !== 'Ed25519'
  )
    throw new Error('it does not hold an Ed25519 key as a JWK (JSON)');
  if ('d' in jwk)
    throw new Error('it holds the private key; ask the agency to make a new key pair and send only the public key');
  const { kty, crv, x, kid } = { kid: undefined, ...jwk } as Readonly<Record<string, unknown>>;
  if (typeof x !== 'string') throw new Error('its key has no "x"');
  const key = { kty: String(kty), crv: String(crv), x, ...(typeof kid === 'string' && { kid }) };
  await signingKey(key);
  return key;
}
