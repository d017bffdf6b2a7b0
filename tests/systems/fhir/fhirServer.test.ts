import type { ServerResponse } from 'node:http';
import { type FhirServer, type FhirServerGiven, fhirServer } from '@accord/kit/source/fhir/fhirServer';
import { patienceMs } from '../../lib/patience.ts';
import { flags, type MisbehavingServer, misbehavingServer, outcome } from './misbehavingServer.ts';

let server: MisbehavingServer;
const open: FhirServer[] = [];
beforeAll(async () => {
  server = await misbehavingServer();
});
afterAll(async () => {
  await Promise.all(open.map((client) => client.close()));
  await server.close();
});

const client = (given: Partial<FhirServerGiven> = {}): FhirServer => {
  const opened = fhirServer({ baseUrl: server.baseUrl, deadlineMs: patienceMs, ...given });
  open.push(opened);
  return opened;
};
const search = (given: Partial<FhirServerGiven> = {}) => client(given).search('Flag', { patient: 'Patient/a' });
const fault = (code: string) => expect.objectContaining({ name: 'FhirFault', code });
const respond = (response: ServerResponse, status: number, body: string | object, headers: object = {}) =>
  response.writeHead(status, { ...headers }).end(typeof body === 'string' ? body : JSON.stringify(body));
const next = (url: string) => ({ link: [{ relation: 'next', url }] });

test('a whole answer is the list', async () => {
  server.answer((_, response) => respond(response, 200, flags(3, { total: 3 })));
  expect((await search()).map(({ id }) => id)).toEqual(['f0', 'f1', 'f2']);
});

test.each<readonly [string, number, string | object]>([
  ['500 with an OperationOutcome', 500, outcome('exception')],
  ['401', 401, outcome('login')],
  ['404', 404, outcome('not-found')],
  ['a redirection', 302, ''],
  ['204 and nothing', 204, ''],
])('%s is an error that holds none of the server’s words', async (_what, status, body) => {
  server.answer((_, response) => respond(response, status, body, { location: 'http://127.0.0.1:1/' }));
  const error = await search().catch((caught) => caught);
  expect(error).toEqual(fault('FHIR_REFUSED'));
  expect(error.message).toContain(String(status));
  expect(error.message).not.toMatch(/Ada|Example/);
  expect(server.asked).toHaveLength(1);
});

test.each<readonly [string, string | object, string]>([
  ['no JSON', '<html>', 'FHIR_UNREADABLE'],
  ['half of it', flags(3).slice(0, 150), 'FHIR_UNREADABLE'],
  ['nothing', '', 'FHIR_UNREADABLE'],
  ['a list', [], 'FHIR_UNREADABLE'],
  ['a patient', { resourceType: 'Patient', id: 'a' }, 'FHIR_UNREADABLE'],
  ['an OperationOutcome', outcome('exception'), 'FHIR_UNREADABLE'],
  ['a history', { resourceType: 'Bundle', type: 'history' }, 'FHIR_UNREADABLE'],
  ['entries that are no list', { resourceType: 'Bundle', type: 'searchset', entry: {} }, 'FHIR_UNREADABLE'],
  ['an entry without a resource', { resourceType: 'Bundle', type: 'searchset', entry: [{}] }, 'FHIR_UNREADABLE'],
  [
    'a resource of another type',
    { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: { resourceType: 'Patient', id: 'a' } }] },
    'FHIR_UNREADABLE',
  ],
  [
    'a resource without an id',
    { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: { resourceType: 'Flag' } }] },
    'FHIR_UNREADABLE',
  ],
  ['a next page without an address', flags(1, { link: [{ relation: 'next' }] }), 'FHIR_UNREADABLE'],
  ['fewer than it says there are', flags(3, { total: 4 }), 'FHIR_INCOMPLETE'],
  [
    'a warning that some were left out',
    {
      ...{ resourceType: 'Bundle', type: 'searchset' },
      entry: [{ resource: outcome('incomplete', 'warning'), search: { mode: 'outcome' } }],
    },
    'FHIR_INCOMPLETE',
  ],
  [
    'an error among what it found',
    {
      ...{ resourceType: 'Bundle', type: 'searchset' },
      entry: [{ resource: outcome('processing'), search: { mode: 'outcome' } }],
    },
    'FHIR_INCOMPLETE',
  ],
])('a search answered with %s is an error, not a list', async (_what, body, code) => {
  server.answer((_, response) => respond(response, 200, body));
  await expect(search()).rejects.toEqual(fault(code));
});

test('what a server sends beside its matches, or includes, is not a match', async () => {
  const entry = [
    { resource: outcome('informational', 'information'), search: { mode: 'outcome' } },
    { resource: { resourceType: 'Patient', id: 'a' }, search: { mode: 'include' } },
  ];
  server.answer((_, response) => respond(response, 200, flags(0, { entry })));
  expect(await search()).toEqual([]);
});

