import { connect } from 'node:net';
import type { Transport } from '@accord/server/exchange/Transport';
import { type Limits, usualLimits } from '@accord/server/limits/Limits';
import type { Store } from '@accord/server/store/Store';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { adaAtHarbour } from '../lib/adaAtHarbour.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// What one request may ask, and one requester in a minute. Just under each limit passes; just over it is refused with a reason,
// before anything is validated, planned or fetched.

let server: TestServer;
let databases: AgencyDatabases;
let store: Store;
let open: Partnership | undefined;
/** How many requests reached an agency. */
let fetches = 0;

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold(adaAtHarbour);
});
afterAll(async () => {
  await databases.close();
  await server.stop();
});
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** A hub over HTTP with these limits, and the usual ones for the rest. */
async function hubWithin(limits: Partial<Limits>, send?: Transport['send'], trustedProxies: readonly string[] = []) {
  store = await server.freshStore();
  fetches = 0;
  open = await openPartnership({
    ...{ store, mappings: databases.mappings, way: 'HTTP', now: () => new Date(), trustedProxies },
    limits: { ...usualLimits, ...limits },
    serverTiming: true,
    disturb: (transport) => ({
      ...transport,
      send: (outgoing) => {
        fetches += 1;
        return (send ?? transport.send)(outgoing);
      },
    }),
  });
  await putOnFile(store, { people: { ada: { harbour: 1 } } });
  const address = open.hub.http.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, post: (body: unknown, headers = {}) => post(port, body, headers) };
}

async function post(port: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer mara',
      'x-accord-purpose': 'SERVICE_COORDINATION',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer = JSON.parse(await response.text());
  const { headers: told, status } = response;
  return { status, retryAfter: told.get('retry-after'), timing: told.get('server-timing'), answer };
}

const disclosures = async () => (await store.ledger.read({ after: null, first: 100 })).length;
const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');

/** A query with this many nested fields. */
function deep(levels: number): string {
  const way = ['client(id: "ada")', 'alerts(first: 1)', 'nodes', 'client', 'alerts(first: 1)', 'nodes'];
  const leaves: Readonly<Record<string, string>> = { c: 'id', a: 'totalCount', n: 'label' };
  const path = Array.from({ length: levels - 1 }, (_, level) => (level < 6 ? way[level] : way[3 + (level % 3)]) ?? '');
  return `{ ${path.join(' { ')} { ${leaves[path.at(-1)?.[0] ?? '']} ${'} '.repeat(levels)}`;
}

/** A JSON body of exactly this many bytes. */
const bodyOf = (bytes: number): string => {
  const body = (padding: string) => JSON.stringify({ query: `{ me { name } } #${padding}` });
  return body('x'.repeat(bytes - body('').length));
};
const variablesOf = (bytes: number) => ({ x: 'x'.repeat(bytes - '{"x":""}'.length) });
const nested = (levels: number): unknown => JSON.parse(`{"x":${'['.repeat(levels)}${']'.repeat(levels)}}`);
const me = '{ me { name } }';

