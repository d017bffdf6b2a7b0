// `npm run bench -- connected [--quick]`: compares a request to an agency over the connection it dialled with one over HTTP keep-alive.
// Hub, agency and network are on this machine. The agency always answers the same 4 KiB at once, so that only the transport is measured.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { dialPath } from '@accord/contract/dial';
import { connectAgency } from '@accord/kit/connect/connectAgency';
import { Connections } from '@accord/server/exchange/connected/Connections';
import { httpTransport } from '@accord/server/exchange/httpTransport';
import { createKeys, readKeys } from '@accord/server/keys';
import fastify from 'fastify';
import { pino } from 'pino';
import { WebSocketServer } from 'ws';

const [rounds, questions] = process.argv.includes('--quick') ? [3, 300] : [7, 2_000];
const maxAnswerBytes = 1_000_000;
const kept = await createKeys();
const { publicJwk } = await readKeys(kept);
const app = fastify();
const text = 'x'.repeat(4_096);
app.post('/graphql', async () => text);
const url = await app.listen({ host: '127.0.0.1', port: 0 });

const row = { id: 'a', state: 'ACTIVE', url: 'connect:', publicKey: publicJwk };
const store = {
  agencies: { all: async () => [row], observe: async () => {} },
  connections: { put: async () => true, seen: async () => {}, end: async () => {}, replicasOf: async () => [] },
};
const connections = new Connections({
  ...{ store, log: pino({ level: 'silent' }), replicaUrl: null, limits: { maxAnswerBytes, pingMs: 5_000 } },
  ...{
    clock: () => new Date(),
    inspect: async () => ({ kind: 'FIT', contractVersion: '1.1', modules: [], knocked: false }),
  },
});
const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
const sockets = new WebSocketServer({ server, path: dialPath, perMessageDeflate: false });
sockets.on('connection', (socket) => connections.take({ agency: 'a', program: 'p', id: 'i' }, row, socket));
const line = await connectAgency(app, {
  ...{ agency: 'a', hubUrls: [`http://127.0.0.1:${server.address().port}`], hubKey: publicJwk, agencyKey: kept.permit },
  ...{ clock: () => new Date(), tell: () => {} },
});
while (!connections.has('a')) await wait(10);
const direct = httpTransport({ connectionsPerAgency: 32, maxAnswerBytes });
const message = {
  agency: 'a',
  path: '/graphql',
  body: '{}'.padEnd(1_000),
  permit: 'x'.repeat(900),
  deadlineMs: 10_000,
};
const ways = {
  http: () => direct.send({ ...message, url }),
  dialled: () => connections.send({ ...message, url: row.url }),
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
console.log(
  `Node ${process.version}; ${rounds} rounds of ${questions} questions a way, in turn; medians of the rounds\n`,
);
for (const atOnce of [1, 16]) {
  const taken = { http: [], dialled: [] };
  for (let round = -1; round < rounds; round += 1)
    for (const [way, send] of Object.entries(ways)) {
      const each = await ask(send, atOnce);
      if (round >= 0) taken[way].push(median(each));
    }
  const [http, dialled] = [median(taken.http), median(taken.dialled)];
  const figures = `HTTP ${http.toFixed(2)} ms, dialled ${dialled.toFixed(2)} ms, ratio ${(dialled / http).toFixed(2)}`;
  console.log(`${String(atOnce).padStart(2)} at a time: median latency ${figures}`);
}
await line.stop();
await connections.close();
await direct.close();
await app.close();
server.close();

async function ask(send, atOnce) {
  const times = [];
  let left = questions;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        const began = performance.now();
        const { kind } = await send();
        if (kind !== 'ANSWERED') throw new Error(kind);
        times.push(performance.now() - began);
      }
    }),
  );
  return times;
}
