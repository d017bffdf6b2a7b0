import { createHash } from 'node:crypto';
import { type CryptoKey, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';

/** Who asks, and why, as a permit tells an agency. */
export type PermitRequester = Readonly<{ user: string; role: string; agency: string; purpose: string }>;

/** Categories that may be released of the records with these numbers (the agency's own). */
export type Release = Readonly<{ records: readonly string[]; categories: readonly string[] }>;

/** The signed note hub -> agency: who asks, why, and what of which records may be released. */
export type Permit = Readonly<{
  requester: PermitRequester;
  releases: readonly Release[];
  /** True where the agency's de-identified figures may be told. */
  figures: boolean;
}>;

/** How long a permit holds, in seconds. */
export const permitTtlSeconds = 30;

const algorithm = 'EdDSA';
const issuer = 'accord-hub';
const permitKind = 'accord-permit+jwt';
const sealKind = 'accord-seal+jwt';

/** SHA-256 of a request's body, base64url: a permit or seal serves this body and no other. */
export const bodyHash = (body: string | Uint8Array): string => createHash('sha256').update(body).digest('base64url');

/** Reads a JWK (Ed25519) for signing or verifying. Throws where it is none. */
export async function signingKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new Error('The key is symmetric; an Ed25519 key is needed.');
  return key;
}

/** Signs a permit for one agency and one body. `now` in seconds since 1970. Returns a compact JWS. */
export function mintPermit(
  permit: Permit,
  to: Readonly<{ agency: string; body: string; key: CryptoKey; kid: string; now: number; id: string }>,
): Promise<string> {
  return new SignJWT({
    requester: permit.requester,
    releases: permit.releases,
    figures: permit.figures,
    body: bodyHash(to.body),
  })
    .setProtectedHeader({ alg: algorithm, kid: to.kid, typ: permitKind })
    .setIssuer(issuer)
    .setAudience(to.agency)
    .setIssuedAt(to.now)
    .setNotBefore(to.now - permitTtlSeconds)
    .setExpirationTime(to.now + permitTtlSeconds)
    .setJti(to.id)
    .sign(to.key);
}

/**
 * Checks a permit at the agency: signature, issuer, audience, life, and that it was made for this body.
 *
 * Throws a `jose` error, or an `Error` that names the claim, where anything is amiss. Nothing is released then.
 */
export async function readPermit(
  token: string,
  against: Readonly<{ agency: string; body: Uint8Array | string; key: CryptoKey; now: Date }>,
): Promise<Permit> {
  const { payload } = await jwtVerify(token, against.key, {
    algorithms: [algorithm],
    issuer,
    audience: against.agency,
    typ: permitKind,
    currentDate: against.now,
    requiredClaims: ['exp', 'iat', 'jti'],
    maxTokenAge: permitTtlSeconds * 2,
    clockTolerance: 5,
  });
  if (payload.body !== bodyHash(against.body)) throw new Error('The permit was made for another request body.');
  return parsePermit(payload);
}

function parsePermit({ requester, releases, figures }: JWTPayload): Permit {
  if (!isRecordOfStrings(requester, ['user', 'role', 'agency', 'purpose']))
    throw new Error('The permit names no requester.');
  if (!Array.isArray(releases) || !releases.every(isRelease)) throw new Error('The permit has no list of releases.');
  const { user, role, agency, purpose } = requester;
  return { requester: { user, role, agency, purpose }, releases, figures: figures === true };
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
    isStrings(value.categories)
  );
}

/** Signs what an agency sends to the hub: proof of who sent this body, for 30 seconds. Returns a compact JWS. */
export function seal(from: Readonly<{ agency: string; body: string; key: CryptoKey; now: number }>): Promise<string> {
  return new SignJWT({ body: bodyHash(from.body) })
    .setProtectedHeader({ alg: algorithm, typ: sealKind })
    .setIssuer(from.agency)
    .setAudience(issuer)
    .setIssuedAt(from.now)
    .setExpirationTime(from.now + permitTtlSeconds)
    .sign(from.key);
}

/** Checks at the hub that an agency sent this body. Throws where anything is amiss. */
export async function readSeal(
  token: string,
  against: Readonly<{ agency: string; body: Uint8Array | string; key: CryptoKey; now: Date }>,
): Promise<void> {
  const { payload } = await jwtVerify(token, against.key, {
    algorithms: [algorithm],
    issuer: against.agency,
    audience: issuer,
    typ: sealKind,
    currentDate: against.now,
    requiredClaims: ['exp', 'iat'],
    clockTolerance: 5,
  });
  if (payload.body !== bodyHash(against.body)) throw new Error('The seal was made for another request body.');
}
