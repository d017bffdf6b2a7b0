import { readOperations } from '@accord/server/http/readOperations';
import { type AttackedHub, attackedHub, codesIn, filedRows } from '../lib/attackedHub.ts';
import type { Question } from '../lib/Partnership.ts';

// What one request received is used again (an operation's name, a cursor, the hash of a document): by somebody else, for
// another purpose, and after the consent was withdrawn.

const risk = ['Threatened with a knife', 'Follows her'];
let hub: AttackedHub;
beforeAll(async () => {
  const [main, other] = risk;
  const ada = {
    ...{ ALRT_STAT: 'FV-C', ALRT_CRT: 'A', ALRT_ST: 'O', ALRT_DT: '03/03/2026', ALRT_LVL: '1', ALRT_CMT: main },
    ALRT_TXT: `#7 FV-C A O 02/03/2026 L1 = ${other}`,
  };
  hub = await attackedHub({ rows: filedRows({ ada }) });
});
afterAll(() => hub.stop());

/** Fields that change with every request, or with the time of the request. */
const moving = ['disclosures', 'entries', 'verifiedTo', 'verifiedAt', 'verifiedSince', 'checkedAt'];
const withoutMoving = (body: string): unknown =>
  JSON.parse(body, (key, value: unknown) => (moving.includes(key) ? '…' : value));

const mara = { as: 'mara', purpose: 'SERVICE_COORDINATION' } as const;
const askers = [
  mara,
  { as: 'mara', purpose: 'EMERGENCY' },
  { as: 'kim', purpose: 'SERVICE_COORDINATION' },
  { as: 'tess', purpose: 'FV_PROTECTION' },
  { as: 'priya', purpose: 'QUALITY_IMPROVEMENT' },
  { as: 'ada', purpose: 'CLIENT_ACCESS' },
] as const;
const variables = {
  client: 'ada',
  match: { given: 'Bob', family: 'Vale', dateOfBirth: '1990-02-03', sex: 'MALE' },
  period: { from: '2026-01-01', to: '2026-12-31' },
};
const reading = readOperations().filter(({ document }) => !document.startsWith('mutation'));

test('there are operations to request by name, and they show something to somebody', async () => {
  expect(reading.length).toBeGreaterThanOrEqual(5);
  expect((await hub.ask({ ...mara, documentId: 'client-view', variables })).body).toContain(risk[0]);
});

test.each(reading.map(({ name, document }) => [name, document] as const))(
  '%s by name shows everybody, for each purpose, exactly what its text shows them',
  async (documentId, query) => {
    for (const asker of askers) {
      // Somebody who may see more has just sent the same request by the same name.
      await hub.ask({ ...mara, documentId, variables });
      const [byName, byText] = [
        await hub.ask({ ...asker, documentId, variables }),
        await hub.ask({ ...asker, query, variables }),
      ];
      expect({ asker, status: byName.status, body: withoutMoving(byName.body) }).toEqual({
        asker,
        status: byText.status,
        body: withoutMoving(byText.body),
      });
    }
  },
);

test('client-view by name shows somebody who may not know a person what it shows of nobody', async () => {
  await hub.ask({ ...mara, documentId: 'client-view', variables });
  const kim = { as: 'kim', documentId: 'client-view' } as const;
  const [denied, nobody] = [
    await hub.ask({ ...kim, variables }),
    await hub.ask({ ...kim, variables: { client: 'nobody' } }),
  ];
  expect(denied).toEqual(nobody);
  expect(JSON.parse(denied.body)).toEqual({ data: { client: null } });
});

