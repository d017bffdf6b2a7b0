import { randomBytes } from 'node:crypto';
import { signingKey } from '@accord/contract/permit';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';

/** A key that signs as the hub. */
type Signing = Readonly<{
  /** Signs permits. */
  permit: CryptoKey;
  kid: string;
  /** What agencies verify permits with. */
  publicJwk: JWK;
}>;

/** The hub's secrets, the same on every replica. */
export type HubKeys = Signing &
  Readonly<{
    /** What is to sign after this one, and what agencies know beforehand; null where none was made. */
    next: Signing | null;
    /**
     * The public halves of this key, the next, and those of before. Checkpoints that they signed count as the hub's own; and what another
     * replica passes on, which may not have the same one yet, or any more. Nothing else is believed under them.
     */
    ownJwks: readonly JWK[];
    /** Ids of items and cursors are made under it; a new one makes new ids. */
    secret: Uint8Array;
  }>;

/** The keys as they are kept: JSON, to be read by the hub alone. */
export type KeptKeys = Readonly<{
  permit: JWK;
  secret: string;
  /** The key that is to take the place of `permit` when all agencies have its public half. */
  next?: JWK;
  /** The public halves of keys that signed before this one. */
  former?: readonly JWK[];
}>;

/** Makes new keys: an Ed25519 key pair and 32 random bytes. */
export async function createKeys(): Promise<KeptKeys> {
  return { permit: await createPermit(), secret: randomBytes(32).toString('base64url') };
}

/** The same keys with a new one that is to sign next. Throws where there is one already. */
export async function withNext(kept: KeptKeys): Promise<KeptKeys> {
  if (kept.next) throw new Error('There is already a next key.');
  return { ...kept, next: await createPermit() };
}

/** The same keys when the next one signs: the one that signed so far is among the former. Throws where there is no next one. */
export function withNextInPlace({ permit, next, former = [], ...kept }: KeptKeys): KeptKeys {
  if (!next) throw new Error('There is no next key.');
  return { ...kept, permit: next, former: [...former, publicHalf(permit)] };
}

async function createPermit(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomBytes(9).toString('base64url'), alg: 'EdDSA' };
}

/** Reads kept keys. Throws where they are not what is made here. */
export async function readKeys({ permit, secret, next, former = [] }: KeptKeys): Promise<HubKeys> {
  const signing = await readSigning(permit);
  const signingNext = next ? await readSigning(next) : null;
  const bytes = Buffer.from(secret, 'base64url');
  if (bytes.length < 32) throw new Error(`The hub's secret has ${bytes.length} bytes; it needs at least 32.`);
  return {
    ...signing,
    next: signingNext,
    ownJwks: [...publishedJwks({ ...signing, next: signingNext }), ...former.map(publicHalf)],
    secret: bytes,
  };
}

/** What agencies are to know: the key that signs, and the next one. */
export const publishedJwks = ({ publicJwk, next }: Pick<HubKeys, 'publicJwk' | 'next'>): readonly JWK[] =>
  next ? [publicJwk, next.publicJwk] : [publicJwk];

async function readSigning(permit: JWK): Promise<Signing> {
  if (!permit.kid) throw new Error('The hub’s signing key has no key id ("kid").');
  return { permit: await signingKey(permit), kid: permit.kid, publicJwk: publicHalf(permit) };
}

function publicHalf({ d: _private, ...publicJwk }: JWK): JWK {
  return publicJwk;
}
