import { hash } from 'node:crypto';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { hubNamed } from './hubNamed.ts';
import { type Claims, readNote, signNote } from './signedNote.ts';

/**
 * Who asks, and why, as a permit states it. `agency` is empty where the requester is the person themself, signed in through
 * another agency.
 */
export type PermitRequester = Readonly<{ user: string; role: string; agency: string; purpose: string }>;

/**
 * What a release rests on: `CONSENT` where the person's own word is enough for all of it, `LAW` where something else was needed
 * (a law, an emergency, or that it is the requester's own record).
 */
export type ReleaseBasis = 'CONSENT' | 'LAW';

/** Categories that may be released for the records with these numbers (the agency's own). */
export type Release = Readonly<{
  records: readonly string[];
  categories: readonly string[];
  /** Absent in permits from older hubs. The basis is then unknown, and counts as not consented. */
  basis?: ReleaseBasis;
}>;

/** The signed note hub -> agency: who asks, why, and what may be released of which records. */
export type Permit = Readonly<{
  requester: PermitRequester;
  releases: readonly Release[];
  /** True where the agency may disclose its de-identified figures. */
  figures: boolean;
}>;

/** A permit after it was read. `id` is unique to this permit; it is not accepted after `until` (seconds since 1970). */
export type ReadPermit = Permit & Readonly<{ id: string; until: number }>;

/** How long a permit is valid, in seconds. */
export const permitTtlSeconds = 30;
/** How far the clocks of hub and agency may differ, in seconds. */
export const clockToleranceSeconds = 5;

const algorithm = 'EdDSA';
const issuer = 'accord-hub';
const permitKind = 'accord-permit+jwt';
const sealKind = 'accord-seal+jwt';

/** Returns the SHA-256 of a request's body, in base64url: a permit or seal is good for this body and no other. */
export const bodyHash = (body: string | Uint8Array): string => hash('sha256', body, 'base64url');

/** Reads a JWK (Ed25519) for signing or verifying. Throws if it is not one. */
export async function signingKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new Error('The key is symmetric; an Ed25519 key is needed.');
  return key;
}

/** The message a permit is for, and the key that signs it. `now` in seconds since 1970. */
export type PermitTo = Readonly<{ agency: string; body: string; key: CryptoKey; kid: string; now: number; id: string }>;

/** Returns the claims of a hub's note that is valid for half a minute. */
export const lifeOf = ({ issuer, agency, now }: Readonly<{ issuer: string; agency: string; now: number }>): Claims => ({
  ...{ iss: issuer, aud: agency, iat: now },
  ...{ nbf: now - permitTtlSeconds, exp: now + permitTtlSeconds },
});

/**
 * Signs a permit for one agency and one body. `now` in seconds since 1970. Returns a compact JWS.
 *
 * An agency accepts each `id` once, so every message needs its own.
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
 * Checks a permit at the agency: signature, issuer, audience, lifetime, and that it was made for this body.
 *
 * Rejects with an `Error` that names the claim if anything is wrong. Nothing is released then.
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

/** Returns the permit that the claims state for this body. Throws an `Error` that names the claim that is wrong. */
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

/**
 * Signs what an agency sends to the hub, as proof of who sent this body. Valid for 30 seconds. Returns a compact JWS.
 *
 * `hubs` are the hub's public keys as the agency has them (several while one replaces another). The seal then names the hub, and a
 * hub of another partnership, or one on trial, cannot pass on what it was sent. It is a claim beside the audience, which stays as it
 * was: hubs that do not know the claim take the seal too.
 */
export async function seal(
  from: Readonly<{ agency: string; body: string; key: CryptoKey; now: number; hubs?: readonly JWK[] }>,
): Promise<string> {
  const { agency, body, key, now, hubs } = from;
  const named = hubs && { hubs: await Promise.all(hubs.map(hubNamed)) };
  return signNote(
    { body: bodyHash(body), iss: agency, aud: issuer, ...named, iat: now, exp: now + permitTtlSeconds },
    { kind: sealKind, key },
  );
}

/**
 * Checks at the hub that an agency sent this body, and to this hub: `hubs` are its public keys. A seal from an older program names
 * no hub, and is accepted. Rejects if anything is wrong.
 */
export async function readSeal(
  token: string,
  against: Readonly<{ agency: string; body: Uint8Array | string; key: CryptoKey; now: Date; hubs?: readonly JWK[] }>,
): Promise<void> {
  const payload = readNote(token, {
    ...{ kind: sealKind, issuer: against.agency, audience: issuer, key: against.key, now: against.now },
    clockTolerance: clockToleranceSeconds,
  });
  if (payload.body !== bodyHash(against.body)) throw new Error('The seal was made for another request body.');
  if (payload.hubs === undefined) return;
  const own = await Promise.all((against.hubs ?? []).map(hubNamed));
  if (!isStrings(payload.hubs) || !payload.hubs.some((hub) => own.includes(hub)))
    throw new Error('The seal was made for another hub ("hubs").');
}
