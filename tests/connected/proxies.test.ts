import { connectAgency } from '@accord/kit/connect/connectAgency';
import { proxyFor } from '@accord/kit/connect/proxyFor';
import { syncAgency } from '@accord/kit/sync/syncAgency';
import { readKeys } from '@accord/server/keys';
import type { Store } from '@accord/server/store/Store';
import { inventedWattle } from '../lib/inventedWattle.ts';
import { agencyKeys, hubKeys, linkageSecret, openAgencies } from '../lib/openAgencies.ts';
import { clock, obedientAgency, openReplica, type Replica, until } from '../lib/replica.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import { tunnelProxy } from '../lib/tunnelProxy.ts';

// Behind a firewall there is often only one way out: a proxy that the environment names.

let server: TestServer;
let store: Store;
let hub: Replica;
let proxy: Awaited<ReturnType<typeof tunnelProxy>>;
const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]);
const before = new Map(names.map((name) => [name, process.env[name]]));

beforeAll(async () => {
  server = await testServer();
  store = await server.freshStore();
  const registered = await openAgencies([inventedWattle()], { store, way: 'CONNECTED', now: clock });
  for (const agency of registered.values()) await agency.close();
  hub = await openReplica(store);
  proxy = await tunnelProxy({ wants: 'wattle:secret' });
});
beforeEach(() => {
  for (const name of names) delete process.env[name];
});
afterAll(async () => {
  for (const [name, value] of before)
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  await hub?.close();
  await proxy?.close();
  await server?.stop();
});

async function dialled() {
  const agency = obedientAgency();
  const said: string[] = [];
  const line = await connectAgency(agency.http, {
    ...{ agency: 'wattle', hubUrls: [hub.url], agencyKey: agencyKeys.permit, clock, proxyFor, firstWaitMs: 60_000 },
    ...{ hubKey: (await readKeys(hubKeys)).publicJwk, tell: (sentence: string) => said.push(sentence) },
  });
  return {
    ...{ line, said },
    async end() {
      await line.stop();
      await agency.http.close();
      await until(() => !hub.connections.has('wattle'));
    },
  };
}

test('an agency dials through the proxy of its environment, and is asked over it', async () => {
  process.env.HTTP_PROXY = proxy.url;
  const { line, end } = await dialled();
  await line.connected;
  expect(proxy.asked).toEqual([new URL(hub.url).host]);
  expect(await hub.send('echo')).toEqual({ kind: 'ANSWERED', status: 200, body: 'echo' });
  await end();
});

test('a proxy that demands a name and a password says so, and neither is shown', async () => {
  process.env.HTTP_PROXY = proxy.url.replace('secret', 'guess');
  const { said, end } = await dialled();
  await until(() => said.length > 0);
  expect(said[0]).toContain(`The proxy ${new URL(proxy.url).host} asks for a name and a password`);
  expect(said[0]).not.toContain('guess');
  await end();
});

test('addresses in NO_PROXY are dialled directly; the kind of address decides which proxy is used', async () => {
  Object.assign(process.env, {
    HTTP_PROXY: 'http://one:1',
    HTTPS_PROXY: 'http://two:2',
    NO_PROXY: '.example.net,127.0.0.1',
  });
  expect(
    [
      'wss://hub.example.org',
      'https://hub.example.org',
      'http://hub.example.org',
      'wss://hub.example.net',
      hub.url,
    ].map(proxyFor),
  ).toEqual(['http://two:2', 'http://two:2', 'http://one:1', null, null]);
  const { line, end } = await dialled();
  await line.connected;
  await end();
  process.env.HTTPS_PROXY = 'socks5://name:secret@two:2';
  expect(() => proxyFor('https://hub.example.org')).toThrow(
    /^HTTPS_PROXY, .* is not the address of a proxy\. Set it to one such as/,
  );
});

test('a sync goes through the proxy too', async () => {
  process.env.HTTP_PROXY = proxy.url;
  const asked = proxy.asked.length;
  const settings = { hubUrl: hub.url, agencyKey: agencyKeys.permit, linkageSecret, keyEpoch: 1 };
  const linkage = { page: async () => [] };
  expect(await syncAgency({ ...inventedWattle(), linkage }, settings, { proxy: proxyFor(hub.url) })).toEqual({
    ...{ looked: 0, announced: 0, removed: 0 },
  });
  expect(proxy.asked.slice(asked)).toContain(new URL(hub.url).host);
});
