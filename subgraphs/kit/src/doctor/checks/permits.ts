import { randomUUID } from 'node:crypto';
import { bodyHash, seal } from '@accord/contract/permit';
import { categoryCodes } from '@accord/contract/vocabulary';
import { base64url, type CryptoKey, decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { broken, type Check, type Examined, type Finding, holds } from '../Check.ts';
import { entitiesOf, type Heard, inWords, type PlayedHub } from '../PlayedHub.ts';
import { questionFor } from '../Selection.ts';

type Attempt = Readonly<{ authorization: string | undefined; body?: string; path?: string }>;
type Attack = Readonly<{
  id: Check['id'];
  what: string;
  mend: string;
  attempts(hub: PlayedHub, body: string): Promise<readonly Attempt[]>;
}>;

const bearer = (token: string): Attempt => ({ authorization: `Bearer ${token}` });
const verifyIt = 'Check every permit as the kit’s guard does (readPermit of @accord/contract/permit).';

/** A permit with some of its claims, its header or its key changed. */
async function resigned(
  token: string,
  claims: Readonly<Record<string, unknown>>,
  key: CryptoKey | Uint8Array,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { alg = 'EdDSA', ...others } = decodeProtectedHeader(token);
  return new SignJWT({ ...decodeJwt(token), ...claims }).setProtectedHeader({ alg, ...others, ...header }).sign(key);
}

const seconds = (): number => Math.floor(Date.now() / 1000);
const encoded = (value: unknown): string => base64url.encode(JSON.stringify(value));
const stranger = async (): Promise<CryptoKey> => (await generateKeyPair('EdDSA', { crv: 'Ed25519' })).privateKey;

/** The doctor's permit for everything there is to be told of this record. */
const good = (hub: PlayedHub, body: string): Promise<string> => hub.permit(body, { releases: everything });
const everything = [{ records: ['0', '1', '2', '3'], categories: categoryCodes }];

/** One way to change a good permit. */
const changed =
  (change: (token: string, hub: PlayedHub, body: string) => Promise<string>): Attack['attempts'] =>
  async (hub, body) => [bearer(await change(await good(hub, body), hub, body))];

const attacks: readonly Attack[] = [
  {
    id: 'guard.none',
    what: 'a question without a permit',
    mend: verifyIt,
    attempts: async () => [{ authorization: undefined }, { authorization: 'Bearer ' }, { authorization: 'Basic YTpi' }],
  },
  {
    id: 'guard.garbage',
    what: 'something that is not a permit',
    mend: verifyIt,
    attempts: async () => [bearer('a.b.c'), bearer('null'), bearer('..')],
  },
  {
    id: 'guard.forged',
    what: 'a permit signed with somebody else’s key',
    mend: 'Verify the signature with ACCORD_HUB_KEY.',
    attempts: changed(async (token) => resigned(token, {}, await stranger())),
  },
  {
    id: 'guard.ownKey',
    what: 'a permit that brings its own key',
    mend: 'Verify with ACCORD_HUB_KEY alone, never with a key that a token names or contains.',
    attempts: changed(async (token) => {
      const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
      return resigned(token, {}, privateKey, { jwk: await exportJWK(publicKey) });
    }),
  },
  {
    id: 'guard.unsigned',
    what: 'a permit without a signature (alg: none)',
    mend: 'Accept only the algorithm EdDSA.',
    async attempts(hub, body) {
      const [, payload] = (await good(hub, body)).split('.');
      const head = encoded({ alg: 'none', typ: 'accord-permit+jwt' });
      return [bearer(`${head}.${payload}.`), bearer(`${head}.${payload}.AA`)];
    },
  },
  {
    id: 'guard.hmac',
    what: 'a permit signed with the public key as a shared secret (HS256)',
    mend: 'Accept only the algorithm EdDSA.',
    async attempts(hub, body) {
      const token = await good(hub, body);
      const secrets = [
        base64url.decode(hub.publicJwk.x ?? ''),
        new TextEncoder().encode(JSON.stringify(hub.publicJwk)),
      ];
      return Promise.all(secrets.map(async (secret) => bearer(await resigned(token, {}, secret, { alg: 'HS256' }))));
    },
  },
  {
    id: 'guard.altered',
    what: 'a permit whose releases were changed after signing',
    mend: 'Verify the signature over the whole permit.',
    async attempts(hub, body) {
      const [head = '', payload = '', mark] = (await hub.permit(body)).split('.');
      const claims = JSON.parse(new TextDecoder().decode(base64url.decode(payload)));
      return [bearer(`${head}.${encoded({ ...claims, releases: everything })}.${mark}`)];
    },
  },
  {
    id: 'guard.expired',
    what: 'an expired permit',
    mend: 'Refuse a permit after its `exp`, and check the machine’s clock.',
    attempts: changed((token, { key }) =>
      resigned(token, { iat: seconds() - 50, nbf: seconds() - 80, exp: seconds() - 20 }, key),
    ),
  },
  {
    id: 'guard.everlasting',
    what: 'a permit signed an hour ago and valid for a year',
    mend: 'Refuse a permit signed more than a minute ago, whatever its `exp`.',
    attempts: changed((token, { key }) => resigned(token, { iat: seconds() - 3600, exp: seconds() + 31_536_000 }, key)),
  },
  {
    id: 'guard.early',
    what: 'a permit that is not valid yet',
    mend: 'Refuse a permit before its `nbf`, and check the machine’s clock.',
    attempts: changed((token, { key }) =>
      resigned(token, { iat: seconds(), nbf: seconds() + 60, exp: seconds() + 90 }, key),
    ),
  },
  {
    id: 'guard.foreign',
    what: 'a permit for another agency',
    mend: 'Check `aud`: it must be this agency’s short name.',
    attempts: changed((token, { key }) => resigned(token, { aud: `${String(decodeJwt(token).aud)}-other` }, key)),
  },
  {
    id: 'guard.issuer',
    what: 'a permit from an issuer other than the hub',
    mend: 'Check `iss`: it must be `accord-hub`.',
    attempts: changed((token, { key }) => resigned(token, { iss: 'accord-other' }, key)),
  },
  {
    id: 'guard.seal',
    what: 'a seal (what an agency signs) in place of a permit',
    mend: 'Check the header’s `typ`: it must be `accord-permit+jwt`.',
    attempts: changed(async (token, { key }, body) => {
      const sealed = await seal({ agency: 'accord-hub', body, key, now: seconds() });
      return resigned(token, {}, key, { typ: decodeProtectedHeader(sealed).typ });
    }),
  },
  {
    id: 'guard.body',
    what: 'a permit for another body',
    mend: 'Compare `body` with the SHA-256 of the body as it arrived, byte for byte.',
    attempts: changed((token, { key }, body) => resigned(token, { body: bodyHash(`${body} `) }, key)),
  },
  {
    id: 'guard.bodiless',
    what: 'a permit that names no body',
    mend: 'Refuse a permit without `body`.',
    attempts: changed((token, { key }) => resigned(token, { body: undefined }, key)),
  },
  {
    id: 'guard.nameless',
    what: 'a permit without its own id',
    mend: 'Refuse a permit without `jti`: it could be replayed.',
    attempts: changed((token, { key }) => resigned(token, { jti: undefined }, key)),
  },
];

const encoderBody = JSON.stringify({ given: 'Invented', family: 'Nobody', dateOfBirth: '1980-02-03', sex: 'FEMALE' });

/** Permits that are none: each must be refused, with an error and without data. */
export const permitChecks: readonly Check[] = [
  ...attacks.map(
    ({ id, what, mend, attempts }): Check => ({
      ...{
        id,
        mend,
        rule: `${what[0]?.toUpperCase()}${what.slice(1)} is refused`,
        asked: what.startsWith('a question') ? what : `a question with ${what}`,
      },
      run: (agency) => refusesEach(agency, (hub) => attempts(hub, questionBody(agency)), questionBody(agency)),
    }),
  ),
  {
    id: 'guard.replayed',
    rule: 'A permit can be used only once',
    asked: 'the same question with the same permit, twice',
    mend: 'Remember the `jti` of each permit for as long as the permit is valid, as the kit’s guard does.',
    async run(agency) {
      const body = questionBody(agency);
      const token = await good(agency.hub, body);
      const once = () => agency.hub.sendOnce({ body, headers: headersWith(`Bearer ${token}`) });
      const [first, second] = [await once(), await once()];
      if (!entitiesOf(first)) return broken(`The first time it answered with ${inWords(first)}.`);
      return refused(second)
        ? holds('The second time it was refused.')
        : broken(`The second time it answered with ${inWords(second)}.`);
    },
  },
  {
    id: 'guard.encoder',
    rule: 'Nobody’s details are encoded without a permit for exactly that',
    asked: '/linkage/encode without a permit, with a forged one, another agency’s and another body’s',
    mend: 'Put /linkage/encode behind the same guard as /graphql.',
    run: (agency) =>
      refusesEach(
        agency,
        async (hub) => {
          const token = await hub.permit(encoderBody);
          const tokens = [
            await resigned(token, { jti: randomUUID() }, await stranger()),
            await resigned(token, { aud: 'accord-other' }, hub.key),
            await resigned(token, { body: bodyHash('{}') }, hub.key),
          ];
          return [{ authorization: undefined }, ...tokens.map(bearer)];
        },
        encoderBody,
        '/linkage/encode',
      ),
  },
];

const questionBody = ({ contract, records }: Examined): string =>
  JSON.stringify({
    query: questionFor(contract.record).query,
    variables: { representations: [{ __typename: 'AgencyRecord', id: records[0] ?? '0' }] },
  });

const headersWith = (authorization: string | undefined): Readonly<Record<string, string>> => ({
  'content-type': 'application/json',
  ...(authorization !== undefined && { authorization }),
});

async function refusesEach(
  { hub }: Examined,
  attempts: (hub: PlayedHub) => Promise<readonly Attempt[]>,
  body: string,
  path = '/graphql',
): Promise<Finding> {
  const heard: Heard[] = [];
  for (const { authorization } of await attempts(hub))
    heard.push(await hub.send(async () => ({ path, body, headers: headersWith(authorization) })));
  const amiss = heard.find((one) => !refused(one));
  return amiss ? broken(`It answered with ${inWords(amiss)}.`) : holds('It is refused.');
}

/** True where a request was turned away as such: not failed over, not answered, not left waiting. */
export const refused = (heard: Heard): boolean =>
  heard.kind === 'ANSWERED' && heard.status >= 400 && heard.status < 500 && !/"data":\s*[{[]/.test(heard.text);
