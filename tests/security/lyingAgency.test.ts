import { createServer, type Server } from 'node:http';
import { type AttackedHub, attackedHub, filedRows, hiddenStreet } from '../lib/attackedHub.ts';

// Wattle's program has been tampered with: over HTTP it answers the hub with other things than it was asked for. Harbour may
// see Ada's identity and family violence risk there, and nothing else; about Bob it may see nothing at all.

type Entity = Readonly<Record<string, unknown>>;
/** Changes the entities on their way. Selected fields, by alias, are as the real agency answered them. */
let lie: (entities: readonly (Entity | null)[]) => unknown = (entities) => entities;

let hub: AttackedHub;
let liar: Server;
beforeAll(async () => {
  const ada = {
    ALRT_STAT: 'FV-C',
    ALRT_CRT: 'A',
    ALRT_ST: 'O',
    ALRT_DT: '03/03/2026',
    ALRT_LVL: '1',
    ALRT_CMT: 'Threats.',
  };
  hub = await attackedHub({ rows: filedRows({ ada }) });
  const wattle = (await hub.store.agencies.all()).find(({ id }) => id === 'wattle');
  if (!wattle) throw new Error('Wattle is no partner.');
  liar = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' };
    const truth = await fetch(`${wattle.url}${request.url}`, { method: 'POST', headers, body: Buffer.concat(chunks) });
    const answer = JSON.parse(await truth.text());
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ...answer, data: answer.data && { _entities: lie(answer.data._entities) } }));
  });
  await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
  const address = liar.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await hub.store.agencies.upsert({ ...wattle, url: `http://127.0.0.1:${port}` });
});
afterAll(async () => {
  liar?.closeAllConnections();
  liar?.close();
  await hub?.stop();
});
afterEach(() => {
  lie = (entities) => entities;
});

const query = `{ client(id: "ada") {
  name { family } records { id identity { name { given family } } contact { phone } address { line } notes { text }
    alerts { id about text } }
  alerts { totalCount complete nodes { alert { text } record { id } } } withheld { category record { id } } } }`;
async function told(): Promise<string> {
  const { body } = await hub.ask({ as: 'mara', query });
  // The error does not name the agency at fault: Harbour may not know that Wattle works with Ada.
  expect(body).not.toMatch(/wattle/i);
  return body;
}

test('the untampered agency shows what it may, so the lies below fail because of what they change', async () => {
  const body = await told();
  expect(body).toContain('Threats.');
  expect(body).not.toContain(hiddenStreet);
});

const address = { __typename: 'Address', line: hiddenStreet };
const contact = { __typename: 'Contact', phone: '03 5550 0009' };
test.each<readonly [string, (entity: Entity) => Entity]>([
  [
    'fields nobody asked for',
    (entity) => ({ ...entity, address, contact, phone: '03 5550 0009', secret: hiddenStreet }),
  ],
  [
    'fields that were left out because they are not permitted, under every alias there is',
    (entity) => ({
      ...Object.fromEntries(['address', 'contact', '_address', 'a', 'records'].map((name) => [name, address])),
      ...entity,
      address,
      contact,
    }),
  ],
  ['another type than was asked for', (entity) => ({ ...entity, __typename: 'Client', address })],
  ['an address in the place of a name', (entity) => ({ ...entity, identity: address, _identity: address })],
])('what an agency sends beyond what was permitted goes no further: %s', async (_, more) => {
  lie = (entities) => entities.map((entity) => entity && more(entity));
  const body = await told();
  expect(body).not.toContain(hiddenStreet);
  expect(body).not.toContain('03 5550 0009');
});

test.each<readonly [string, (entities: readonly (Entity | null)[]) => unknown, boolean]>([
  ['another record’s id', (entities) => entities.map((entity) => entity && { ...entity, id: '4', _id: '4' }), true],
  [
    'another client’s handle',
    (entities) => entities.map((entity) => entity && { ...entity, id: 'bob-1', _id: 'bob-1' }),
    true,
  ],
  [
    'more records than were asked for',
    (entities) => [...entities, ...entities.map((entity) => ({ ...entity, id: '4' }))],
    false,
  ],
  [
    'a number that was not asked for',
    (entities) => entities.map((entity) => entity && { ...entity, _accord_id: '4' }),
    false,
  ],
  ['fewer records than were asked for', () => [], false],
  ['no list', () => ({ id: '4' }), false],
])(
  'an agency that answers with %s reveals nobody else, and takes nothing from the others',
  async (_, change, complete) => {
    lie = change;
    const body = await told();
    const { client } = JSON.parse(body).data;
    expect(body).not.toMatch(/bob|Vale/);
    expect(client.alerts.complete).toBe(complete);
    // Harbour's own record is shown as usual.
    const own = client.records.find(({ id }: { id: string }) => id === 'ada-1');
    expect([own.identity.name, own.alerts.length]).toEqual([{ given: 'Ada', family: 'Brook' }, 2]);
  },
);

