import { gzipSync } from 'node:zlib';
import { type AttackedHub, attackedHub, codesIn, hiddenStreet } from '../lib/attackedHub.ts';

// Denied, unlinked and absent people look the same: in data, errors, headers, lists and mutations, and at the agencies' linkage
// endpoint.

let hub: AttackedHub;
beforeAll(async () => {
  hub = await attackedHub();
});
afterAll(() => hub.stop());

test('a denied person gets byte for byte the same answer as nobody', async () => {
  const query =
    'query ($id: ID!) { client(id: $id) { id name { given } records { id } withheld { category } consents { id } } }';
  const [denied, nobody] = await Promise.all(
    ['bob', 'nobody'].map((id) => hub.ask({ as: 'mara', query, variables: { id } })),
  );
  expect(denied).toEqual(nobody);
  expect(JSON.parse(denied?.body ?? '')).toEqual({ data: { client: null } });
});

test('somebody who does not exist is looked up like somebody who is denied, without an error', async () => {
  const query = '{ client(id: "nobody at all") { id } }';
  expect(JSON.parse((await hub.ask({ as: 'tess', query })).body)).toEqual({ data: { client: null } });
  // The rules read a placeholder for them. If they refused it, that would be logged, and the check would end sooner than for
  // others.
  expect(hub.partnership.logged()).toBe('');
});

test('a denied person can be found by their right name no more than nobody can', async () => {
  const query = 'query ($match: ClientMatch!) { findClients(match: $match) { id name { given } } }';
  const match = { given: 'Bob', family: 'Vale', dateOfBirth: '1990-02-03', sex: 'MALE' };
  const [denied, nobody] = await Promise.all(
    ['Bob', 'Zed'].map((given) => hub.ask({ as: 'mara', query, variables: { match: { ...match, given } } })),
  );
  expect(denied).toEqual(nobody);
  // The name is really there: the agency that filed it gets it.
  expect((await hub.ask({ as: 'tess', query, variables: { match } })).body).toContain('"bob"');
});

test('a denied person adds nothing to lists, totals and page info', async () => {
  const query =
    '{ caseload(of: AGENCY) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } alerts(of: AGENCY) { totalCount complete } }';
  const { data } = JSON.parse((await hub.ask({ as: 'mara', query })).body);
  expect(data.caseload).toEqual({ nodes: [{ id: 'ada' }], pageInfo: { hasNextPage: false, hasPreviousPage: false } });
  expect(data.alerts).toEqual({ totalCount: 2, complete: true });
});

test.each(['recordConsent', 'withdrawConsent'])(
  '%s says about a denied person what it says about nobody',
  async (mutation) => {
    const sent = (denied: boolean): string =>
      mutation === 'recordConsent'
        ? `mutation { recordConsent(consent: { client: "${denied ? 'bob' : 'nobody'}", evidence: VERBAL, noticeVersion: "1", language: "English" }) { consent { id client { id } } } }`
        : `mutation { withdrawConsent(id: "${denied ? 'c1' : 'nothing'}") { consent { id client { id } } } }`;
    const [denied, nobody] = await Promise.all([true, false].map((one) => hub.ask({ as: 'mara', query: sent(one) })));
    expect(codesIn(denied?.body ?? '')).toEqual([mutation === 'recordConsent' ? 'CLIENT_UNKNOWN' : 'CONSENT_UNKNOWN']);
    const withoutPlaces = (body?: string) => body?.replace(/"locations":\[[^\]]*\]/, '');
    expect(withoutPlaces(denied?.body)).toBe(withoutPlaces(nobody?.body));
  },
);

test('the payload of a mutation shows no more than a query would', async () => {
  const query = `mutation { recordConsent(consent: { client: "ada", refuse: true, purposes: ["EMERGENCY"], evidence: VERBAL, noticeVersion: "1", language: "English" }) {
    consent { client { records { address { line } contact { phone } } consents { id } } } } }`;
  const { body } = await hub.ask({ as: 'mara', query });
  expect(codesIn(body)).toEqual([]);
  expect(body).not.toContain(hiddenStreet);
  expect(body).not.toContain('"c1"');
});

