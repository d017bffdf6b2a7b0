import { randomUUID } from 'node:crypto';
import { createServer, request as httpRequest } from 'node:http';
import { createConnection } from 'node:net';
import { dialPath, sealDial } from '@accord/contract/dial';
import { seal, signingKey } from '@accord/contract/permit';
import { exchangeKeyOf, freshExchangeKey } from '@accord/contract/permitKey';
import { socketOver } from '@accord/contract/socketOver';
import { answerOver } from '@accord/kit/connect/answerOver';
import { dial } from '@accord/kit/connect/dial';
import { signPermitsWith } from '@accord/server/exchange/signPermit';
import { createKeys, type KeptKeys, readKeys, withNext, withNextInPlace } from '@accord/server/keys';
import type { Store } from '@accord/server/store/Store';
import type { FastifyInstance } from 'fastify';
import { inventedWattle } from '../lib/inventedWattle.ts';
import { agencyKeys, hubKeys, openAgencies } from '../lib/openAgencies.ts';
import {
  clock,
  dialAs,
  maxAnswerBytes,
  obedientAgency,
  openReplica,
  permitFor,
  type Replica,
  until,
} from '../lib/replica.ts';
import { silentNetwork } from '../lib/silentNetwork.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// What an agency that dials the hub, and the hub itself, may rely on: who may connect, what a connection carries, and how it
// ends. Two replicas of the hub share one database.

let server: TestServer;
let store: Store;
let registered: ReadonlyMap<string, FastifyInstance>;
let hub: Replica;
let other: Replica;
const ended: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  server = await testServer();
  store = await server.freshStore();
  const mappings = ['wattle', 'harbour'].map((id) => ({ ...inventedWattle(), id }));
  registered = await openAgencies(mappings, { store, way: 'CONNECTED', now: clock });
  hub = await openReplica(store);
  other = await openReplica(store);
});
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
  await until(() => !hub.connections.has('wattle') && !other.connections.has('wattle'));
});
afterAll(async () => {
  await other?.close();
  await hub?.close();
  for (const agency of registered.values()) await agency.close();
  await server?.stop();
});

/** An obedient Wattle that is connected to these hubs. */
async function connected(hubUrls = [hub.url], settings = {}) {
  const agency = obedientAgency();
  ended.push(() => agency.http.close());
  const line = await dialAs(agency.http, hubUrls, settings);
  ended.push(line.stop);
  return { ...agency, line };
}
const answered = (body: string) => ({ kind: 'ANSWERED', status: 200, body });

/** Dials by hand. Returns the response as text, empty if the hub opened a WebSocket. */
async function dialBy(authorization: string | undefined, url = hub.url): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...{ connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
      ...{ 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', ...(authorization !== undefined && { authorization }) },
    };
    const request = httpRequest(`${url}${dialPath}`, { headers });
    request.on('upgrade', (_response, socket) => {
      socket.destroy();
      resolve({ status: 101, body: '' });
    });
    request.on('response', async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode ?? 0, body });
    });
    request.on('error', reject);
    request.end();
  });
}

async function sealedDial({
  agency = 'wattle',
  key = agencyKeys.permit,
  hubJwk = undefined as object | undefined,
  secondsAgo = 0,
} = {}) {
  const { publicJwk } = await readKeys(hubKeys);
  return `Bearer ${await sealDial(
    { agency, program: randomUUID(), id: randomUUID() },
    { hub: hubJwk ?? publicJwk, key: await signingKey(key), now: Math.floor(Date.now() / 1000) - secondsAgo },
  )}`;
}

test('a good seal opens a connection', async () => {
  expect(await dialBy(await sealedDial())).toEqual({ status: 101, body: '' });
});

