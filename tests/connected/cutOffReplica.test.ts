import { openStore, type Store } from '@accord/server/store/Store';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { inventedWattle } from '../lib/inventedWattle.ts';
import { openAgencies } from '../lib/openAgencies.ts';
import { clock, dialAs, obedientAgency, openReplica, type Replica, until } from '../lib/replica.ts';
import { type Network, silentNetwork } from '../lib/silentNetwork.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// An agency dials a load balancer with two replicas of the hub behind it. The replica it reaches is then cut off from the
// database, and the balancer sends nobody there any more; the other replica can still ask the agency.

let server: TestServer;
let near: Store;
let far: Store;
let registered: ReadonlyMap<string, FastifyInstance>;
let hub: Replica;
let cutOff: Replica;
let toDatabase: Network;
let balancer: Network;
/** The replica to which the balancer sends new connections. */
let target: Replica;
const portOf = (url: string): number => Number(new URL(url).port);

beforeAll(async () => {
  server = await testServer();
  const database = new URL(await server.freshDatabase());
  near = openStore(database.href);
  registered = await openAgencies([inventedWattle()], { store: near, way: 'CONNECTED', now: clock });
  const port = portOf(database.href);
  toDatabase = await silentNetwork(() => port);
  database.port = String(toDatabase.port);
  far = openStore(database.href, { pulse: { log: pino({ level: 'silent' }), everyMs: 200, silentMs: 1_000 } });
  hub = await openReplica(near);
  cutOff = await openReplica(far);
  balancer = await silentNetwork(() => portOf(target.url));
});
const ended: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ended.reverse()) await end();
  toDatabase?.mend();
  await balancer?.close();
  await cutOff?.close();
  await hub?.close();
  await far?.close();
  await toDatabase?.close();
  for (const agency of registered.values()) await agency.close();
  await near?.close();
  await server?.stop();
});

test('an agency that dialled a replica which loses its database is let go, and dials the other', async () => {
  const agency = obedientAgency();
  ended.push(() => agency.http.close());
  target = cutOff;
  ended.push((await dialAs(agency.http, [`http://127.0.0.1:${balancer.port}`])).stop);
  expect(await hub.send('echo one')).toEqual({ kind: 'ANSWERED', status: 200, body: 'echo one' });
  expect(hub.connections.has('wattle')).toBe(false);
  target = hub;
  toDatabase.silence();
  await until(() => hub.connections.has('wattle'));
  expect(await hub.send('echo two')).toEqual({ kind: 'ANSWERED', status: 200, body: 'echo two' });
});
