import { createServer } from 'node:http';
import { createIssuerKey, demonstrationAudience, mintToken } from '@accord/server/demonstration/localIssuer';

/** An OpenID provider with one key, whose discovery document a hub reads, and the tokens it issued. */
export async function openIssuer() {
  const key = await createIssuerKey();
  const { d: _private, ...publicKey } = key;
  let issuer = '';
  const server = createServer((request, response) => {
    const answer = request.url === '/jwks' ? { keys: [publicKey] } : { issuer, jwks_uri: `${issuer}/jwks` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${server.address().port}`;
  return {
    oidc: { issuer, audience: demonstrationAudience },
    tokenOf: (user, agency) => mintToken({ user, name: user, role: 'PRACTITIONER', agency }, issuer, key, new Date()),
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