test('whatever is wrong with a seal, the refusal is the same, and nothing else is said on the socket', async () => {
  const forger = await createKeys();
  const rightKey = await signingKey(agencyKeys.permit);
  const once = await sealedDial();
  expect((await dialBy(once)).status).toBe(101);
  await store.agencies.setState('harbour', 'SUSPENDED');
  const listening = (await store.agencies.all()).find(({ id }) => id === 'wattle');
  if (listening) await store.agencies.upsert({ ...listening, id: 'kestrel', url: 'http://127.0.0.1:9' });
  const refused = {
    nothing: undefined,
    'no token': 'Bearer x',
    'another key': await sealedDial({ key: forger.permit }),
    'another agency, by a key that is not its own': await sealedDial({ agency: 'harbour', key: forger.permit }),
    'an agency nobody knows': await sealedDial({ agency: 'nobody' }),
    'an agency that is suspended': await sealedDial({ agency: 'harbour' }),
    'an agency that has an address': await sealedDial({ agency: 'kestrel' }),
    'another hub': await sealedDial({ hubJwk: (await readKeys(forger)).publicJwk }),
    'an hour ago': await sealedDial({ secondsAgo: 3_600 }),
    'the future': await sealedDial({ secondsAgo: -3_600 }),
    'a seal of a batch': `Bearer ${await seal({ agency: 'wattle', body: '', key: rightKey, now: Math.floor(Date.now() / 1000) })}`,
    'a dial that came before': once,
  };
  const answers = new Map<string, string>();
  for (const [what, authorization] of Object.entries(refused))
    answers.set(what, JSON.stringify(await dialBy(authorization)));
  // The same holds at another replica.
  answers.set('a dial that came before, elsewhere', JSON.stringify(await dialBy(once, other.url)));
  await store.agencies.setState('harbour', 'ACTIVE');
  expect(new Set(answers.values()).size).toBe(1);
  expect(answers.get('nothing')).toContain('TOKEN_REFUSED');
});

test('an agency that is suspended is disconnected with the next question, and may reconnect afterwards', async () => {
  await connected();
  expect(await hub.send('echo')).toEqual(answered('echo'));
  await store.agencies.setState('wattle', 'SUSPENDED');
  hub.connections.heed(await store.agencies.all());
  await until(() => !hub.connections.has('wattle'));
  expect((await dialBy(await sealedDial())).status).toBe(401);
  await store.agencies.setState('wattle', 'ACTIVE');
  await until(() => hub.connections.has('wattle'));
  expect(await hub.send('echo')).toEqual(answered('echo'));
});

test('two hundred questions go over one connection at a time, each with its own answer', async () => {
  const { waiting, go } = await connected();
  const bodies = Array.from({ length: 200 }, (_, index) => `wait ${index}`);
  const asked = bodies.map((body) => hub.send(body, 20_000));
  await until(() => waiting() === 200);
  go();
  expect(await Promise.all(asked)).toEqual(bodies.map(answered));
});

test('a question that hangs is given up at its deadline and blocks nobody', async () => {
  await connected();
  const hung = Array.from({ length: 20 }, () => hub.send('hang', 400));
  expect(await hub.send('echo')).toEqual(answered('echo'));
  expect(await Promise.all(hung)).toEqual(hung.map(() => ({ kind: 'TIMED_OUT' })));
  expect(await hub.send('echo')).toEqual(answered('echo'));
});

test('questions and answers arrive complete up to their limits; an answer over its limit is dropped', async () => {
  await connected();
  expect(await hub.send(`big ${maxAnswerBytes}`)).toEqual(answered('x'.repeat(maxAnswerBytes)));
  expect(await hub.send(`big ${maxAnswerBytes + 1}`)).toEqual({ kind: 'TOO_LARGE' });
  const most = 4 * 1024 * 1024;
  expect(await hub.send('length '.padEnd(most, 'x'))).toEqual(answered(String(most)));
  expect(await hub.send('length '.padEnd(most + 1, 'x'))).toMatchObject({ kind: 'ANSWERED', status: 413 });
  expect(await hub.send('echo')).toEqual(answered('echo'));
});

