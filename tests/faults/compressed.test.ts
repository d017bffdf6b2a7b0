import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { many } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import type { CompressAgencies } from '@accord/server/exchange/acceptFrom';
import type { Transport } from '@accord/server/exchange/Transport';
import { openPartnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// Agencies' answers with gzip, through a whole hub: what is disclosed stays the same, and an agency that compresses badly harms
// only itself.

const now = () => new Date('2026-11-21T23:00:00Z');
let server: TestServer;
let evil: Server;
let sends: Buffer;

beforeAll(async () => {
  server = await testServer();
  evil = createServer((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(sends));
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  evil?.closeAllConnections();
  await new Promise((resolve) => evil.close(resolve));
  await server?.stop();
});

const visits = table({
  rows: async (numbers) =>
    numbers.includes('1') ? Array.from({ length: 100 }, (_, n) => ({ client: '1', id: n + 1 })) : [],
  of: ({ client }) => client,
});
const mappings = ['harbour', 'wattle'].map((id) =>
  smallAgency(id, {
    notes: many(visits, (visit) => ({
      ...{ id: visit.id, about: ['SERVICE_USE'], writtenOn: '2026-03-01' },
      text: `Came to the office of ${id}, visit ${visit.id}.`,
    })),
  }),
);
const query = '{ client(id: "ada") { records { identity { name { family } } notes(first: 100) { text } } } }';

/** Asks about somebody whom both agencies know. `bytes`: how much the agencies sent for it. */
async function askWith(compress: CompressAgencies, disturb = (transport: Transport) => transport) {
  const store = await server.freshStore();
  const partnership = await openPartnership({ ...{ store, mappings, way: 'HTTP', now, compress, disturb } });
  await putOnFile(store, {
    people: { ada: { harbour: 1, wattle: 1 } },
    consents: [
      {
        id: 'c1',
        subject: 'ada',
        rule: { except: [{ agencies: ['harbour'], categories: ['SERVICE_USE', 'IDENTITY'] }] },
      },
    ],
  });
  const sockets: Socket[] = [];
  for (const { server } of partnership.agencies.values()) server.on('connection', (socket) => sockets.push(socket));
  const { status, body } = await partnership.ask({ as: 'mara', query });
  const logged = partnership.logged();
  const bytes = sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
  await partnership.close();
  return { status, body, bytes, logged };
}

test('an answer is byte for byte the same, whether or not agencies compress theirs', async () => {
  const plain = await askWith('no');
  const under = await askWith('yes');
  expect(plain.status).toBe(200);
  expect(plain.body).toContain('Came to the office of wattle, visit 100.');
  expect(under.body).toBe(plain.body);
  expect(under.bytes).toBeLessThan(plain.bytes / 3);
});

test.each<readonly [string, Buffer, string]>([
  ['few bytes that would fill the memory', gzipSync(Buffer.alloc(50_000_000, 'x')), 'INVALID'],
  ['what is no gzip', Buffer.from('{"data":{"_entities":[]}}'), 'UNREACHABLE'],
  ['half of it', gzipSync(`{"data":{"_entities":[${'{},'.repeat(2_000)}]}}`).subarray(0, 30), 'UNREACHABLE'],
])('an agency that sends %s costs nobody else an answer', async (_what, bytes, state) => {
  sends = bytes;
  const { port } = evil.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const { status, body, logged } = await askWith('yes', (transport) => ({
    ...transport,
    send: (outgoing) => transport.send(outgoing.agency === 'wattle' ? { ...outgoing, url } : outgoing),
  }));
  expect(status).toBe(200);
  expect(body).toContain('Came to the office of harbour, visit 100.');
  expect(JSON.parse(body).extensions.sources).toEqual([{ agency: { id: 'wattle', name: 'Wattle' }, state }]);
  expect(logged).toBe('');
});
