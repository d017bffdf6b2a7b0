import {
  createIssuerKey,
  demonstrationAudience,
  issuerAt,
  mintToken,
  serveIssuer,
  type TokenHolder,
} from '@accord/server/demonstration/localIssuer';
import fastify from 'fastify';
import { freePort } from './freePort.ts';

/** A token issuer over HTTP, for hubs in processes of their own. */
export async function openIssuer() {
  const key = await createIssuerKey();
  const http = fastify();
  const port = await freePort();
  const issuer = issuerAt(`http://127.0.0.1:${port}`);
  serveIssuer(http, issuer, key);
  await http.listen({ host: '127.0.0.1', port });
  return {
    /** The settings with which a hub accepts this issuer's tokens. */
    settings: { ACCORD_OIDC_ISSUER: issuer, ACCORD_OIDC_AUDIENCE: demonstrationAudience },
    tokenOf: (holder: TokenHolder, now = new Date()) => mintToken(holder, issuer, key, now),
    close: () => http.close(),
  };
}