test('the hash of a document that somebody else has sent requests nothing', async () => {
  const query = '{ client(id: "ada") { alerts { nodes { alert { text } } } } }';
  const sha256Hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(query))).toString(
    'hex',
  );
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const post = async (as: string, body: unknown) => {
    const headers = {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${as}` },
      'x-accord-purpose': 'SERVICE_COORDINATION',
    };
    const sent = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
    return sent.text();
  };
  expect(await post('mara', { query, extensions })).toContain(risk[0]);
  for (const as of ['mara', 'kim'])
    for (const body of [
      { extensions },
      { documentId: sha256Hash },
      { documentId: `sha256:${sha256Hash}`, extensions },
    ]) {
      const told = await post(as, body);
      expect(codesIn(told)).toHaveLength(1);
      expect(JSON.parse(told).data).toBeUndefined();
    }
});

type Paged = Readonly<{ list: string; ask: (after: string | null) => Question; cursorIn: (data: Told) => string }>;
type Told = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const endCursor = (list: unknown): string =>
  String(Reflect.get(Object(Reflect.get(Object(list), 'pageInfo')), 'endCursor'));
const paged = (list: string, field: string, path: (data: Told) => unknown): Paged => ({
  list,
  ask: (after) => ({
    ...mara,
    query: `query ($after: String) { ${field} }`,
    variables: { after },
  }),
  cursorIn: (data) => endCursor(path(data)),
});
const pageInfo = 'pageInfo { endCursor }';
const lists: readonly Paged[] = [
  paged('the board', `alerts(of: AGENCY, first: 1, after: $after) { totalCount ${pageInfo} }`, (data) => data.alerts),
  paged(
    'the alerts of a person',
    `client(id: "ada") { alerts(first: 1, after: $after) { totalCount ${pageInfo} } }`,
    (data) => data.client?.alerts,
  ),
  paged('a caseload', `caseload(of: AGENCY, first: 1, after: $after) { ${pageInfo} }`, (data) => data.caseload),
  paged(
    'the disclosures of a person',
    `client(id: "ada") { disclosures(first: 1, after: $after) { ${pageInfo} } }`,
    (data) => data.client?.disclosures,
  ),
];

test.each(lists.map((one) => [one.list, one] as const))(
  'a cursor of %s is valid for its list, its reader and its purpose, and garbage everywhere else',
  async (_list, { ask, cursorIn }) => {
    const cursor = cursorIn(JSON.parse((await hub.ask(ask(null))).body).data);
    expect(codesIn((await hub.ask(ask(cursor))).body)).toEqual([]);
    const flipped = `${cursor.slice(0, -2)}${cursor.at(-2) === 'A' ? 'B' : 'A'}${cursor.at(-1)}`;
    const garbage = await hub.ask(ask('garbage'));
    expect(codesIn(garbage.body)).toEqual(['CURSOR_REFUSED']);
    expect(await hub.ask(ask(flipped))).toEqual(garbage);
    expect(await hub.ask({ ...ask(cursor), purpose: 'EMERGENCY' })).toEqual(garbage);
    for (const other of lists)
      if (other.ask !== ask) expect(codesIn((await hub.ask(other.ask(cursor))).body)).toEqual(['CURSOR_REFUSED']);
    // Used by another person at the agency that filed it, who may read the list: the cursor is not theirs.
    const theirs = await hub.ask({ ...ask(cursor), as: 'tess' });
    expect(theirs).toEqual(await hub.ask({ ...ask('garbage'), as: 'tess' }));
    expect(codesIn(theirs.body)).toEqual(['CURSOR_REFUSED']);
  },
);

test('a cursor of one person’s alerts is valid for nobody else’s, nor for the same alerts filtered or sorted differently', async () => {
  const alerts = (more: string) => ({
    as: 'tess' as const,
    query: `query ($after: String, $id: ID!) { client(id: $id) { alerts(first: 1, after: $after${more}) { ${pageInfo} } } }`,
  });
  const first = await hub.ask({ ...alerts(''), variables: { id: 'ada', after: null } });
  const after = endCursor(JSON.parse(first.body).data.client.alerts);
  for (const question of [
    { ...alerts(''), variables: { id: 'bob', after } },
    { ...alerts(', orderBy: NEWEST'), variables: { id: 'ada', after } },
    { ...alerts(', filter: { status: [CLOSED] }'), variables: { id: 'ada', after } },
  ])
    expect(codesIn((await hub.ask(question)).body)).toEqual(['CURSOR_REFUSED']);
});

test('after a withdrawal a cursor, and an operation by name, show their own reader what they show one who never had them', async () => {
  const page = (after: string | null): Question => ({
    ...mara,
    query: `query ($after: String) { client(id: "ada") { alerts(first: 1, after: $after) {
      totalCount nodes { alert { text } } pageInfo { hasNextPage endCursor } } } }`,
    variables: { after },
  });
  const first = JSON.parse((await hub.ask(page(null))).body).data.client.alerts;
  // The page ends at one of Wattle's alerts, and the next alert is Wattle's too.
  expect(first.nodes).toEqual([{ alert: { text: risk[0] } }]);
  const next = async () => JSON.parse((await hub.ask(page(first.pageInfo.endCursor))).body).data.client.alerts;
  expect((await next()).nodes).toEqual([{ alert: { text: risk[1] } }]);
  const withdrawn = await hub.ask({
    as: 'tess',
    query: 'mutation { withdrawConsent(id: "c1") { consent { status } } }',
  });
  expect(withdrawn.body).toContain('WITHDRAWN');
  const now = await next();
  expect(now).toMatchObject({ totalCount: 2, nodes: [{ alert: { text: expect.stringMatching(/^No /) } }] });
  expect(now.nodes).toEqual(JSON.parse((await hub.ask(page(null))).body).data.client.alerts.nodes);
  for (const { name } of reading) {
    const { body } = await hub.ask({ ...mara, documentId: name, variables });
    for (const words of risk) expect(body).not.toContain(words);
  }
});