test('over a connection too, gzipped answers are unpacked up to the limit, and a broken one is no answer', async () => {
  await connected();
  // A request that one replica passes on to the other, too.
  for (const replica of [hub, other]) {
    expect(await replica.send(`packed ${maxAnswerBytes}`)).toEqual(answered('x'.repeat(maxAnswerBytes)));
    expect(await replica.send(`packed ${maxAnswerBytes + 1}`)).toEqual({ kind: 'TOO_LARGE' });
    expect(await replica.send('broken')).toEqual({ kind: 'UNREACHABLE' });
    expect(await replica.send('echo')).toEqual(answered('echo'));
  }
});

test('an agency that dials is asked for compressed answers unless the operator says no', async () => {
  const told: unknown[] = [];
  for (const compress of ['no', 'auto', 'yes'] as const) {
    const asking = await openReplica(store, { compress });
    const { http, line } = await connected([asking.url]);
    told.push(await asking.send('accepts'));
    await line.stop();
    await http.close();
    await asking.close();
  }
  expect(told).toEqual([answered('undefined'), answered('gzip'), answered('gzip')]);
});

test('a permit of half a megabyte arrives complete', async () => {
  await connected();
  const records = Array.from({ length: 35_000 }, (_, n) => String(1_000_000 + n));
  const permit = await permitFor('permit', { records });
  expect(permit.length).toBeGreaterThan(400_000);
  expect(await hub.send('permit', 5_000, permit)).toEqual(answered(String(permit.length + 'Bearer '.length)));
});

test('an agency that stops answers what it was already asked, and accepts nothing more', async () => {
  const { line, waiting, go } = await connected();
  const asked = hub.send('wait');
  await until(() => waiting() === 1);
  const stopped = line.stop();
  await until(() => !hub.connections.has('wattle'));
  expect(await hub.send('echo')).toEqual({ kind: 'UNREACHABLE' });
  go();
  expect(await asked).toEqual(answered('wait'));
  await stopped;
});

test('a hub that stops waits for answers to what it already asked', async () => {
  const third = await openReplica(store);
  const { waiting, go } = await connected([third.url]);
  const asked = third.send('wait');
  await until(() => waiting() === 1);
  const closed = third.close();
  setTimeout(go, 100);
  expect(await asked).toEqual(answered('wait'));
  await closed;
});

test('two programs of one agency are both asked', async () => {
  const one = await connected();
  const two = await connected();
  const asked = [hub.send('wait'), hub.send('wait')];
  await until(() => one.waiting() === 1 && two.waiting() === 1);
  one.go();
  two.go();
  expect(await Promise.all(asked)).toEqual([answered('wait'), answered('wait')]);
});

/** Opens a connection by hand, as a program of Wattle's does, so that one program can dial twice. */
async function programDials(program: string = randomUUID()) {
  const agency = obedientAgency();
  await agency.http.ready();
  const { publicJwk } = await readKeys(hubKeys);
  const dialled = await dial({
    ...{ agency: 'wattle', program, hubUrl: hub.url, hubKey: publicJwk, key: await signingKey(agencyKeys.permit) },
    ...{ now: clock(), proxy: null, signal: new AbortController().signal },
  });
  if (dialled.kind !== 'CONNECTED') throw new Error(dialled.why);
  const session = answerOver(await socketOver(dialled.line), agency.http);
  let isClosed = false;
  session.once('close', () => {
    isClosed = true;
    dialled.socket.terminate();
  });
  ended.push(async () => {
    dialled.socket.terminate();
    await agency.http.close();
  });
  await new Promise((resolve) => session.once('ping', resolve));
  return { ...agency, isClosed: () => isClosed };
}

test('a program that dials again takes its own place: the old connection answers what it was asked, and closes', async () => {
  const program = randomUUID();
  const old = await programDials(program);
  const asked = hub.send('wait');
  await until(() => old.waiting() === 1);
  const anew = await programDials(program);
  const next = hub.send('wait');
  await until(() => anew.waiting() === 1);
  expect([old.waiting(), old.isClosed()]).toEqual([1, false]);
  old.go();
  anew.go();
  expect(await Promise.all([asked, next])).toEqual([answered('wait'), answered('wait')]);
  await until(old.isClosed);
  expect(anew.isClosed()).toBe(false);
});

