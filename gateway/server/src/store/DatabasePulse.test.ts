import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabasePulse } from './DatabasePulse.ts';

// Somebody takes connections in the database's place and says nothing.

const log = { error: () => undefined, info: () => undefined };
const sockets: Socket[] = [];
let silent: Server;
let url: string;

beforeAll(async () => {
  silent = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const at = silent.address();
  url = `postgresql://accord@127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}/accord`;
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  silent.close();
});

test.each([
  ['until it has answered once, it has as long as dialling may take', {}, false],
  ['after that it is silent', { firstMs: 100 }, true],
])('a database that says nothing: %s', async (_rule, first, fell) => {
  let silences = 0;
  const pulse = new DatabasePulse({ url, log, everyMs: 10, silentMs: 50, ...first }, () => {
    silences += 1;
  });
  await sleep(600);
  expect([pulse.isReached, silences > 0]).toEqual([!fell, fell]);
  await pulse.stop();
});
