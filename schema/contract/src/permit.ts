import { hash } from 'node:crypto';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { type Claims, readNote, signNote } from './signedNote.ts';

/** Who asks, and why, as a permit tells an agency. `agency` is empty where it is the person themself, signed in through another agency. */
export type PermitRequester = Readonly<{ user: string; role: string; agency: string; purpose: string }>;

/**
 * What a release stands on: `CONSENT` where the person's own word is enough for all of it, `LAW` where something else was needed (a law, an
 * emergency, its being the requester's own record).
 */
export type ReleaseBasis = 'CONSENT' | 'LAW';

/** Categories that may be released of the records with these numbers (the agency's own). */
export type Release = Readonly<{
  records: readonly string[];
  categories: readonly string[];
  /** Absent in permits of older hubs: then nobody knows, and it counts as not consented. */
  basis?: ReleaseBasis;
}>;

/** The signed note hub -> agency: who asks, why, and what of which records may be released. */
export type Permit = Readonly<{
  requester: PermitRequester;
  releases: readonly Release[];
  /** True where the agency's de-identified figures may be told. */
  figures: boolean;
}>;

/** A permit as it was read: `id` is the hub's own for this permit, which nobody accepts after `until` (seconds since 1970). */
export type ReadPermit = Permit & Readonly<{ id: string; until: number }>;

/** How long a permit holds, in seconds. */
export const permitTtlSeconds = 30;
/** By how much the clocks of hub and agency may differ, in seconds. */
export const clockToleranceSeconds = 5;

const algorithm = 'EdDSA';
const issuer = 'accord-hub';
const permitKind = 'accord-permit+jwt';
const sealKind = 'accord-seal+jwt';

/** SHA-256 of a request's body, base64url: a permit or seal serves this body and no other. */
export const bodyHash = (body: string | Uint8Array): string => hash('sha256', body, 'base64url');

/** Reads a JWK (Ed25519) for signing or verifying. Throws where it is none. */
export async function signingKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new Error('The key is symmetric; an Ed25519 key is needed.');
  return key;
}

/** The message a permit is for, and what signs it; `now` in seconds since 1970. */
export type PermitTo = Readonly<{ agency: string; body: string; key: CryptoKey; kid: string; now: number; id: string }>;

/** The claims of a note of the hub that holds for half a minute. */
export const lifeOf = ({ issuer, agency, now }: Readonly<{ issuer: string; agency: string; now: number }>): Claims => ({
  ...{ iss: issuer, aud: agency, iat: now },
  ...{ nbf: now - permitTtlSeconds, exp: now + permitTtlSeconds },
});

/**
 * Signs a permit for one agency and one body. `now` in seconds since 1970. Returns a compact JWS.
 *
 * An agency takes each `id` once: every message has one of its own.
 */
export async function mintPermit(
  { requester, releases, figures }: Permit,
  { agency, body, key, kid, now, id }: PermitTo,
): Promise<string> {
  return signNote(
    { requester, releases, figures, body: bodyHash(body), ...lifeOf({ issuer, agency, now }), jti: id },
    { kind: permitKind, kid, key },
  );
}

/**
 * Checks a permit at the agency: signature, issuer, audience, life, and that it was made for this body.
 *
 * Rejects with an `Error` that names the claim where anything is amiss. Nothing is released then.
 */
export async function readPermit(
  token: string,
  against: Readonly<{ agency: string; body: Uint8Array | string; key: CryptoKey; now: Date }>,
): Promise<ReadPermit> {
  const payload = readNote(token, {
    ...{ kind: permitKind, issuer, audience: against.agency, key: against.key, now: against.now },
    ...{ clockTolerance: clockToleranceSeconds, longestAge: permitTtlSeconds * 2 },
  });
  return parsePermit(payload, against.body);
}

/** What the claims of a permit say, where it was made for this body. Throws an `Error` that names the claim that is amiss. */
export function parsePermit({ jti, exp, iat, ...claims }: Claims, body: Uint8Array | string): ReadPermit {
  if (claims.body !== bodyHash(body)) throw new Error('The permit was made for another request body.');
  if (typeof jti !== 'string' || typeof exp !== 'number' || typeof iat !== 'number')
    throw new Error('The permit has no id of its own or no end.');
  const { requester, releases, figures } = claims;
  if (!isRecordOfStrings(requester, ['user', 'role', 'agency', 'purpose']))
    throw new Error('The permit names no requester.');
  if (!Array.isArray(releases) || !releases.every(isRelease)) throw new Error('The permit has no list of releases.');
  const { user, role, agency, purpose } = requester;
  const until = Math.min(exp, iat + permitTtlSeconds * 2) + clockToleranceSeconds;
  return { requester: { user, role, agency, purpose }, releases, figures: figures === true, id: jti, until };
}

function isRecordOfStrings<K extends string>(value: unknown, keys: readonly K[]): value is Record<K, string> {
  return (
    typeof value === 'object' && value !== null && keys.every((key) => typeof Reflect.get(value, key) === 'string')
  );
}

const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

function isRelease(value: unknown): value is Release {
  return (
    typeof value === 'object' &&
    value !== null &&
    'records' in value &&
    'categories' in value &&
    isStrings(value.records) &&
    isStrings(value.categories) &&
    (!('basis' in value) || value.basis === 'CONSENT' || value.basis === 'LAW')
  );
}

/** Signs what an agency sends to the hub: proof of who sent this body, for 30 seconds. Returns a compact JWS. */
export async function seal(
  from: Readonly<{ agency: string; body: string; key: CryptoKey; now: number }>,
): Promise<string> {
  const { agency, body, key, now } = from;
  return signNote(
    { body: bodyHash(body), iss: agency, aud: issuer, iat: now, exp: now + permitTtlSeconds },
    { kind: sealKind, key },
  );
}

/** Checks at the hub that an agency sent this body. Rejects where anything is amiss. */
export async function readSeal(
  token: string,
  against: Readonly<{ agency: string; body: Uint8Array | string; key: CryptoKey; now: Date }>,
): Promise<void> {
  const payload = readNote(token, {
    ...{ kind: sealKind, issuer: against.agency, audience: issuer, key: against.key, now: against.now },
    clockTolerance: clockToleranceSeconds,
  });
  if (payload.body !== bodyHash(against.body)) throw new Error('The seal was made for another request body.');
}
