import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadDatabase } from '@accord/kit/database/assertReadOnly';
import { readRequests } from '@accord/kit/policy/readRequests';
import { usualAgencyLimits } from '@accord/kit/serve/AgencyLimits';
import { openServer } from '@accord/kit/serve/openServer';
import { readKeys } from '@accord/server/keys';
import type { Store } from '@accord/server/store/Store';
import { inventedWattle } from '../lib/inventedWattle.ts';
import { hubKeys, linkageSecret, openAgencies } from '../lib/openAgencies.ts';
import { clock, dialAs, openReplica, permitFor, type Replica, until } from '../lib/replica.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// An agency that dials controls its answers just like one that listens: `openServer` opens both.

let server: TestServer;
let store: Store;
let hub: Replica;
let folder: string;

beforeAll(async () => {
  server = await testServer();
  store = await server.freshStore();
  const registered = await openAgencies([inventedWattle()], { store, way: 'CONNECTED', now: clock });
  for (const agency of registered.values()) await agency.close();
  hub = await openReplica(store);
  folder = await mkdtemp(join(tmpdir(), 'accord-connected-'));
});
afterAll(async () => {
  await hub?.close();
  await server?.stop();
  if (folder) await rm(folder, { recursive: true });
});

const body = JSON.stringify({
  query:
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AgencyRecord { identity { name { given } } } } }',
  variables: { r: [{ __typename: 'AgencyRecord', id: '1' }] },
});

async function asked() {
  const came = await hub.send(body, 5_000, await permitFor(body, { records: ['1'] }));
  return came.kind === 'ANSWERED'
    ? { status: came.status, body: JSON.parse(came.body) }
    : { status: came.kind, body: null };
}

const settings = async (limits = usualAgencyLimits) => ({
  ...{ hubKey: (await readKeys(hubKeys)).publicJwk, linkageSecret, limits },
  ...{ policyPath: join(folder, 'policy.yaml'), requestLog: { folder: join(folder, 'requests'), daysKept: 1 } },
  ...{ bookPath: null, auditFolder: null },
});
const opened = async () => ({ mapping: inventedWattle(), close: async () => {} });

test('over a connection that was dialled the agency’s policy, limits and record of requests hold as over HTTP', async () => {
  await writeFile(join(folder, 'policy.yaml'), '{}\n...\n');
  const agency = await openServer(opened, await settings({ ...usualAgencyLimits, requestsPerMinute: 4 }));
  const line = await dialAs(agency.http, [hub.url]);
  await until(() => hub.connections.has('wattle'));
  const before = (await entriesWritten()).length;

  expect(await asked()).toEqual({
    status: 200,
    body: { data: { _entities: [{ identity: { name: { given: 'Ada' } } }] } },
  });
  await writeFile(join(folder, 'policy.yaml'), 'never:\n  categories: [IDENTITY]\n...\n');
  expect(await asked()).toEqual({ status: 200, body: { data: { _entities: [{ identity: null }] } } });
  await writeFile(join(folder, 'policy.yaml'), 'off: Moving house\n...\n');
  expect(await asked()).toMatchObject({
    status: 503,
    body: { errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE' } }] },
  });
  await until(async () => (await asked()).status === 429);

  const written = (await entriesWritten()).slice(before);
  expect(written.slice(0, 3)).toMatchObject([
    { outcome: 'ANSWERED', requester: { user: 'mara' }, told: [{ records: ['1'], categories: ['IDENTITY'] }] },
    { outcome: 'ANSWERED', told: [], withheld: [{ records: ['1'], categories: ['IDENTITY'] }] },
    { outcome: 'OFF' },
  ]);
  expect(written.at(-1)).toMatchObject({ outcome: 'RATE_LIMITED', told: [] });
  await line.stop();
  await agency.close();
});

async function entriesWritten() {
  const written = [];
  for await (const entry of (await readRequests(join(folder, 'requests'))).entries) written.push(entry);
  return written;
}

test('what stops one that listens from starting stops one that dials', async () => {
  await writeFile(join(folder, 'policy.yaml'), 'nevr: {}\n...\n');
  await expect(openServer(opened, await settings())).rejects.toThrow('"nevr" is not known here');
  await writeFile(join(folder, 'policy.yaml'), '{}\n...\n');
  let closed = false;
  const page = async () => {
    throw new Error('There is no table "people".');
  };
  const writes = { $executeRawUnsafe: async () => 0 };
  const db: ReadDatabase = {
    ...{ ...writes, $queryRawUnsafe: async <Rows>() => [] as Rows, $transaction: (work) => work(writes) },
  };
  const wrong = async () => ({
    mapping: { ...inventedWattle(), linkage: { page } },
    reads: { db, engine: 'sqlite' as const },
    close: async () => {
      closed = true;
    },
  });
  await expect(openServer(wrong, await settings())).rejects.toThrow('linkage');
  expect(closed).toBe(true);
});