test('if nine programs of an agency dial, eight stay connected: the earliest is disconnected', async () => {
  const programs = [];
  for (let n = 1; n <= 9; n += 1) programs.push(await programDials());
  const [first, ...rest] = programs;
  await until(() => first?.isClosed() ?? false);
  expect(rest.map(({ isClosed }) => isClosed())).toEqual(rest.map(() => false));
  expect(await hub.send('echo')).toEqual(answered('echo'));
});

test('an agency that is told the addresses of both replicas is connected to both', async () => {
  await connected([hub.url, other.url]);
  expect([hub.connections.has('wattle'), other.connections.has('wattle')]).toEqual([true, true]);
  expect([await hub.send('echo'), await other.send('echo')]).toEqual([answered('echo'), answered('echo')]);
});

test('what is asked at one replica reaches the agency that is connected to another', async () => {
  await connected();
  expect(await other.send('echo')).toEqual(answered('echo'));
  expect(await other.send('hang', 300)).toEqual({ kind: 'TIMED_OUT' });
  expect(await other.send(`big ${maxAnswerBytes + 1}`)).toEqual({ kind: 'TOO_LARGE' });
});

test('a replica passes on what the hub permitted, and nothing else', async () => {
  await connected();
  const permits = {
    'for another agency': await permitFor('echo', { agency: 'harbour' }),
    'for another body': await permitFor('echo other'),
    none: 'a.b.c',
  };
  for (const [what, permit] of Object.entries(permits))
    expect([what, await other.send('echo', 1_000, permit)]).toEqual([what, { kind: 'UNREACHABLE' }]);
  const message = JSON.stringify({
    path: '/graphql',
    permit: await permitFor('echo'),
    deadlineMs: 1_000,
    body: 'echo',
  });
  for (const authorization of ['', `Bearer ${await permitFor('echo')}`, await sealedDial()]) {
    const { status } = await fetch(`${hub.url}/agencies/relay/wattle`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: message },
    });
    expect(status).toBe(401);
  }
});

/** Like `permitFor`, under a key agreed with the agency, from the replica that has these keys. */
async function permitUnderAgreedKey(body: string, kept: KeptKeys): Promise<string> {
  const { permit: key, kid, secret } = await readKeys(kept);
  const requester = { user: 'mara', role: 'PRACTITIONER', agency: 'harbour', purpose: 'SERVICE_COORDINATION' };
  return signPermitsWith(
    key,
    kid,
    exchangeKeyOf(secret),
  )({
    ...{ agency: 'wattle', body, id: randomUUID(), now: clock(), theirs: freshExchangeKey().publicKey },
    permit: { requester, releases: [], figures: false },
  });
}

test('while the signing key is being replaced, a replica passes on what a replica with the other key permitted', async () => {
  const before = await withNext(hubKeys);
  const after = withNextInPlace(before);
  const [one, two] = [await openReplica(store, { kept: before }), await openReplica(store, { kept: after })];
  ended.push(one.close, two.close);
  for (const [held, asked, kept] of [
    [one, two, before],
    [two, one, after],
  ] as const) {
    const agency = obedientAgency();
    const line = await dialAs(agency.http, [held.url], { kept });
    ended.push(() => agency.http.close(), line.stop);
    expect(asked.connections.has('wattle')).toBe(false);
    expect(await asked.send('echo')).toEqual(answered('echo'));
    const agreed = await permitUnderAgreedKey('echo', asked === one ? before : after);
    expect(await asked.send('echo', 5_000, agreed)).toEqual(answered('echo'));
    await line.stop();
    await until(() => !held.connections.has('wattle'));
  }
});

test('the hub drops a connection that falls silent, even though nothing announces it', async () => {
  const network = await silentNetwork(() => Number(new URL(watchful.url).port));
  const watchful = await openReplica(store, { pingMs: 200 });
  await connected([`http://127.0.0.1:${network.port}`], { pingMs: 60_000 });
  expect(await watchful.send('echo')).toEqual(answered('echo'));
  network.silence();
  await until(() => !watchful.connections.has('wattle'));
  await network.close();
  await watchful.close();
});

