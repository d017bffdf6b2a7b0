import { createConnection } from 'node:net';
import fastify from 'fastify';
import { pino } from 'pino';
import { createKeys, readKeys } from '../../keys.ts';
import { Connections } from './Connections.ts';
import { serveConnections } from './serveConnections.ts';

test('the hub stops though a caller has gone who offered another protocol with questions one behind the other', async () => {
  const http = fastify();
  let closed = 0;
  const connections = Object.assign(Object.create(Connections.prototype), {
    close: async () => {
      closed += 1;
    },
  });
  serveConnections(http, {
    ...{ store: { agencies: JSON.parse('{}') }, keys: await readKeys(await createKeys()), clock: () => new Date() },
    ...{ log: pino({ level: 'silent' }), connections },
  });
  let answerFirst = (): void => {};
  http.get(
    '/first',
    () =>
      new Promise<string>((resolve) => {
        answerFirst = () => resolve('1');
      }),
  );
  const hasCome = new Promise<void>((resolve) => {
    http.get('/next', async () => {
      setImmediate(resolve);
      return '2';
    });
  });
  const { port } = new URL(await http.listen({ host: '127.0.0.1', port: 0 }));
  const socket = createConnection({ host: '127.0.0.1', port: Number(port) });
  const offered = 'HTTP/1.1\r\nhost: h\r\nconnection: Upgrade\r\nupgrade: h2c\r\n\r\n';
  socket.write(`GET /first ${offered}GET /next ${offered}`);
  await hasCome;
  const left = new Promise((resolve) => socket.once('close', resolve));
  socket.resetAndDestroy();
  await left;
  answerFirst();
  await http.close();
  expect(closed).toBe(1);
});
