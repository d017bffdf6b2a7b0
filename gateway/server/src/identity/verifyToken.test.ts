import { createHmac } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { importJWK, type JWK, SignJWT } from 'jose';
import {
  createIssuerKey,
  demonstrationAudience,
  issuerAt,
  mintToken,
  serveIssuer,
  type TokenHolder,
} from '../demonstration/localIssuer.ts';
import { type VerifyToken, verifyTokensOf } from './verifyToken.ts';

const mara: TokenHolder = { user: 'mara', name: 'Mara', role: 'PRACTITIONER', agency: 'harbour' };
let http: FastifyInstance;
let key: JWK;
let issuer: string;
let verify: VerifyToken;
/** What the issuer publishes instead of its own keys. */
let published: object | undefined;

beforeAll(async () => {
  http = fastify();
  key = await createIssuerKey();
  const probe = fastify();
  const address = await probe.listen({ host: '127.0.0.1', port: 0 });
  await probe.close();
  issuer = issuerAt(address);
  http.addHook('onRequest', async ({ url }, reply) => {
    if (published && url.endsWith('/jwks')) return reply.send(published);
  });
  serveIssuer(http, issuer, key);
  await http.listen({ host: '127.0.0.1', port: Number(new URL(address).port) });
  verify = verifyTokensOf({ issuer, audience: demonstrationAudience });
});
afterAll(() => http.close());

const refused = (token: string, now = new Date()) =>
  expect(verify(`Bearer ${token}`, now)).rejects.toMatchObject({ faultCode: 'TOKEN_REFUSED' });

test('a token of the issuer says who its bearer is', async () => {
  const token = await mintToken(mara, issuer, key, new Date());
  expect(await verify(`Bearer ${token}`, new Date())).toMatchObject({
    user: 'mara',
    role: 'PRACTITIONER',
    agency: 'harbour',
    self: null,
  });
});

test('a missing token is not a refused token', async () => {
  await expect(verify(undefined, new Date())).rejects.toMatchObject({ faultCode: 'TOKEN_MISSING' });
  await refused('abc');
});

test('a token is refused when it has expired', async () => {
  await refused(await mintToken(mara, issuer, key, new Date()), new Date(Date.now() + 24 * 3_600_000));
});

test('a token of another issuer or under another key is refused', async () => {
  await refused(await mintToken(mara, 'http://127.0.0.1:1', key, new Date()));
  await refused(await mintToken(mara, issuer, await createIssuerKey(), new Date()));
});

test('the operator learns which claim is wrong, once a minute, of tokens that the provider signed and that have not expired', async () => {
  const told: string[] = [];
  const elsewhere = verifyTokensOf({ issuer, audience: 'elsewhere' }, (claim) => told.push(claim));
  const here = verifyTokensOf({ issuer, audience: demonstrationAudience }, (claim) => told.push(claim));
  const start = Date.now();
  const at = (verifying: VerifyToken, token: string, seconds = 0) =>
    expect(verifying(`Bearer ${token}`, new Date(start + seconds * 1000))).rejects.toMatchObject({
      faultCode: 'TOKEN_REFUSED',
      message: 'The token was refused. Sign in again.',
    });
  const token = await mintToken(mara, issuer, key, new Date());
  for (const seconds of [0, 59, 61]) await at(elsewhere, token, seconds);
  expect(told.splice(0)).toEqual(['aud', 'aud']);
  const odd: TokenHolder = JSON.parse(JSON.stringify({ ...mara, role: 'ROOT' }));
  await at(here, await mintToken(odd, issuer, key, new Date()));
  expect(told.splice(0)).toEqual(['accord.role']);
  await at(here, await mintToken(odd, issuer, await createIssuerKey(), new Date()));
  await at(here, token, 24 * 3_600);
  expect(told).toEqual([]);
});

test('a provider whose name differs from the setting is reported, with the name it gives itself', async () => {
  await expect(verifyTokensOf({ issuer: `${issuer}/`, audience: 'hub' })('Bearer a.b.c', new Date())).rejects.toThrow(
    `The identity provider at ${issuer}/ calls itself ${issuer}. If that is the one you mean, set ACCORD_OIDC_ISSUER`,
  );
});

test('a token that signs itself is refused: no algorithm, or the public key as a secret', async () => {
  const [, payload] = (await mintToken(mara, issuer, key, new Date())).split('.');
  const head = (alg: string) => Buffer.from(JSON.stringify({ alg, kid: 'demonstration' })).toString('base64url');
  await refused(`${head('none')}.${payload}.AA`);
  const signed = `${head('HS256')}.${payload}`;
  await refused(`${signed}.${createHmac('sha256', String(key.x)).update(signed).digest('base64url')}`);
});

test('an unknown role may claim nothing', async () => {
  const odd: TokenHolder = JSON.parse(JSON.stringify({ ...mara, role: 'ROOT' }));
  await refused(await mintToken(odd, issuer, key, new Date()));
});

test('a client’s token says which client, or is refused: without it they would pass for one of the agency’s workers', async () => {
  const alma: TokenHolder = { user: 'alma', name: 'Alma', role: 'CLIENT', agency: 'harbour', client: 'c-1' };
  expect(await verify(`Bearer ${await mintToken(alma, issuer, key, new Date())}`, new Date())).toMatchObject({
    self: 'c-1',
  });
  const { client: _, ...nobody } = alma;
  await refused(await mintToken(nobody, issuer, key, new Date()));
  await refused(await mintToken({ ...alma, client: '' }, issuer, key, new Date()));
});

test('a name that is none, or that no list and no database takes, is nobody’s', async () => {
  const token = (holder: Partial<TokenHolder>) => mintToken({ ...mara, ...holder }, issuer, key, new Date());
  const alma = { role: 'CLIENT', client: 'c-1' } as const;
  for (const user of ['', 'ma\nra', 'mara\u0000', 'mara\u001b[2K', 'mara\ud800', 'm'.repeat(256)]) {
    await refused(await token({ user }));
    await refused(await token({ ...alma, client: user }));
    expect(await verify(`Bearer ${await token({ name: user })}`, new Date())).toMatchObject({ name: 'mara' });
  }
  const user = `Mára Ōkafor|${'m'.repeat(243)}`;
  expect(await verify(`Bearer ${await token({ user })}`, new Date())).toMatchObject({ user });
});

test('only true marks a volunteer: a token that says it in another way is refused', async () => {
  const sign = async (volunteer: unknown) =>
    new SignJWT({ accord: { role: 'PRACTITIONER', agency: 'harbour', volunteer } })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'demonstration' })
      .setIssuer(issuer)
      .setAudience(demonstrationAudience)
      .setSubject('vera')
      .setExpirationTime('1h')
      .sign(await importJWK(key, 'EdDSA'));
  for (const [said, is] of [
    [true, true],
    [false, false],
    [null, false],
  ])
    expect(await verify(`Bearer ${await sign(said)}`, new Date())).toMatchObject({ user: 'vera', volunteer: is });
  for (const said of ['true', 'false', 1, ['true']]) await refused(await sign(said));
});

test('a verified token is not accepted after it expires, nor a minute after its key was removed', async () => {
  const token = await mintToken(mara, issuer, key, new Date());
  await verify(`Bearer ${token}`, new Date());
  await refused(token, new Date(Date.now() + 24 * 3_600_000));
  const { now } = performance;
  try {
    published = { keys: [] };
    performance.now = () => now.call(performance) + 31_000;
    await refused(token, new Date(Date.now() + 31_000));
  } finally {
    published = undefined;
    performance.now = now;
  }
});
