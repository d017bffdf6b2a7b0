import { KeyObject, sign, verify } from 'node:crypto';
import type { CryptoKey } from 'jose';

/** What a note says: the claims of a JSON Web Token. */
export type Claims = Readonly<Record<string, unknown>>;

/** What a note must match to be read. */
export type Expected = Readonly<{
  /** The note's `typ`: a note of one kind is never taken for another. */
  kind: string;
  issuer: string;
  audience: string;
  now: Date;
  /** How far two clocks may differ, in seconds. */
  clockTolerance: number;
  /** How long after its `iat` a note is accepted at most, in seconds; left out, only its `exp` counts. */
  longestAge?: number;
}>;

const [signed, authenticated] = ['EdDSA', 'HS256'] as const;
const compact = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/**
 * Signs claims as a compact JWS (RFC 7515) with Ed25519, byte for byte as `jose` does.
 *
 * Signs in this thread rather than through WebCrypto: a signature takes less time than handing it over and back.
 */
export function signNote(claims: Claims, by: Readonly<{ kind: string; kid?: string; key: CryptoKey }>): string {
  const key = nodeKey(by.key);
  const head = encode({ alg: signed, ...(by.kid !== undefined && { kid: by.kid }), typ: by.kind });
  return write(head, encode(claims), (text) => sign(null, Buffer.from(text), key));
}

/** Does the same under a shared secret (HMAC-SHA256). `claims` is already JSON; `sign` returns the mark of a text. */
export const signNoteUnder = (claims: string, by: Readonly<{ kind: string; sign: (text: string) => Buffer }>): string =>
  write(headOf(by.kind), encodeText(claims), by.sign);

/** Encoded headers of notes under a secret. All notes of a kind share one, and there are few kinds. */
const heads = new Map<string, string>();
function headOf(kind: string): string {
  const known = heads.get(kind) ?? encode({ alg: authenticated, typ: kind });
  heads.set(kind, known);
  return known;
}

/** `head` and `claims` are already encoded. */
function write(head: string, claims: string, mark: (text: string) => Buffer): string {
  const text = `${head}.${claims}`;
  return `${text}.${mark(text).toString('base64url')}`;
}

/**
 * Checks a note's header, signature, issuer, audience and times, and returns its claims. `exp` and `iat` are required.
 *
 * Throws an `Error` that names what is wrong and holds nothing from the note. Stricter than the standard where a hub never
 * needs more: one audience, no extensions (`crit`), no other algorithm.
 */
export function readNote(token: string, { key, ...expected }: Expected & Readonly<{ key: CryptoKey }>): Claims {
  const publicKey = nodeKey(key);
  return read(token, signed, (text, mark) => verify(null, Buffer.from(text), publicKey, mark), expected);
}

/** Does the same for a note under a secret. `isGood` says whether a mark belongs to the text. */
export const readNoteUnder = (token: string, isGood: IsGood, expected: Expected): Claims =>
  read(token, authenticated, isGood, expected);

type IsGood = (text: string, mark: Uint8Array) => boolean;

function read(token: string, algorithm: string, isGood: IsGood, expected: Expected): Claims {
  const [, header = '', payload = '', mark = ''] = compact.exec(token) ?? [];
  const { alg, typ, crit } = decode(header);
  if (alg !== algorithm || crit !== undefined) throw new Error('The note is not signed as notes are.');
  if (typ !== expected.kind) throw new Error('The note is of another kind ("typ").');
  if (!isGood(`${header}.${payload}`, Buffer.from(mark, 'base64url'))) throw new Error('The signature is not good.');
  const claims = decode(payload);
  assertTimes(claims, expected);
  if (claims.iss !== expected.issuer) throw new Error('The note is from another issuer ("iss").');
  if (claims.aud !== expected.audience) throw new Error('The note is for another audience ("aud").');
  return claims;
}

function assertTimes({ iat, exp, nbf }: Claims, { now, clockTolerance, longestAge }: Expected): void {
  const seconds = Math.floor(now.getTime() / 1000);
  if (!isNumber(iat) || !isNumber(exp)) throw new Error('The note has no time ("iat") or no end ("exp").');
  if (nbf !== undefined && !isNumber(nbf)) throw new Error('The note begins at no time ("nbf").');
  const by = 'by this machine’s clock; see that it is right.';
  if (exp <= seconds - clockTolerance) throw new Error(`The note has ended ("exp") ${by}`);
  if (nbf !== undefined && nbf > seconds + clockTolerance) throw new Error(`The note does not hold yet ("nbf") ${by}`);
  if (longestAge === undefined) return;
  if (iat > seconds + clockTolerance) throw new Error(`The note is of a time to come ("iat") ${by}`);
  if (iat < seconds - clockTolerance - longestAge) throw new Error(`The note is too old ("iat") ${by}`);
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const encode = (value: unknown): string => encodeText(JSON.stringify(value));
const encodeText = (text: string): string => Buffer.from(text).toString('base64url');

function decode(part: string): Claims {
  const value = parsed(Buffer.from(part, 'base64url').toString('utf8'));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('The note is none.');
  return { ...value };
}

/** Null where it is no JSON: the error of the parser would quote it, and whoever reads notes logs what is amiss. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const nodeKeys = new WeakMap<CryptoKey, KeyObject>();

/** Returns the key as Node's own functions take it. Throws if it is not an Ed25519 key. */
function nodeKey(key: CryptoKey): KeyObject {
  const known = nodeKeys.get(key);
  if (known) return known;
  const made = KeyObject.from(key);
  if (made.asymmetricKeyType !== 'ed25519') throw new Error('The key is no Ed25519 key.');
  nodeKeys.set(key, made);
  return made;
}
