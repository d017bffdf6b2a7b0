import { isRole } from '@accord/contract/roles';
import type { Role } from '@accord/contract/vocabulary';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { CallerFault } from '../CallerFault.ts';

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

type KeySet = ReturnType<typeof createRemoteJWKSet>;

/**
 * Verifies bearer tokens of one OpenID provider: signature, issuer, audience, life.
 *
 * The provider's keys are found by discovery (OpenID Connect Discovery 1.0, section 4) at the first token, and again after a
 * failure. Throws `TOKEN_MISSING` or `TOKEN_REFUSED`; which of the claims was amiss is not told.
 */
export function verifyTokensOf(provider: Readonly<{ issuer: string; audience: string }>): VerifyToken {
  let keys: Promise<KeySet> | undefined;
  return async (authorization, now) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new CallerFault('TOKEN_MISSING');
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
      return parseBearer(payload);
    } catch {
      throw new CallerFault('TOKEN_REFUSED');
    }
  };
}

async function discoverKeys(issuer: string): Promise<KeySet> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5_000),
  });
  const found: unknown = response.ok ? await response.json() : undefined;
  const jwksUri = typeof found === 'object' && found !== null ? Reflect.get(found, 'jwks_uri') : undefined;
  const named = typeof found === 'object' && found !== null ? Reflect.get(found, 'issuer') : undefined;
  if (typeof jwksUri !== 'string' || named !== issuer)
    throw new Error(
      `The identity provider ${issuer} answered its discovery document with status ${response.status}, without a jwks_uri of its own.`,
    );
  return createRemoteJWKSet(new URL(jwksUri));
}

function parseBearer({ sub, name, accord }: JWTPayload): Bearer {
  const claim = (key: string): unknown =>
    typeof accord === 'object' && accord !== null ? Reflect.get(accord, key) : undefined;
  const role = claim('role');
  const agency = claim('agency');
  const client = claim('client');
  if (typeof sub !== 'string' || typeof role !== 'string' || !isRole(role) || typeof agency !== 'string')
    throw new CallerFault('TOKEN_REFUSED');
  return {
    user: sub,
    name: typeof name === 'string' ? name : sub,
    role,
    agency,
    volunteer: claim('volunteer') === true,
    self: role === 'CLIENT' && typeof client === 'string' ? client : null,
  };
}