type Row = readonly [what: string, under: unknown, over: unknown, code: string, message: string];
const rows: readonly Row[] = [
  [
    'depth',
    { query: deep(15) },
    { query: deep(16) },
    'QUERY_TOO_DEEP',
    'The operation is nested too deeply. It is 16 levels deep; the limit is 15. Ask for less at a time.',
  ],
  [
    'fields',
    { query: `{ client(id: "ada") { ${times(499, () => 'id')} } }` },
    { query: `{ client(id: "ada") { ${times(500, () => 'id')} } }` },
    'QUERY_TOO_BROAD',
    'The operation has too many fields. With its fragments expanded it has 501 fields; the limit is 500. Ask for less at a time.',
  ],
  [
    'fields of fragments, as often as they are spread',
    { query: `{ client(id: "ada") { ${times(49, () => '...F')} } } fragment F on Client { ${times(10, () => 'id')} }` },
    { query: `{ client(id: "ada") { ${times(50, () => '...F')} } } fragment F on Client { ${times(10, () => 'id')} }` },
    'QUERY_TOO_BROAD',
    'The operation has too many fields. With its fragments expanded it has 501 fields; the limit is 500. Ask for less at a time.',
  ],
  [
    'root fields',
    { query: `{ ${times(20, () => '__typename')} }` },
    { query: `{ ...F } fragment F on Query { ${times(21, () => '__typename')} }` },
    'QUERY_TOO_BROAD',
    'The operation has too many fields. It has 21 top-level fields; the limit is 20. Ask for less at a time.',
  ],
  [
    'aliases',
    { query: `{ me { ${times(50, (i) => `a${i}: name`)} } }` },
    { query: `{ me { ${times(51, (i) => `a${i}: name`)} } }` },
    'TOO_MANY_ALIASES',
    'The operation has too many aliases. It has 51 different ones; the limit is 50. Ask for less at a time.',
  ],
  [
    'cost',
    { query: `{ caseload(first: 50) { nodes { alerts(first: 200) { nodes { ${times(4, () => 'label')} } } } } }` },
    { query: `{ caseload(first: 50) { nodes { alerts(first: 200) { nodes { ${times(5, () => 'label')} } } } } }` },
    'QUERY_TOO_COSTLY',
    'The operation is too costly. It might have to look up 50,102 values; the limit is 50,000. Ask for shorter pages ("first") or fewer fields.',
  ],
  [
    'cost of alert boards with short pages',
    { query: `{ ${times(8, (i) => `a${i}: alerts(first: 1) { totalCount }`)} }` },
    { query: `{ ${times(9, (i) => `a${i}: alerts(first: 1) { totalCount }`)} }` },
    'QUERY_TOO_COSTLY',
    'The operation is too costly. It might have to look up 54,018 values; the limit is 50,000. Ask for shorter pages ("first") or fewer fields.',
  ],
  [
    'cost of a page size among the variables',
    {
      query:
        'query ($n: Int) { caseload { nodes { alerts(first: $n) { nodes { label reviewOverdue label label label } } } } }',
      variables: { n: 199 },
    },
    {
      query:
        'query ($n: Int) { caseload { nodes { alerts(first: $n) { nodes { label reviewOverdue label label label } } } } }',
      variables: { n: 200 },
    },
    'QUERY_TOO_COSTLY',
    'The operation is too costly. It might have to look up 50,102 values; the limit is 50,000. Ask for shorter pages ("first") or fewer fields.',
  ],
  [
    'items on a page',
    { query: '{ alerts(first: 200) { totalCount } }' },
    { query: '{ alerts(first: 201) { totalCount } }' },
    'ARGUMENT_REFUSED',
    'An argument has a value that is not allowed. "first" is 201; it must be 1 to 200.',
  ],
  [
    'words and signs',
    { query: `{ alerts(filter: { codes: [${times(4_984, () => '"MEDICAL"')}] }) { totalCount } }` },
    { query: `{ alerts(filter: { codes: [${times(4_985, () => '"MEDICAL"')}] }) { totalCount } }` },
    'QUERY_TOO_LARGE',
    'The operation is too large. It has more than 5,000 words and symbols. Ask for less at a time.',
  ],
  [
    'bytes of variables',
    { query: me, variables: variablesOf(65_536) },
    { query: me, variables: variablesOf(65_537) },
    'VARIABLES_TOO_LARGE',
    'The variables are too large. They have 65,537 bytes; the limit is 65,536. Send less at a time.',
  ],
  [
    'nesting of variables',
    { query: me, variables: nested(8) },
    { query: me, variables: nested(9) },
    'VARIABLES_TOO_LARGE',
    'The variables are too large. A value is nested more than 8 levels deep. Send a simpler one.',
  ],
  [
    'bytes of the body',
    bodyOf(102_400),
    bodyOf(102_401),
    'BODY_TOO_LARGE',
    'The request body is too large. The limit is 102,400 bytes. Send less at a time.',
  ],
];

