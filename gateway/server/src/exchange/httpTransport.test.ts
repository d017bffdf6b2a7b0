import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpTransport } from './httpTransport.ts';
import type { Transport } from './Transport.ts';

let server: Server;
let transport: Transport;
let cut = 0;

async function agencyThat(answers: RequestListener): Promise<string> {
  server = createServer(answers).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
const send = (url: string, deadlineMs = 1_000) =>
  transport.send({ agency: 'wattle', url, path: '/graphql', body: '{}', permit: 'a.b.c', deadlineMs });

beforeEach(() => {
  transport = httpTransport({ connectionsPerAgency: 2, maxAnswerBytes: 1_000 });
});
afterEach(async () => {
  await transport.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('an answer comes back with its status', async () => {
  const url = await agencyThat((_request, response) => response.writeHead(200).end('{"data":1}'));
  expect(await send(url)).toEqual({ kind: 'ANSWERED', status: 200, body: '{"data":1}' });
});

test('an agency that never answers is given up at the deadline, and its connection is cut', async () => {
  cut = 0;
  const url = await agencyThat((request) => {
    request.socket.once('close', () => {
      cut += 1;
    });
  });
  expect(await send(url, 150)).toEqual({ kind: 'TIMED_OUT' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(cut).toBe(1);
});

test('half an answer is no answer', async () => {
  const url = await agencyThat((_request, response) => response.writeHead(200).write('{"data":'));
  expect(await send(url, 150)).toEqual({ kind: 'TIMED_OUT' });
});

test('a connection that breaks off is an agency that cannot be reached', async () => {
  const url = await agencyThat((request) => request.socket.destroy());
  expect(await send(url)).toEqual({ kind: 'UNREACHABLE' });
});

test('an answer over the limit is dropped as it comes', async () => {
  const url = await agencyThat((_request, response) => response.writeHead(200).end('x'.repeat(5_000)));
  expect(await send(url)).toEqual({ kind: 'TOO_LARGE' });
});
