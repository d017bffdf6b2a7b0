import { isRole } from '@accord/contract/roles';
import type { Role } from '@accord/contract/vocabulary';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { CallerFault } from '../CallerFault.ts';
import { partOf } from '../partOf.ts';
import { discoverProvider } from './discoverProvider.ts';
import { KnownBearers } from './KnownBearers.ts';

/** What a verified token says about its bearer. */
export type Bearer = Readonly<{
  user: string;
  name: string;
  role: Role;
  agency: string;
  volunteer: boolean;
  self: string | null;
}>;

export type VerifyToken = (authorization: string | undefined, now: Date) => Promise<Bearer>;

/** Finds the key with which a token is signed. */
type KeyOf = JWTVerifyGetKey;

/**
 * How old the provider's keys may be when a token is verified with them, and how long the provider may take to send them, in
 * milliseconds.
 */
const [keysAgeMs, keysTimeoutMs] = [30_000, 2_000];

/**
 * Returns a function that verifies bearer tokens of one OpenID provider: signature, issuer, audience, lifetime.
 *
 * The provider's keys are found by discovery (OpenID Connect Discovery 1.0, section 4) at the first token, and again after a
 * failure. They are read again once half a minute old. So a key that the provider has removed is refused within a minute,
 * including the half minute for which a token is known (`KnownBearers`). While the provider does not answer, its last keys hold
 * for ten minutes.
 *
 * Throws `TOKEN_MISSING` or `TOKEN_REFUSED`. The caller does not learn which claim is wrong; `refused` does, once a minute for
 * each claim, for tokens that the provider signed. Expired tokens are an everyday matter and not reported.
 */
export function verifyTokensOf(
  provider: Readonly<{ issuer: string; audience: string }>,
  refused: (claim: string) => void = () => undefined,
): VerifyToken {
  let keys: Promise<KeyOf> | undefined;
  const tellRefused = onceAMinute(refused);
  const known = new KnownBearers();
  return async (authorization, now) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new CallerFault(authorization ? 'TOKEN_REFUSED' : 'TOKEN_MISSING');
    const bearer = known.of(token, now);
    if (bearer) return bearer;
    keys ??= discoverKeys(provider.issuer);
    const keySet = await keys.catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    try {
      const { payload } = await jwtVerify(token, keySet, {
        issuer: provider.issuer,
        audience: provider.audience,
        currentDate: now,
        requiredClaims: ['sub', 'exp'],
        algorithms: ['EdDSA', 'RS256', 'ES256', 'PS256'],
      });
      const verified = parseBearer(payload);
      known.note(token, verified, now, payload.exp ?? 0);
      return verified;
    } catch (error) {
      const claim = claimAmiss(error);
      if (claim !== undefined) tellRefused(claim, now);
      throw new CallerFault('TOKEN_REFUSED');
    }
  };
}

/**
 * Returns the wrong claim of a token that the provider signed (jose checks claims last); undefined if it did not sign it, or the
 * token has expired.
 */
function claimAmiss(error: unknown): string | undefined {
  if (error instanceof ClaimAmiss) return error.claim;
  return error instanceof errors.JWTClaimValidationFailed ? error.claim : undefined;
}

class ClaimAmiss extends Error {
  readonly claim: string;

  constructor(claim: string) {
    super(claim);
    this.claim = claim;
  }
}

function onceAMinute(tell: (claim: string) => void): (claim: string, now: Date) => void {
  const told = new Map<string, number>();
  return (claim, now) => {
    if (Math.abs(now.getTime() - (told.get(claim) ?? Number.NEGATIVE_INFINITY)) < 60_000) return;
    told.set(claim, now.getTime());
    tell(claim);
  };
}

async function discoverKeys(issuer: string): Promise<KeyOf> {
  const keys = createRemoteJWKSet((await discoverProvider(issuer)).jwksUri, { timeoutDuration: keysTimeoutMs });
  let [read, reading] = [performance.now(), Promise.resolve()];
  return async (header, token) => {
    if (performance.now() - read > keysAgeMs) {
      read = performance.now();
      reading = keys.reload().catch(() => {});
    }
    await reading;
    return keys(header, token);
  };
}

function parseBearer({ sub, name, accord }: JWTPayload): Bearer {
  const role = partOf(accord, 'role');
  const agency = partOf(accord, 'agency');
  const client = partOf(accord, 'client');
  if (!isSayable(sub)) throw new ClaimAmiss('sub');
  if (typeof role !== 'string' || !isRole(role)) throw new ClaimAmiss('accord.role');
  if (typeof agency !== 'string') throw new ClaimAmiss('accord.agency');
  const isClient = role === 'CLIENT';
  // A client who does not say which client they are would be nobody in particular, and pass for one of the agency's workers.
  if (isClient && !isSayable(client)) throw new ClaimAmiss('accord.client');
  // The text "true" is not `true`, but not nothing either: a volunteer would pass for somebody who is not one.
  const volunteer = partOf(accord, 'volunteer') ?? false;
  if (typeof volunteer !== 'boolean') throw new ClaimAmiss('accord.volunteer');
  return {
    user: sub,
    name: isSayable(name) ? name : sub,
    role,
    agency,
    volunteer,
    self: isClient && typeof client === 'string' ? client : null,
  };
}

/**
 * Whether a claim is a name that can be kept, compared and told: somebody without one would be whoever has none, and a line's end or a half
 * character is taken by no database, or writes a second line where it is listed. 255 characters are the standard's (OpenID Connect Core, 2).
 */
const isSayable = (claim: unknown): claim is string =>
  typeof claim === 'string' && claim.length > 0 && claim.length <= 255 && !/[\p{Cc}\p{Cs}]/u.test(claim);
