import { randomBytes } from 'node:crypto';
import { signingKey } from '@accord/contract/permit';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';

/** The hub's secrets, the same on every replica. */
export type HubKeys = Readonly<{
  /** Signs permits. */
  permit: CryptoKey;
  kid: string;
  /** What agencies verify permits with. */
  publicJwk: JWK;
  /** Public keys of before: checkpoints that they signed count as the hub's own. Nothing else is believed under them. */
  formerJwks: readonly JWK[];
  /** Ids of items and cursors are made under it; a new one makes new ids. */
  secret: Uint8Array;
}>;

/** The keys as they are kept: JSON, to be read by the hub alone. */
export type KeptKeys = Readonly<{
  permit: JWK;
  secret: string;
  /** The public halves of keys that signed before this one. */
  former?: readonly JWK[];
}>;

/** Makes new keys: an Ed25519 key pair and 32 random bytes. */
export async function createKeys(): Promise<KeptKeys> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const kid = randomBytes(9).toString('base64url');
  return {
    permit: { ...(await exportJWK(privateKey)), kid, alg: 'EdDSA' },
    secret: randomBytes(32).toString('base64url'),
  };
}

/** Reads kept keys. Throws where they are not what `createKeys` makes. */
export async function readKeys({ permit, secret, former = [] }: KeptKeys): Promise<HubKeys> {
  const publicJwk = publicHalf(permit);
  if (!permit.kid) throw new Error('The hub’s signing key has no key id ("kid").');
  const bytes = Buffer.from(secret, 'base64url');
  if (bytes.length < 32) throw new Error(`The hub's secret has ${bytes.length} bytes; at least 32 are needed.`);
  return {
    ...{ permit: await signingKey(permit), kid: permit.kid, publicJwk, secret: bytes },
    formerJwks: former.map(publicHalf),
  };
}

function publicHalf({ d: _private, ...publicJwk }: JWK): JWK {
  return publicJwk;
}