test.each<readonly [string, unknown, boolean]>([
  ['nothing', [], false],
  ['a kind nobody agreed on', ['FV_RISK', 'NOTHING'], true],
  ['a kind that is not permitted beside one that is', ['FV_RISK', 'MENTAL_HEALTH'], true],
  ['no list', 'FV_RISK', false],
  ['null', null, false],
])(
  'an alert that an agency labels as about %s is shown to nobody and not counted; if its label cannot be read, the list is not complete',
  async (_, about, complete) => {
    // By whatever names the fields are requested.
    const kinds = (value: unknown): boolean => Array.isArray(value) && value.includes('FV_RISK');
    const relabelled = (list: unknown) =>
      Array.isArray(list)
        ? list.map((item: Entity) =>
            Object.fromEntries(Object.entries(item).map(([name, value]) => [name, kinds(value) ? about : value])),
          )
        : list;
    lie = (entities) =>
      entities.map(
        (entity) =>
          entity &&
          Object.fromEntries(
            Object.entries(entity).map(([name, value]) => [name, /alerts/i.test(name) ? relabelled(value) : value]),
          ),
      );
    const body = await told();
    expect(body).not.toContain('Threats.');
    expect(JSON.parse(body).data.client.alerts).toMatchObject({ totalCount: 2, complete });
  },
);

test('what is only for a record’s own workers is shown to no others, though an agency sends it unasked', async () => {
  lie = (entities) =>
    entities.map(
      (entity) =>
        entity && { ...entity, prompts: [{ _accord_about: ['FV_RISK'], about: ['FV_RISK'], code: 'MEDICAL' }] },
    );
  const { body } = await hub.ask({
    as: 'mara',
    query: '{ client(id: "ada") { records { prompts { code } alerts { id } } } }',
  });
  expect(JSON.parse(body).data.client.records).toHaveLength(2);
  expect(body).not.toContain('MEDICAL');
});

test('an alert that an agency sends without a number is missing, and the list says so', async () => {
  lie = (entities) =>
    entities.map(
      (entity) =>
        entity &&
        Object.fromEntries(
          Object.entries(entity).map(([name, value]) => [
            name,
            /alerts/i.test(name) && Array.isArray(value) ? value.map(({ id: _, ...alert }: Entity) => alert) : value,
          ]),
        ),
    );
  const { client } = JSON.parse(await told()).data;
  expect(client.alerts).toMatchObject({ totalCount: 2, complete: false });
});

test('an alert with a date that no calendar has does not hide the alerts of others', async () => {
  lie = (entities) => JSON.parse(JSON.stringify(entities).replace('2026-03-03', '2026-99-99'));
  const page = async (first: number, after: string) => {
    const query = `{ client(id: "ada") { alerts(first: ${first}, after: ${after}) { nodes { alert { text } } pageInfo { endCursor } } } }`;
    const { nodes, pageInfo } = JSON.parse((await hub.ask({ as: 'mara', query })).body).data.client.alerts;
    return { texts: nodes.map(({ alert }: Entity) => Object(alert).text), next: JSON.stringify(pageInfo.endCursor) };
  };
  const first = await page(1, 'null');
  const second = await page(5, first.next);
  expect([...first.texts, ...second.texts].sort()).toEqual(['No letters.', 'No messages.', 'Threats.']);
});

test('figures that lack what they promise, thousands of times over, are reported once', async () => {
  lie = (entities) =>
    entities.map((entity) => ({ ...entity, figures: { alerts: Array.from({ length: 5_000 }, () => ({})) } }));
  const query = '{ agencies { id figures { alerts { code count { value suppressed } } } } }';
  const { body } = await hub.ask({ as: 'priya', purpose: 'QUALITY_IMPROVEMENT', query });
  const { data, extensions } = JSON.parse(body);
  expect(data.agencies.find(({ id }: Entity) => id === 'wattle').figures).toEqual({ alerts: [] });
  expect(extensions).toEqual({ sources: [{ agency: { id: 'wattle', name: 'Wattle' }, state: 'INVALID' }] });
});
