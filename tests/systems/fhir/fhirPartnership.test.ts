import { currawong } from '@accord/currawong/agency';
import { inventedResources, staff } from '@accord/currawong/inventedResources';
import * as own from '@accord/currawong/ownCodes';
import { type FhirServer, fhirServer } from '@accord/kit/source/fhir/fhirServer';
import { inventedAgency } from '../../../subgraphs/kit/tests/inventedAgency.ts';
import { openPartnership, type Partnership } from '../../lib/Partnership.ts';
import { patienceMs } from '../../lib/patience.ts';
import { fileFacts } from '../../lib/people.ts';
import { type TestServer, testServer } from '../../lib/TestServer.ts';
import { type FhirTestServer, fhirTestServer } from './fhirTestServer.ts';

const now = new Date('2026-11-22T10:00:00Z');
let server: TestServer;
let fhir: FhirTestServer;
let client: FhirServer;
let partnership: Partnership;

beforeAll(async () => {
  [server, fhir] = await Promise.all([testServer(), fhirTestServer()]);
  await fhir.hold([...staff, ...[1, 2, 3, 4, 5].flatMap(inventedResources)]);
  client = fhirServer({ deadlineMs: patienceMs, baseUrl: fhir.baseUrl });
  const store = await server.freshStore();
  const mappings = [inventedAgency().mapping, currawong(client)];
  partnership = await openPartnership({ store, mappings, way: 'HTTP', now: () => now });
  await fileFacts(store, {
    records: [
      { person: 'ada', agency: 'harbour', number: 1, handle: 'ada-1' },
      { person: 'ada', agency: 'currawong', number: 'p1', handle: 'ada-2' },
    ],
    consents: [
      {
        id: 'c1',
        subject: 'ada',
        rule: { except: [{ agencies: ['harbour'], categories: ['SERVICE_USE', 'HEALTH'] }] },
      },
    ],
  });
});
afterAll(async () => {
  await partnership?.close();
  await client?.close();
  await fhir?.close();
  await server?.stop();
});

const ask = async (query: string) => JSON.parse((await partnership.ask({ as: 'mara', query })).body);
const board = `{ alerts { complete totalCount nodes { alert { text } record { agency { id } } } } }`;

test('one view joins an agency’s own database and another’s FHIR server, as the consent says', async () => {
  const { data } = await ask(
    `{ client(id: "ada") { records { agency { id } identity { name { given } } address { line } involvement { programme } alerts { text } } } }`,
  );
  const records = new Map(
    data.client.records.map((record: { agency: { id: string } }) => [record.agency.id, record] as const),
  );
  expect(records.get('harbour')).toMatchObject({ identity: { name: { given: 'Ada1' } } });
  expect(records.get('currawong')).toEqual({
    agency: { id: 'currawong' },
    ...{ identity: null, address: null, involvement: { programme: 'Community nursing' } },
    alerts: [{ text: 'Falls at home' }],
  });
});

test('the alert board shows the flags of a FHIR server beside other agencies’ alerts', async () => {
  const { alerts } = (await ask(board)).data;
  expect(alerts.complete).toBe(true);
  const told = alerts.nodes.map((node: { alert: { text: string }; record: { agency: { id: string } } }) => [
    node.record.agency.id,
    node.alert.text,
  ]);
  expect(told).toContainEqual(['currawong', 'Falls at home']);
  expect(told.some(([agency]: [string]) => agency === 'harbour')).toBe(true);
});

test('a flag that is labelled more sensitive than the consent goes is not shown', async () => {
  const meta = { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'PSY' }] };
  const code = { coding: [{ system: own.flagSystem, code: 'anaphylaxis' }], text: 'HIDDEN' };
  await fhir.hold([
    { resourceType: 'Flag', id: 'labelled', status: 'active', subject: { reference: 'Patient/p1' }, code, meta },
  ]);
  const body = JSON.stringify(await ask(board));
  expect(body).toContain('Falls at home');
  expect(body).not.toContain('HIDDEN');
});

test('a FHIR server that fails leaves a board that says it is not complete, and the other agency’s alerts', async () => {
  fhir.failing('Flag');
  const { data } = await ask(board);
  fhir.failing(null);
  expect(data.alerts.complete).toBe(false);
  expect(data.alerts.totalCount).toBeGreaterThan(0);
  expect(JSON.stringify(data)).not.toContain('Falls at home');
});
