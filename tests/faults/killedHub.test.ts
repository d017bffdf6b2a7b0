import { openStore, type Store } from '@accord/server/store/Store';
import type { FastifyInstance } from 'fastify';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { adaAtWattle } from '../lib/adaAtWattle.ts';
import { type HubProcess, startHubProcess } from '../lib/HubProcess.ts';
import { openAgencies } from '../lib/openAgencies.ts';
import { putOnFile } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// A hub is killed (SIGKILL) under load, again and again, beside one that keeps running. Whatever was answered is in the ledger.

const rounds = Number(process.env.ACCORD_KILLS ?? 6);
const askers = 12;
const answersBeforeKill = 60;

let server: TestServer;
let databases: AgencyDatabases;
let agencies: ReadonlyMap<string, FastifyInstance>;
let store: Store;
let url: string;

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold({ wattle: { TBL_PERS: [{ PRS_NO: 1, ...adaAtWattle }] } });
  url = await server.freshDatabase();
  store = openStore(url);
  agencies = await openAgencies(databases.mappings, { store, way: 'HTTP', now: () => new Date() });
  await putOnFile(store, {
    people: { ada: { wattle: 1 } },
    consents: [{ id: 'c1', subject: 'ada', rule: { except: [{ agencies: ['harbour'] }] } }],
  });
});
afterAll(async () => {
  for (const agency of agencies.values()) await agency.close();
  await store.close();
  await databases.close();
  await server.stop();
});

const query = '{ client(id: "ada") { records { agency { id } identity { name { family } } } } }';
let asked = 0;

/**
 * Asks one question after another, each under its own name, until the hub is gone or the time is over. Reports whose answer
 * arrived complete.
 */
async function keepAsking(hub: HubProcess, came: (user: string) => void, over = (): boolean => false): Promise<void> {
  while (!over()) {
    asked += 1;
    const user = `u${asked}`;
    const answer = await hub.ask({ as: `${user}.PRACTITIONER.harbour`, query }).catch(() => undefined);
    if (!answer) return;
    if (answer.body.includes('Brook')) came(user);
  }
}

test(`kill -9 in the middle of load, ${rounds} times: every answer is in the ledger, and the ledger holds (ACCORD_KILLS)`, async () => {
  const answered = new Set<string>();
  const survivor = await startHubProcess(url);
  let over = false;
  const staying = keepAsking(
    survivor,
    (user) => answered.add(user),
    () => over,
  );
  for (let round = 0; round < rounds; round += 1) {
    const hub = await startHubProcess(url);
    let left = answersBeforeKill;
    let asking: readonly Promise<void>[] = [];
    await new Promise<void>((enough) => {
      const came = (user: string): void => {
        answered.add(user);
        left -= 1;
        if (left === 0) enough();
      };
      asking = Array.from({ length: askers }, () => keepAsking(hub, came));
    });
    await hub.kill();
    await Promise.all(asking);
    expect(await store.ledger.verify()).toMatchObject({ kind: 'INTACT' });
  }
  over = true;
  await staying;
  await survivor.kill();
  const told = new Set((await store.ledger.read({ after: null, first: 1_000_000 })).map(({ requester }) => requester));
  expect([...answered].filter((user) => !told.has(user))).toEqual([]);
  expect(answered.size).toBeGreaterThanOrEqual(rounds * answersBeforeKill);
});
