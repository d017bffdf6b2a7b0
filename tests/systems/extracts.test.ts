import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mapping } from '@accord/kit/Mapping';
import { lorikeet } from '@accord/lorikeet/agency';
import { type Extract, openExtract } from '@accord/lorikeet/extract';
import { writeExtract } from '@accord/lorikeet/seed';
import type { FiledRecord } from '@accord/people/InventedPerson';
import { inventPartnership } from '@accord/people/inventPartnership';
import { inventedAgency } from '../../subgraphs/kit/tests/inventedAgency.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { fileFacts } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// An agency that has only a folder of extracts, in a partnership over HTTP, while its nightly job behaves as such jobs do.

const [someone] = inventPartnership({ count: 40, asOf: '2026-11-22' }).people.flatMap(({ records }) =>
  records.filter(({ agency }) => agency === 'kestrel'),
);
if (!someone) throw new Error('The invented partnership has nobody at Kestrel.');
const alert = {
  id: 1,
  code: 'WORKER_SAFETY_PERSON',
  certainty: 'ASSESSED',
  severity: 'HIGH',
  status: 'ACTIVE',
} as const;
const note = (id: number) => ({
  ...{ id, writtenOn: '2026-03-04', writtenBy: someone.worker.login, text: 'Seen.', about: ['SERVICE_USE'] },
  describesFamilyViolence: false,
});
/** An extract in which all data about people contain the name of the night. */
const night = (name: string): readonly FiledRecord[] =>
  [1, 2, 3].map((number) => ({
    ...{ ...someone, number, spelling: { ...someone.spelling, family: name }, notes: [note(number)] },
    alerts: [1, 2].map((nth) => ({
      ...{ ...alert, id: number * 10 + nth, text: name, raisedOn: '2026-03-04', raisedBy: 'MANAGER' as const },
    })),
  }));

let server: TestServer;
let folder: string;
let extract: Extract;
let partnership: Partnership;
let later = 0;
const said: string[] = [];

beforeAll(async () => {
  server = await testServer();
  folder = await mkdtemp(join(tmpdir(), 'accord-extracts-'));
  await writeExtract(folder, night('Monday'));
  const log = { info: (line: string) => said.push(line), warn: (line: string) => said.push(line) };
  extract = await openExtract(folder, { pollSeconds: 600, log, clock: () => new Date(Date.now() + later) });
  const store = await server.freshStore();
  const mappings = [inventedAgency().mapping, alertsAfterAWhile(lorikeet(extract))];
  partnership = await openPartnership({ store, mappings, way: 'HTTP', now: () => new Date('2026-11-22T10:00:00Z') });
  await fileFacts(store, {
    records: [1, 2, 3].flatMap((number) => [
      { person: `p${number}`, agency: 'harbour', number, handle: `p${number}-1` },
      { person: `p${number}`, agency: 'lorikeet', number: `L${number}`, handle: `p${number}-2` },
    ]),
    consents: [1, 2, 3].map((number) => ({
      ...{ id: `c${number}`, subject: `p${number}` },
      rule: { except: [{ agencies: ['harbour'], categories: ['IDENTITY', 'SERVICE_USE', 'WORKER_SAFETY'] }] },
    })),
  });
});
beforeEach(async () => {
  later = 0;
  await writeExtract(folder, night('Monday'));
  await extract.look();
});
afterAll(async () => {
  await partnership?.close();
  await extract?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Alerts that come after other work, so that there is time to replace the extract in the middle of a request. */
const alertsAfterAWhile = (mapping: Mapping): Mapping => ({
  ...mapping,
  alerts: {
    async of(number, batch) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return (await mapping.alerts?.of(number, batch)) ?? [];
    },
  },
});

const ask = async (query: string) => JSON.parse((await partnership.ask({ as: 'mara', query })).body);
const view = '{ client(id: "p1") { records { agency { id } identity { name { family } } alerts { text } } } }';
const board = '{ alerts { complete nodes { alert { text } record { agency { id } } } } }';
type Seen = Readonly<{ agency: { id: string }; identity: { name: { family: string } }; alerts: { text: string }[] }>;
const lorikeetsOf = ({ data }: { data: { client: { records: Seen[] } } }) =>
  data.client.records.find(({ agency }) => agency.id === 'lorikeet');

test('one view joins an agency’s extracts and another’s own records, and one board the alerts of both', async () => {
  const seen = await ask(view);
  expect(lorikeetsOf(seen)).toMatchObject({
    identity: { name: { family: 'Monday' } },
    alerts: [{ text: 'Monday' }, { text: 'Monday' }],
  });
  const { alerts } = (await ask(board)).data;
  expect(alerts.complete).toBe(true);
  const agencies = alerts.nodes.map((node: { record: { agency: { id: string } } }) => node.record.agency.id);
  expect(new Set(agencies)).toEqual(new Set(['harbour', 'lorikeet']));
});

test('if the extract is replaced under load, every answer is from one whole extract', async () => {
  let replacing = true;
  const nights = new Set<string>();
  const asking = Array.from({ length: 4 }, async () => {
    while (replacing) {
      const seen = await ask(view);
      expect(seen.errors).toBeUndefined();
      const record = lorikeetsOf(seen);
      const words = [record?.identity.name.family, ...(record?.alerts.map(({ text }) => text) ?? [])];
      expect(words).toHaveLength(3);
      expect(new Set(words).size).toBe(1);
      nights.add(words[0] ?? '');
    }
  });
  for (let nth = 0; nth < 12; nth += 1) {
    const look = extract.look();
    await writeExtract(folder, night(`Night ${nth}`));
    await look;
    await extract.look();
  }
  replacing = false;
  await Promise.all(asking);
  expect(nights.size).toBeGreaterThan(2);
});

test('while an extract is half written, the last whole one is served, and complete', async () => {
  await writeExtract(folder, night('Tuesday'));
  const file = join(folder, 'alerts.csv');
  await truncate(file, (await readFile(file)).length - 20);
  await extract.look();
  expect(lorikeetsOf(await ask(view))?.identity.name.family).toBe('Monday');
  expect((await ask(board)).data.alerts.complete).toBe(true);
  expect(said.at(-1)).toMatch(/The extract of .* stays in use\.$/);
  expect(said.join()).not.toContain('Tuesday');
});

test('an extract that is too old is a missing source, not “no alerts”', async () => {
  later = 49 * 3_600_000;
  const seen = await ask(board);
  expect(seen.data.alerts.complete).toBe(false);
  expect(
    seen.data.alerts.nodes.every((node: { record: { agency: { id: string } } }) => node.record.agency.id === 'harbour'),
  ).toBe(true);
  const health = await partnership.agencies.get('lorikeet')?.inject('/health');
  expect(health?.json().extract).toMatchObject({ open: false });
  expect(Object.keys(health?.json().extract)).toEqual(['asOf', 'open']);
});

test('an alert that had to be left out makes its client’s list incomplete, and nobody else’s', async () => {
  const file = join(folder, 'alerts.csv');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"11";', '"1x1";'));
  await writeFile(join(folder, 'rows.csv'), await readFile(join(folder, 'rows.csv')));
  await extract.look();
  expect(extract.state()).toMatchObject({ leftOut: 1, waiting: null });
  const seen = await ask(board);
  expect(seen.data.alerts.complete).toBe(false);
  const told = seen.data.alerts.nodes.filter(
    (node: { record: { agency: { id: string } } }) => node.record.agency.id === 'lorikeet',
  );
  expect(told).toHaveLength(4);
});
