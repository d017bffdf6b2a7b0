import { randomBytes } from 'node:crypto';
import { banksia } from '@accord/banksia/agency';
import { openDatabase } from '@accord/banksia/database';
import { createBanksia, type Seeded } from '@accord/banksia/seed';
import { filedAt, tableRows } from '@accord/banksia/tableRows';
import { inventPartnership } from '@accord/people/inventPartnership';
import { inventedAgency } from '../../subgraphs/kit/tests/inventedAgency.ts';
import { describeMariaDb } from '../../subgraphs/kit/tests/mariaDbHere.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { fileFacts } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

const now = () => new Date('2026-11-22T10:00:00Z');
const [someone] = inventPartnership({ count: 40, asOf: '2026-11-22' }).people.flatMap(({ records }) =>
  records.filter(({ agency }) => agency === 'harbour'),
);
if (!someone) throw new Error('The invented partnership has nobody at Harbour.');
const alert = {
  certainty: 'ASSESSED',
  severity: 'HIGH',
  status: 'ACTIVE',
  raisedOn: '2026-03-04',
  raisedBy: 'MANAGER',
} as const;
const zoe = {
  ...someone,
  number: 7,
  spelling: { ...someone.spelling, given: 'Zoë 🌻', family: 'Weiß', dateOfBirth: '1990-02-03' },
  alerts: [
    { ...alert, id: 1, code: 'CHILD_WELLBEING', text: 'Schläft im Auto 🚗' },
    { ...alert, id: 2, code: 'MEDICAL', text: 'HIDDEN' },
  ],
};
const filed = filedAt(
  [zoe, { ...zoe, number: 8, spelling: { ...zoe.spelling, dateOfBirth: '2020-02-03' } }],
  '2026-11-22',
);

describeMariaDb('an agency on MariaDB in a partnership', () => {
  let server: TestServer;
  let seeded: Seeded;
  let db: ReturnType<typeof openDatabase>;
  let partnership: Partnership;

  beforeAll(async () => {
    const name = `accord_systems_${randomBytes(4).toString('hex')}`;
    const readerPassword = randomBytes(8).toString('hex');
    const given = { adminUrl: 'mysql://root@127.0.0.1:3306/', name, readerPassword, rows: tableRows(filed) };
    [server, seeded] = await Promise.all([testServer(), createBanksia(given)]);
    db = openDatabase(seeded.url);
    const store = await server.freshStore();
    const mappings = [inventedAgency().mapping, banksia(db)];
    partnership = await openPartnership({ store, mappings, way: 'HTTP', now });
    await fileFacts(store, {
      records: [
        { person: 'zoe', agency: 'harbour', number: 1, handle: 'zoe-1' },
        { person: 'zoe', agency: 'banksia', number: filed[0]?.number ?? '', handle: 'zoe-2' },
        { person: 'kit', agency: 'harbour', number: 2, handle: 'kit-1' },
        { person: 'kit', agency: 'banksia', number: filed[1]?.number ?? '', handle: 'kit-2' },
      ],
      consents: ['zoe', 'kit'].map((subject) => ({
        ...{ id: `c-${subject}`, subject },
        rule: { except: [{ agencies: ['harbour'], categories: ['IDENTITY', 'SERVICE_USE', 'CHILD_WELLBEING'] }] },
      })),
    });
  });
  afterAll(async () => {
    await partnership?.close();
    await db?.$disconnect();
    await seeded?.drop();
    await server?.stop();
  });

  const ask = async (query: string) => JSON.parse((await partnership.ask({ as: 'mara', query })).body);

  test.each(['zoe', 'kit'])('one view joins %s’s two records, as the consent says', async (id) => {
    const { data, errors } = await ask(
      `{ client(id: "${id}") { records { agency { id } identity { name { given family } } address { line } alerts { text } } alerts { complete nodes { alert { text } } } } }`,
    );
    expect(errors).toBeUndefined();
    const records = new Map(
      data.client.records.map((record: { agency: { id: string } }) => [record.agency.id, record]),
    );
    expect(records.get('banksia')).toEqual({
      ...{ agency: { id: 'banksia' }, identity: { name: { given: 'Zoë 🌻', family: 'Weiß' } }, address: null },
      alerts: [{ text: 'Schläft im Auto 🚗' }],
    });
    expect(records.get('harbour')).toBeDefined();
    expect(data.client.alerts.complete).toBe(true);
    expect(JSON.stringify(data)).not.toContain('HIDDEN');
  });

  test('the alert board merges the alerts of both', async () => {
    const { alerts } = (await ask('{ alerts { complete nodes { alert { text } record { agency { id } } } } }')).data;
    expect(alerts.complete).toBe(true);
    const agencies = alerts.nodes.map((node: { record: { agency: { id: string } } }) => node.record.agency.id);
    expect(new Set(agencies)).toEqual(new Set(['harbour', 'banksia']));
    expect(JSON.stringify(alerts)).toContain('Schläft im Auto 🚗');
  });
});
