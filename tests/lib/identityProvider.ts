import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** Who signs in at the provider, and what the token says about them. */
export type Account = Readonly<{ name: string; role: string; agency: string }>;

/** A real OpenID provider in this process. */
export type IdentityProvider = Readonly<{ issuer: string; stop(): Promise<void> }>;

export type ProviderParts = Readonly<{
  port: number;
  clientId: string;
  /** The hub's address, to which people are redirected. */
  hub: string;
  /** The audience of the tokens it issues for the hub (RFC 8707: a resource). */
  audience: string;
  accounts: Readonly<Record<string, Account>>;
}>;

/**
 * Starts a provider with one public client: authorization code and PKCE only, no secret, tokens as JWT (RFC 9068). People sign
 * in on the provider's own development page, with any password.
 */
export async function identityProvider({
  port,
  clientId,
  hub,
  audience,
  accounts,
}: ProviderParts): Promise<IdentityProvider> {
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [`${hub}/signed-in`],
        post_logout_redirect_uris: [hub],
      },
    ],
    findAccount: (_context: unknown, id: string) =>
      accounts[id] && { accountId: id, claims: async () => ({ sub: id, name: accounts[id]?.name }) },
    extraTokenClaims: (_context: unknown, token: { accountId: string }) => {
      const { name, role, agency } = accounts[token.accountId] ?? {};
      return { name, accord: { role, agency } };
    },
    features: {
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({ scope: 'openid', audience, accessTokenFormat: 'jwt' }),
        useGrantedResource: () => true,
      },
    },
    pkce: { required: () => true },
    clientBasedCORS: (_context: unknown, origin: string) => origin === hub,
    cookies: { keys: ['for tests only'] },
    ttl: Object.fromEntries(
      ['AccessToken', 'AuthorizationCode', 'Grant', 'IdToken', 'Interaction', 'Session'].map((what) => [what, 600]),
    ),
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