test.each([
  ['another server', 'http://127.0.0.2:9/fhir/Flag?page=2'],
  ['another port', 'http://127.0.0.1:9/fhir/Flag?page=2'],
  ['another path', '/admin?page=2'],
  ['a path that climbs out', 'Flag/../../admin'],
  ['a path that climbs out in disguise', 'Flag/%2e%2e/%2e%2e/admin'],
  ['a path that begins alike', '/fhirx/Flag'],
  ['another scheme', 'file:///etc/hostname'],
])('a next page on %s is not followed', async (_what, url) => {
  server.answer((_, response) => respond(response, 200, flags(1, next(url))));
  await expect(search({ authorization: async () => 'Bearer secret' })).rejects.toEqual(fault('FHIR_STRAYED'));
  expect(server.asked).toHaveLength(1);
});

test('next pages that never end are an error', async () => {
  let page = 0;
  server.answer((_, response) => respond(response, 200, flags(1, next(`?page=${++page}`))));
  await expect(search({ mostPages: 4 })).rejects.toEqual(fault('FHIR_INCOMPLETE'));
  expect(server.asked).toHaveLength(4);
  server.answer((_, response) => respond(response, 200, flags(1, next('?page=same'))));
  await expect(search()).rejects.toEqual(fault('FHIR_INCOMPLETE'));
  expect(server.asked).toHaveLength(2);
});

test('a list whose second page does not come is an error', async () => {
  server.answer((request, response) =>
    request.url?.includes('page=2') ? respond(response, 500, '') : respond(response, 200, flags(2, next('?page=2'))),
  );
  await expect(search()).rejects.toEqual(fault('FHIR_REFUSED'));
});

test.each([429, 503])('a server that is busy (%i) is asked again when it says so, at most twice', async (status) => {
  let tries = 0;
  server.answer((_, response) => {
    tries += 1;
    if (tries < 3) respond(response, status, outcome('throttled'), { 'retry-after': '0' });
    else respond(response, 200, flags(1));
  });
  expect(await search()).toHaveLength(1);
  server.answer((_, response) => respond(response, status, '', { 'retry-after': '0' }));
  await expect(search()).rejects.toEqual(fault('FHIR_BUSY'));
  expect(server.asked).toHaveLength(3);
});

test('a server that wants more time than there is, or says nothing, or breaks off, is an error', async () => {
  server.answer((_, response) => respond(response, 503, '', { 'retry-after': '3600' }));
  await expect(search({ deadlineMs: 100 })).rejects.toEqual(fault('FHIR_TIMED_OUT'));
  server.answer(() => {});
  await expect(search({ deadlineMs: 100 })).rejects.toEqual(fault('FHIR_TIMED_OUT'));
  server.answer((_, response) => void response.write(flags(3).slice(0, 100)));
  await expect(search({ deadlineMs: 100 })).rejects.toEqual(fault('FHIR_TIMED_OUT'));
  server.answer((_, response) => response.write('{', () => response.destroy()));
  await expect(search()).rejects.toEqual(fault('FHIR_UNREACHABLE'));
});

test('a page that is too long is dropped', async () => {
  server.answer((_, response) => respond(response, 200, flags(100)));
  await expect(search({ mostBytes: 1_000 })).rejects.toEqual(fault('FHIR_UNREADABLE'));
});

test('many values go in few requests, and long ones are sent as a form', async () => {
  server.answer((_, response) => respond(response, 200, flags(1)));
  const values = Array.from({ length: 300 }, (_, number) => `Patient/a-patient-whose-id-is-long-${number}`);
  await client().searchMany('Flag', { parameter: 'patient', values });
  expect(server.asked.map((line) => line.slice(0, 24))).toEqual(Array(3).fill('POST /fhir/Flag/_search '));
  server.answer((_, response) => respond(response, 200, flags(1)));
  await client().searchMany('Flag', { parameter: 'patient', values: ['Patient/p1', 'Patient/p2', 'Patient/p1'] });
  expect(server.asked).toEqual(['GET /fhir/Flag?_count=1000&patient=Patient%2Fp1%2CPatient%2Fp2']);
  server.answer((_, response) => respond(response, 200, flags(1)));
  await search({ longestUrl: 0 });
  expect(server.asked).toEqual(['POST /fhir/Flag/_search _count=1000&patient=Patient%2Fa']);
});

test('each request carries the authorization valid at that moment, and demands that unknown parameters be refused', async () => {
  const seen: unknown[] = [];
  let turn = 0;
  server.answer((request, response) => {
    seen.push([request.headers.authorization, request.headers.prefer]);
    respond(response, 200, flags(1, seen.length === 1 ? next('?page=2') : {}));
  });
  await search({ authorization: async () => `Bearer ${++turn}` });
  expect(seen).toEqual([1, 2].map((number) => [`Bearer ${number}`, 'handling=strict']));
});

test.each(['http://ehr.example/fhir', 'ftp://127.0.0.1/fhir', 'fhir', ''])(
  '"%s" is not an address of a server',
  (baseUrl) => {
    expect(() => fhirServer({ baseUrl })).toThrow('is not the address of a FHIR server');
  },
);
