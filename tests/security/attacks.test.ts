import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import type { Partnership } from '../lib/Partnership.ts';

// Attacks on a running hub, over real HTTP. Each is refused, or gets nothing.

let hub: AttackedHub;
let partnership: Partnership;

beforeAll(async () => {
  hub = await attackedHub();
  partnership = hub.partnership;
});
afterAll(() => hub.stop());

const codesIn = (body: string): readonly string[] =>
  (JSON.parse(body).errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);

test.each([
  [
    'an alias that begins with an underscore',
    '{ client(id: "ada") { records { _alerts: identity { name { given } } } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    "the hub's inaccessible twins",
    '{ client(id: "ada") { records { _identity { dateOfBirth } } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['_entities', '{ _entities(representations: []) { __typename } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['_service', '{ _service { sdl } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['introspection outside development', '{ __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'thousands of aliases',
    `{ ${Array.from({ length: 3000 }, (_, index) => `a${index}: me { name }`).join(' ')} }`,
    'QUERY_TOO_LARGE',
  ],
  ['a page of a million', '{ caseload(first: 1000000) { nodes { id } } }', 'ARGUMENT_REFUSED'],
])('%s: refused', async (_attack, query, code) => {
  const { body } = await partnership.ask({ as: 'mara', query });
  expect(codesIn(body)).toContain(code);
});

test('a cursor is valid for nobody else, no other purpose and no other list', async () => {
  const page = (after: string) =>
    `{ alerts(first: 1, after: ${after}) { nodes { alert { text } } pageInfo { endCursor } } }`;
  const { body } = await partnership.ask({ as: 'mara', query: page('null') });
  // An empty cursor is no cursor, as in the other lists.
  expect((await partnership.ask({ as: 'mara', query: page('"", peopleAfter: ""') })).body).toBe(body);
  const cursor = JSON.stringify(JSON.parse(body).data.alerts.pageInfo.endCursor);
  expect((await partnership.ask({ as: 'mara', query: page(cursor) })).body).toContain('alert');
  expect(codesIn((await partnership.ask({ as: 'mara', query: page(cursor) })).body)).toEqual([]);
  for (const asked of [
    { as: 'kim', query: page(cursor) } as const,
    { as: 'mara', purpose: 'EMERGENCY', query: page(cursor) } as const,
    { as: 'mara', query: `{ caseload(after: ${cursor}) { nodes { id } } }` } as const,
    {
      as: 'mara',
      query: `{ alerts(first: 1, orderBy: NEWEST, after: ${cursor}) { nodes { alert { text } } } }`,
    } as const,
  ])
    expect(codesIn((await partnership.ask(asked)).body)).toContain('CURSOR_REFUSED');
});

test('a purpose the role may not claim, or none at all, is refused, naming those it may claim', async () => {
  const refused = await partnership.ask({ as: 'mara', purpose: 'QUALITY_IMPROVEMENT', query: '{ me { name } }' });
  expect(codesIn(refused.body)).toEqual(['PURPOSE_REFUSED']);
  expect(refused.body).toContain('SERVICE_COORDINATION');
  expect(codesIn((await partnership.ask({ as: 'mara', purpose: '', query: '{ me { name } }' })).body)).toEqual([
    'PURPOSE_MISSING',
  ]);
});

test('recording a consent for somebody my agency does not know gets the same answer as for nobody', async () => {
  const consent = (client: string) =>
    `mutation { recordConsent(consent: { client: "${client}", evidence: VERBAL, noticeVersion: "1", language: "English" }) { consent { id } } }`;
  const [known, nobody] = await Promise.all(
    ['ada', 'nobody'].map((client) => partnership.ask({ as: 'kim', query: consent(client) })),
  );
  expect(codesIn(known?.body ?? '')).toEqual(['CLIENT_UNKNOWN']);
  expect(known).toEqual(nobody);
});

test('an agency turns away callers without the hub’s permit', async () => {
  const agency = partnership.agencies.get('harbour');
  const address = agency?.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const body = JSON.stringify({
    query: '{ _entities(representations: [{ __typename: "AgencyRecord", id: "1" }]) { __typename } }',
  });
  for (const authorization of [undefined, 'Bearer a.b.c']) {
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body });
    expect([401, 403]).toContain(response.status);
    expect(await response.text()).not.toContain('AgencyRecord');
  }
});