describe('within the usual limits', () => {
  test.each(rows)('%s: just under passes', async (_what, under) => {
    const { post } = await hubWithin({});
    const { status, answer } = await post(under);
    expect(answer.errors).toBeUndefined();
    expect(status).toBe(200);
  });

  test.each(rows)('%s: just over is refused in words; nothing is fetched and nothing disclosed', async (...row) => {
    const [, , over, code, message] = row;
    const { post } = await hubWithin({});
    const { status, answer } = await post(over);
    expect(answer).toEqual({ errors: [{ message, extensions: { code } }] });
    expect(status).toBe(code === 'BODY_TOO_LARGE' ? 413 : 400);
    expect(fetches).toBe(0);
    expect(await disclosures()).toBe(0);
  });

  test('directives in one place: five pass on to validation, six are refused', async () => {
    const { post } = await hubWithin({});
    const query = (count: number) => `{ me { name ${times(count, () => '@skip(if: false)')} } }`;
    expect((await post({ query: query(5) })).answer.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const { answer } = await post({ query: query(6) });
    expect(answer.errors).toEqual([
      {
        message: 'The operation has too many directives. One place has 6; the limit is 5. Leave some out.',
        extensions: { code: 'TOO_MANY_DIRECTIVES' },
      },
    ]);
  });

  test.each([
    ['a list of requests', [{ query: me }, { query: me }], 'BATCH_REFUSED'],
    [
      'a fragment that contains itself',
      { query: '{ me { ...A } } fragment A on Requester { ...A }' },
      'FRAGMENT_CYCLE',
    ],
    [
      'fragments that stand for more fields than there are atoms',
      {
        query: `{ client(id: "ada") { ...F0 } } ${times(300, (i) => `fragment F${i} on Client { ...F${i + 1} ...F${i + 1} }`)} fragment F300 on Client { id }`,
      },
      'QUERY_TOO_BROAD',
    ],
    ['an alert board in an alert board, a hundred levels', { query: deep(100) }, 'QUERY_TOO_DEEP'],
  ])('%s: refused', async (_what, body, code) => {
    const { post } = await hubWithin({});
    const { status, answer } = await post(body);
    expect([status, answer.errors[0].extensions.code]).toEqual([400, code]);
    expect(fetches).toBe(0);
  });

  test('a document is refused for its size before it is validated, and so before it is planned', async () => {
    const { post } = await hubWithin({});
    const { answer } = await post({ query: `{ client(id: "ada") { ${times(600, (i) => `nothing${i}`)} } }` });
    expect(answer.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toEqual([
      'QUERY_TOO_BROAD',
    ]);
  });

  test('a stranger is told that they are not signed in, and nothing about limits of documents', async () => {
    const { post } = await hubWithin({});
    const { status, answer } = await post({ query: deep(100) }, { authorization: 'Bearer nobody' });
    expect([status, answer.errors[0].extensions.code]).toEqual([401, 'TOKEN_REFUSED']);
  });
});

test('a requester who asks too often is told when to ask again; others are answered', async () => {
  const { post } = await hubWithin({ ratePerMinute: 2 });
  expect((await post({ query: me })).status).toBe(200);
  expect((await post({ query: deep(100) })).status).toBe(400);
  const { status, retryAfter, answer } = await post({ query: me });
  expect(status).toBe(429);
  const { code, retryAfterSeconds } = answer.errors[0].extensions;
  expect(code).toBe('RATE_LIMITED');
  expect(retryAfter).toBe(String(retryAfterSeconds));
  expect(answer.errors[0].message).toBe(
    `Too many requests. The limit is 2 a minute. Try again in ${retryAfterSeconds} seconds.`,
  );
  const { status: others, timing } = await post({ query: me }, { authorization: 'Bearer tess' });
  expect(others).toBe(200);
  // How long each room took, which only these hubs are set to report.
  expect(timing?.replace(/=[\d.]+/g, '')).toBe('identity;dur, parse;dur, run;dur, ledger;dur, total;dur');
});

test('an address is limited before anybody is identified, whatever it says about itself', async () => {
  const { port, post } = await hubWithin({ addressRatePerMinute: 2 });
  const stranger = { authorization: 'Bearer nobody' };
  expect((await post({ query: me }, stranger)).status).toBe(401);
  expect((await post({ query: me }, { ...stranger, 'x-forwarded-for': '203.0.113.1' })).status).toBe(401);
  const { status, answer } = await post('not even JSON', { 'x-forwarded-for': '203.0.113.2' });
  expect([status, answer.errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
});

test('behind a trusted proxy, the address is the one the proxy names', async () => {
  const { post } = await hubWithin({ addressRatePerMinute: 1 }, undefined, ['127.0.0.1']);
  expect((await post({ query: me }, { 'x-forwarded-for': '203.0.113.1' })).status).toBe(200);
  expect((await post({ query: me }, { 'x-forwarded-for': '203.0.113.1' })).status).toBe(429);
  expect((await post({ query: me }, { 'x-forwarded-for': '203.0.113.2' })).status).toBe(200);
});

test('an answer that takes too long is abandoned and not recorded; it keeps its place until its work has ended', async () => {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { post } = await hubWithin({ answerMs: 2_000, atOnce: 1 }, async () => {
    await released;
    return { kind: 'UNREACHABLE' };
  });
  const late = await post({ query: '{ client(id: "ada") { name { family } } }' });
  expect([late.status, late.answer.errors[0].extensions.code]).toEqual([503, 'TOOK_TOO_LONG']);
  const busy = await post({ query: me });
  expect([busy.status, busy.retryAfter, busy.answer.errors[0].extensions.code]).toEqual([503, '1', 'HUB_BUSY']);
  release();
  while ((await post({ query: me })).status === 503) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await disclosures()).toBe(0);
  expect((await post({ query: '{ client(id: "ada") { name { family } } }' })).status).toBe(200);
  expect(await disclosures()).toBe(1);
});

test('an agency’s announcements may be longer than a question, up to their own limit', async () => {
  const { port } = await hubWithin({});
  const announce = async (bytes: number) =>
    (
      await fetch(`http://127.0.0.1:${port}/linkage/batches`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: ' '.repeat(bytes) },
      })
    ).status;
  expect([await announce(1_048_576), await announce(1_048_577)]).toEqual([401, 413]);
});

test.each([
  ['headers', ''],
  ['body', 'content-type: application/json\r\n\r\n{'],
])('a caller who sends the %s of a request a byte at a time is cut off', async (_what, sent) => {
  const { port } = await hubWithin({ receiveMs: 200 });
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-length: 10\r\n${sent}`),
    );
    let text = '';
    socket.on('data', (part) => {
      text += String(part);
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(said).toMatch(/^HTTP\/1\.1 408 /);
});