test('an error in an answer names no person, no agency and no place in the code', async () => {
  const { body } = await hub.ask({ as: 'mara', query: '{ client(id: "bob") { shoeSize } }' });
  expect(codesIn(body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  expect(body).not.toMatch(/Did you mean|stacktrace|node_modules|wattle|Vale|127\.0\.0\.1/);
});

test('nobody asks the hub without a token, by GET, or in another form than JSON', async () => {
  const body = JSON.stringify({ query: '{ client(id: "ada") { id } }' });
  const headers = { authorization: 'Bearer mara', 'x-accord-purpose': 'SERVICE_COORDINATION' };
  const bare = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  const packed = await fetch(`${hub.url}/graphql`, {
    ...{ method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'content-encoding': 'gzip' } },
    body: gzipSync(body),
  });
  expect([packed.status, await packed.json()]).toEqual([
    400,
    { errors: [{ message: expect.stringMatching(/content-encoding/), extensions: { code: 'ARGUMENT_REFUSED' } }] },
  ]);
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
  ]) {
    const sent = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body,
    });
    expect(sent.status).toBe(415);
    expect(await sent.text()).not.toContain('"data"');
    const got = await fetch(`${hub.url}/graphql?query=${encodeURIComponent('{ client(id: "ada") { id } }')}`, {
      headers: { ...headers, 'content-type': type },
    });
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await got.text()).not.toContain('"data"');
  }
});

test('a client that accepts GraphQL’s own media type gets it, even when the hub refuses', async () => {
  const type = 'application/graphql-response+json';
  const headers = { authorization: 'Bearer mara', 'content-type': 'application/json', accept: type };
  const ask = (more: object, body: string) =>
    fetch(`${hub.url}/graphql`, { method: 'POST', headers: { ...headers, ...more }, body });
  const purpose = { 'x-accord-purpose': 'SERVICE_COORDINATION' };
  for (const [status, sent] of [
    [200, await ask(purpose, '{"query":"{ me { name } }"}')],
    [400, await ask(purpose, '{"query":"{ nothing }"}')],
    [400, await ask({}, '{"query":"{ me { name } }"}')],
    [415, await ask({ ...purpose, 'content-type': 'text/plain' }, 'me')],
  ] as const)
    expect([sent.status, sent.headers.get('content-type')]).toEqual([status, `${type}; charset=utf-8`]);
  const plain = await ask({ ...purpose, accept: '*/*' }, '{"query":"{ me { name } }"}');
  expect(plain.headers.get('content-type')).toBe('application/json; charset=utf-8');
});

test('no cache on the way stores answers', async () => {
  const headers = {
    'content-type': 'application/json',
    authorization: 'Bearer mara',
    'x-accord-purpose': 'SERVICE_COORDINATION',
  };
  const sent = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: '{"query":"{ me { name } }"}' });
  expect(sent.headers.get('cache-control')).toBe('no-store');
  // The time each room took would reveal whether agencies were asked.
  expect(sent.headers.get('server-timing')).toBeNull();
});

test('nothing cached for one request is served to another requester of the same document', async () => {
  const query = '{ client(id: "ada") { records { address { line } } } }';
  const answers = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const as = index % 2 === 0 ? 'tess' : 'mara';
      return { as, body: (await hub.ask({ as, query })).body };
    }),
  );
  for (const { as, body } of answers) expect(body.includes(hiddenStreet)).toBe(as === 'tess');
});

test('linkage keys are in no answer, and the endpoints for batches refuse anybody without a seal', async () => {
  for (const door of ['batches', 'state']) {
    const sent = await fetch(`${hub.url}/linkage/${door}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer mara' },
      body: '{ "after": null }',
    });
    expect([door, sent.status]).toEqual([door, 401]);
  }
  const { body } = await hub.ask({ as: 'mara', query: '{ client(id: "ada") { slk } }' });
  expect(codesIn(body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});

test('what was open by name is closed by name after a withdrawal, and an earlier cursor shows nothing more', async () => {
  const byName = { as: 'mara', documentId: 'client-view', variables: { client: 'ada' } } as const;
  const withheld = (body: string): number => JSON.parse(body).data.client.withheld.length;
  const before = withheld((await hub.ask(byName)).body);
  const paged = (after: string | null) => ({
    query:
      'query ($after: String) { alerts(first: 1, after: $after) { nodes { alert { text } } pageInfo { endCursor } } }',
    variables: { after },
  });
  const cursor = JSON.parse((await hub.ask({ as: 'mara', ...paged(null) })).body).data.alerts.pageInfo.endCursor;
  expect(codesIn((await hub.ask({ as: 'kim', ...paged(cursor) })).body)).toContain('CURSOR_REFUSED');
  const withdrawn = await hub.ask({
    as: 'tess',
    query: 'mutation { withdrawConsent(id: "c1") { consent { status } } }',
  });
  expect(withdrawn.body).toContain('WITHDRAWN');
  const after = JSON.parse((await hub.ask(byName)).body).data.client;
  expect(after.records).toHaveLength(1);
  expect(withheld((await hub.ask(byName)).body)).toBeLessThan(before);
  expect(codesIn((await hub.ask({ ...byName, as: 'kim' })).body)).toEqual([]);
});
