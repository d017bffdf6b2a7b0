import { partOf } from '../partOf.ts';

/** What the hub needs of what an OpenID provider says about itself. */
export type DiscoveredProvider = Readonly<{
  jwksUri: URL;
  /** Origins that a browser contacts at sign-in: the issuer's, and those of its endpoints. */
  origins: readonly string[];
}>;

/** How long the provider may take, in milliseconds. */
const timeoutMs = 5_000;
/** Endpoints that a page contacts itself, so its Content-Security-Policy must name their origins. */
const askedByPages = ['token_endpoint', 'userinfo_endpoint', 'jwks_uri', 'revocation_endpoint'];

/**
 * Reads a provider's discovery document (OpenID Connect Discovery 1.0, section 4). Throws if the provider does not answer, or the
 * document is another issuer's or names no keys.
 */
export async function discoverProvider(issuer: string): Promise<DiscoveredProvider> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(timeoutMs),
  });
  const found: unknown = response.ok ? await response.json() : undefined;
  const jwksUri = partOf(found, 'jwks_uri');
  const named = partOf(found, 'issuer');
  if (typeof named === 'string' && named !== issuer)
    throw new Error(
      `The identity provider at ${issuer} calls itself ${named}. If that is the one you mean, set ACCORD_OIDC_ISSUER to exactly that value.`,
    );
  if (typeof jwksUri !== 'string' || named !== issuer)
    throw new Error(
      `The identity provider ${issuer} returned its discovery document with status ${response.status} and without a jwks_uri of its own.`,
    );
  const addresses = askedByPages
    .map((name) => partOf(found, name))
    .filter((value): value is string => typeof value === 'string');
  return {
    jwksUri: new URL(jwksUri),
    origins: [
      ...new Set(
        [issuer, ...addresses].filter((address) => URL.canParse(address)).map((address) => new URL(address).origin),
      ),
    ],
  };
}
