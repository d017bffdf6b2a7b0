import { randomBytes } from 'node:crypto';
import { signingKey } from '@accord/contract/permit';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';

/** A key that signs as the hub. */
type Signing = Readonly<{
  /** The private key that signs permits. */
  permit: CryptoKey;
  kid: string;
  /** The public half, which agencies verify permits with. */
  publicJwk: JWK;
}>;

/** The hub's secrets, the same on every replica. */
export type HubKeys = Signing &
  Readonly<{
    /** The key that will sign after this one, which agencies are given beforehand; null where none was made. */
    next: Signing | null;
    /**
     * Public halves of this key, the next one and the former ones.
     *
     * Checkpoints signed by any of them count as the hub's own. So does what another replica passes on, because that replica may not have
     * the current key yet, or may already have the next. Nothing else is accepted under them.
     */
    ownJwks: readonly JWK[];
    /** Ids of items and cursors are derived from it; a new secret makes new ids. */
    secret: Uint8Array;
  }>;

/** The keys in the form in which they are stored: JSON that only the hub may read. */
export type KeptKeys = Readonly<{
  permit: JWK;
  secret: string;
  /** The key that replaces `permit` once every agency has its public half. */
  next?: JWK;
  /** Public halves of the keys that signed before this one. */
  former?: readonly JWK[];
}>;

/** Makes new keys: an Ed25519 key pair and 32 random bytes. */
export async function createKeys(): Promise<KeptKeys> {
  return { permit: await createPermit(), secret: randomBytes(32).toString('base64url') };
}

/** Returns the same keys plus a new one that will sign next. Throws where there already is one. */
export async function withNext(kept: KeptKeys): Promise<KeptKeys> {
  if (kept.next) throw new Error('There is already a next key.');
  return { ...kept, next: await createPermit() };
}

/** Returns the keys with the next one signing and the current one moved to `former`. Throws where there is no next one. */
export function withNextInPlace({ permit, next, former = [], ...kept }: KeptKeys): KeptKeys {
  if (!next) throw new Error('There is no next key.');
  return { ...kept, permit: next, former: [...former, publicHalf(permit)] };
}

async function createPermit(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { ...(await exportJWK(privateKey)), kid: randomBytes(9).toString('base64url'), alg: 'EdDSA' };
}

/** Reads stored keys. Throws where they are not in the form made here. */
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

/** The public keys that agencies need: the one that signs now, and the next one. */
export const publishedJwks = ({ publicJwk, next }: Pick<HubKeys, 'publicJwk' | 'next'>): readonly JWK[] =>
  next ? [publicJwk, next.publicJwk] : [publicJwk];

async function readSigning(permit: JWK): Promise<Signing> {
  if (!permit.kid) throw new Error('The hub’s signing key has no key id ("kid").');
  return { permit: await signingKey(permit), kid: permit.kid, publicJwk: publicHalf(permit) };
}

function publicHalf({ d: _private, ...publicJwk }: JWK): JWK {
  return publicJwk;
}
