import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readDial } from '@accord/contract/dial';
import { fastify } from 'fastify';
import { exportJWK, generateKeyPair } from 'jose';
import { WebSocketServer } from 'ws';
import { keyPair } from '../../tests/inventedAgency.ts';
import { connectAgency } from './connectAgency.ts';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

test('while one hub key replaces another, the hub is dialled under each until it accepts one', async () => {
  const [before, after] = [await keyPair(), await keyPair()];
  const own = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  // A hub that has the new key only.
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer();
  const judged: boolean[] = [];
  const taken = new Promise<void>((resolve) => {
    server.on('upgrade', async (request, socket, head) => {
      const token = (request.headers.authorization ?? '').replace('Bearer ', '');
      const against = { agency: 'wattle', hub: after.jwk, key: own.publicKey, now: new Date() };
      const isGood = await readDial(token, against).then(
        () => true,
        () => false,
      );
      judged.push(isGood);
      if (!isGood) return socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
      sockets.handleUpgrade(request, socket, head, () => resolve());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ended.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const { port } = server.address() as AddressInfo;
  const http = fastify();
  const line = await connectAgency(http, {
    ...{ agency: 'wattle', hubUrls: [`http://127.0.0.1:${port}`], hubKey: [before.jwk, after.jwk] },
    ...{ agencyKey: await exportJWK(own.privateKey), clock: () => new Date(), tell: () => {}, firstWaitMs: 10 },
  });
  ended.push(
    () => http.close(),
    line.stop,
    () => {
      for (const socket of sockets.clients) socket.terminate();
    },
  );
  await taken;
  expect(judged).toEqual([false, true]);
});

test.each(['86400', '1e9', '1e300'])(
  'whoever answers in the hub’s place keeps an agency away for two minutes at most, and says %s',
  async (seconds) => {
    const server = createServer().listen(0, '127.0.0.1');
    server.on('upgrade', (_request, socket) =>
      socket.end(`HTTP/1.1 503 Service Unavailable\r\nretry-after: ${seconds}\r\nconnection: close\r\n\r\n`),
    );
    await new Promise<void>((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const own = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const http = fastify();
    let tell = (_sentence: string): void => {};
    const said = new Promise<string>((resolve) => {
      tell = resolve;
    });
    const line = await connectAgency(http, {
      ...{ agency: 'wattle', hubUrls: [`http://127.0.0.1:${port}`], hubKey: (await keyPair()).jwk, tell },
      ...{ agencyKey: await exportJWK(own.privateKey), clock: () => new Date(), firstWaitMs: 10 },
    });
    ended.push(
      () => server.close(),
      () => http.close(),
      line.stop,
    );
    expect(await said).toMatch(/ Reconnecting in 120\.0 s\.$/);
  },
);
