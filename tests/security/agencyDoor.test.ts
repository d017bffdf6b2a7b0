import { randomUUID } from 'node:crypto';
import { mintPermit, type Permit } from '@accord/contract/permit';
import { createKeys, type KeptKeys, readKeys } from '@accord/server/keys';
import { type AttackedHub, attackedHub, hiddenStreet } from '../lib/attackedHub.ts';
import { hubKeys } from '../lib/openAgencies.ts';

// Attacks that bypass the hub and go to an agency's own subgraph. It accepts a permit only for exactly this body, agency,
// record and half minute.

let hub: AttackedHub;
beforeAll(async () => {
  hub = await attackedHub();
});
afterAll(() => hub.stop());

const requester = { user: 'mara', role: 'PRACTITIONER', agency: 'harbour', purpose: 'SERVICE_COORDINATION' };
const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on AgencyRecord { id address { line } } } }`;
const bodyOf = (number: string): string =>
  JSON.stringify({ query, variables: { representations: [{ __typename: 'AgencyRecord', id: number }] } });
const releasing = (record: string, ...categories: readonly string[]): Permit => ({
  ...{ requester, releases: [{ records: [record], categories }], figures: false },
});

type Signed = Readonly<{ permit: Permit; agency?: string; body?: string; secondsAgo?: number; keys?: KeptKeys }>;

/** A permit, signed with the hub's own key unless another is given. */
async function signed({
  permit,
  agency = 'wattle',
  body = bodyOf('2'),
  secondsAgo = 0,
  keys = hubKeys,
}: Signed): Promise<string> {
  const { permit: key, kid } = await readKeys(keys);
  const now = Math.floor(Date.now() / 1000) - secondsAgo;
  return mintPermit(permit, { agency, body, key, kid, now, id: randomUUID() });
}

async function send(permit: string | undefined, body = bodyOf('2')) {
  const address = hub.partnership.agencies.get('wattle')?.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const headers = { 'content-type': 'application/json', ...(permit && { authorization: `Bearer ${permit}` }) };
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
  return { status: response.status, body: await response.text() };
}

test('a good permit is answered, so the attacks below fail because of what they change', async () => {
  const { status, body } = await send(await signed({ permit: releasing('2', 'ADDRESS') }));
  expect(status).toBe(200);
  expect(body).toContain(hiddenStreet);
});

test.each<readonly [string, () => Promise<string | undefined>]>([
  ['no permit', async () => undefined],
  ['garbage', async () => 'a.b.c'],
  ['an expired permit', () => signed({ permit: releasing('2', 'ADDRESS'), secondsAgo: 120 })],
  ["another agency's permit", () => signed({ permit: releasing('2', 'ADDRESS'), agency: 'harbour' })],
  ["another body's permit", () => signed({ permit: releasing('2', 'ADDRESS'), body: bodyOf('4') })],
  [
    'a permit whose payload was changed',
    async () => {
      const [head, , mark] = (await signed({ permit: releasing('4', 'ADDRESS') })).split('.');
      const [, payload] = (await signed({ permit: releasing('2', 'ADDRESS') })).split('.');
      return `${head}.${payload}.${mark}`;
    },
  ],
  [
    'a permit under a key of somebody else',
    async () => signed({ permit: releasing('2', 'ADDRESS'), keys: await createKeys() }),
  ],
])('%s is turned away', async (_what, permit) => {
  const { status, body } = await send(await permit());
  expect([401, 403]).toContain(status);
  expect(body).not.toContain('AgencyRecord');
  expect(body).not.toContain(hiddenStreet);
});

test('a permit is valid for no other body than its own', async () => {
  const permit = await signed({ permit: releasing('4', 'ADDRESS'), body: bodyOf('2') });
  expect((await send(permit, bodyOf('4'))).status).toBe(403);
});

test('a permit that was used is turned away, whoever sends it again', async () => {
  const permit = await signed({ permit: releasing('2', 'ADDRESS') });
  const sent = [await send(permit), await send(permit), await send(permit)];
  expect(sent.map(({ status }) => status)).toEqual([200, 403, 403]);
  expect(sent[1]?.body).not.toContain(hiddenStreet);
});

test('a permit for other records, or other categories, discloses nothing of this one', async () => {
  for (const permit of [releasing('4', 'ADDRESS'), releasing('2', 'IDENTITY'), releasing('2')]) {
    const { status, body } = await send(await signed({ permit }));
    expect(status).toBe(200);
    expect(body).not.toContain(hiddenStreet);
  }
});