test('bytes that arrive on a socket before its seal is checked are neither answered nor kept', async () => {
  const { hostname, port } = new URL(hub.url);
  const socket = createConnection({ host: hostname, port: Number(port) });
  let said = '';
  socket.on('data', (chunk) => {
    said += chunk;
  });
  const over = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => {});
  socket.write(
    `GET ${dialPath} HTTP/1.1\r\nhost: h\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nauthorization: Bearer x\r\n\r\n${'x'.repeat(200_000)}`,
  );
  await over;
  // At most one ordinary response; it may be missing if the rest of the request cut it off.
  expect(said).toMatch(/^(HTTP\/1\.1 401 |$)/);
  expect(said.match(/HTTP\/1\.1/g)?.length ?? 0).toBeLessThan(2);
});

test('a caller that offers another protocol with an ordinary question is answered in the protocol it speaks', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const body = JSON.stringify({ query: '{ me { id } }', variables: { padding: 'x'.repeat(50_000) } });
    const request = httpRequest(`${hub.url}/graphql`, {
      ...{ method: 'POST' },
      headers: {
        ...{ connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQAAP__' },
        ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
    });
    request.on('response', async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve(text);
    });
    request.on('error', reject);
    request.end(body);
  });
  expect(answer).toBe('{"answered":true}');
});

test('a caller that offers it over and over on one connection is answered, and disconnected', async () => {
  const offer = 'GET /health HTTP/1.1\r\nhost: h\r\nconnection: Upgrade\r\nupgrade: h2c\r\n\r\n';
  const { hostname, port } = new URL(hub.url);
  const socket = createConnection({ host: hostname, port: Number(port) });
  let said = '';
  socket.on('data', (chunk) => {
    if (said.length + chunk.length < 10_000) socket.write(offer);
    said += chunk;
  });
  socket.on('error', () => {});
  const over = new Promise((resolve) => socket.once('close', resolve));
  socket.write(offer);
  await over;
  expect(said.match(/^connection: .*$/gim)).toEqual(['Connection: keep-alive', 'Connection: close']);
});

test('one address may dial only so often a minute, and the proxy in front of it is trusted to name it', async () => {
  const from = (address: string) =>
    new Promise<number>((resolve, reject) => {
      const headers = {
        ...{ connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'x-forwarded-for': address },
        ...{ 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', authorization: 'Bearer x' },
      };
      const request = httpRequest(`${other.url}${dialPath}`, { headers });
      request.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.on('error', reject);
      request.end();
    });
  const statuses = new Set<number>();
  for (let n = 0; n < 125; n += 1) statuses.add(await from('192.0.2.1'));
  expect([...statuses]).toEqual([401, 429]);
  expect(await from('192.0.2.2')).toBe(401);
});

test('an address that is not a hub is dialled again and again, and reported in one sentence', async () => {
  const wrong = createServer((_request, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
  await new Promise((resolve) => wrong.once('listening', resolve));
  ended.push(() => new Promise((resolve) => wrong.close(resolve)));
  const address = wrong.address();
  const hubUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const { publicJwk } = await readKeys(hubKeys);
  const { connectAgency } = await import('@accord/kit/connect/connectAgency');
  const agency = obedientAgency();
  ended.push(() => agency.http.close());
  const said: string[] = [];
  const line = await connectAgency(agency.http, {
    ...{ agency: 'wattle', hubUrls: [hubUrl, 'http://127.0.0.1:9'], hubKey: publicJwk, agencyKey: agencyKeys.permit },
    ...{ clock, tell: (sentence: string) => said.push(sentence), firstWaitMs: 10 },
  });
  await until(() => said.length > 4);
  await line.stop();
  for (const sentence of said)
    expect(sentence).toMatch(
      /^(What answers at http:\S+ does not accept connections from agencies\. Check that ACCORD_HUB_URL is the hub's address\.|No hub answers at http:\S+: .+) Reconnecting in [\d.]+ s\.$/,
    );
});
