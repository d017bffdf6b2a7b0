import type { Role } from '@accord/contract/vocabulary';
import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';

/** Who the bearer of a minted token is. */
export type TokenHolder = Readonly<{ user: string; name: string; role: Role; agency: string; client?: string }>;

/** Audience of the demonstration's tokens. */
export const demonstrationAudience = 'accord-demonstration';

/** How long a minted token is valid. */
const tokenHours = 12;

/** Where the local issuer is on the hub's own origin. */
const issuerPath = '/demonstration/issuer';

/** Returns the issuer's name, which is its address. */
export const issuerAt = (hubUrl: string): string => `${hubUrl}${issuerPath}`;

/** Makes the local issuer's key, to be kept beside the demonstration's data. */
export async function createIssuerKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { ...(await exportJWK(privateKey)), kid: 'demonstration', alg: 'EdDSA', use: 'sig' };
}

/** Mints a token, as an identity provider would after sign-in. Returns a compact JWT that is valid for 12 hours. */
export async function mintToken(holder: TokenHolder, issuer: string, key: JWK, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const { user, name, role, agency, client } = holder;
  return new SignJWT({ name, accord: { role, agency, ...(client !== undefined && { client }) } })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'demonstration' })
    .setIssuer(issuer)
    .setAudience(demonstrationAudience)
    .setSubject(user)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + tokenHours * 3600)
    .sign(await importJWK(key, 'EdDSA'));
}

/** Publishes what a relying party requests from an issuer: the discovery document and the public key. For demonstrations only. */
export function serveIssuer(http: FastifyInstance, issuer: string, key: JWK): void {
  const { d: _private, ...publicKey } = key;
  http.get(`${issuerPath}/.well-known/openid-configuration`, async () => ({
    issuer,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['EdDSA'],
  }));
  http.get(`${issuerPath}/jwks`, async () => ({ keys: [publicKey] }));
}
