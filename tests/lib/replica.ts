import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { contractDocument } from '@accord/contract/contractDocument';
import { dialsIn } from '@accord/contract/dialsIn';
import { mintPermit } from '@accord/contract/permit';
import { contractVersion } from '@accord/contract/subgraphs';
import { connectAgency } from '@accord/kit/connect/connectAgency';
import type { CompressAgencies } from '@accord/server/exchange/acceptFrom';
import type { Connections } from '@accord/server/exchange/connected/Connections';
import { openTransport } from '@accord/server/exchange/connected/openTransport';
import { serveConnections } from '@accord/server/exchange/connected/serveConnections';
import { serveRelay } from '@accord/server/exchange/connected/serveRelay';
import type { Incoming } from '@accord/server/exchange/Transport';
import { httpServer } from '@accord/server/http/httpServer';
import { type KeptKeys, readKeys } from '@accord/server/keys';
import { usualLimits } from '@accord/server/limits/Limits';
import type { Store } from '@accord/server/store/Store';
import fastify, { type FastifyInstance } from 'fastify';
import { print } from 'graphql';
import { pino } from 'pino';
import { freePort } from './freePort.ts';
import { agencyKeys, hubKeys } from './openAgencies.ts';
import { patienceMs } from './patience.ts';

/** A replica of the hub as agencies see it: its doors, and its way to them. What it answers to people does not matter here. */
export type Replica = Readonly<{
  url: string;
  connections: Connections;
  send(body: string, deadlineMs?: number, permit?: string): Promise<Incoming>;
  close(): Promise<void>;
}>;

export const clock = (): Date => new Date();
export const maxAnswerBytes = 1_000_000;

/** Opens a replica on a free port, where the others can reach it. */
export async function openReplica(
  store: Store,
  {
    pingMs = 5_000,
    compress = 'no',
    kept = hubKeys,
  }: Readonly<{ pingMs?: number; compress?: CompressAgencies; kept?: KeptKeys }> = {},
): Promise<Replica> {
  const keys = await readKeys(kept);
  const log = pino({ level: 'silent' });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { transport, connections } = openTransport({
    ...{ store, keys, log, clock, replicaUrl: url, connectionsPerAgency: 4, maxAnswerBytes, pingMs, compress },
  });
  const http = await httpServer({
    ...{ store, keys, clock, operations: [], limits: usualLimits, trustedProxies: ['127.0.0.1'] },
    logFault: () => '',
    answer: async () => ({ status: 200, body: '{"answered":true}' }),
    announced: () => {},
  });
  serveConnections(http, { store, keys, log, clock, connections });
  await serveRelay(http, { keys, clock, connections });
  await http.listen({ host: '127.0.0.1', port });
  return {
    url,
    connections,
    send: async (body, deadlineMs = patienceMs, permit) =>
      transport.send({
        ...{ agency: 'wattle', url: dialsIn, path: '/graphql', body, deadlineMs },
        permit: permit ?? (await permitFor(body, { kept })),
      }),
    async close() {
      await http.close();
      await transport.close();
    },
  };
}

/** A permit of the hub's for one request body. */
export async function permitFor(
  body: string,
  { agency = 'wattle', records = [] as readonly string[], kept = hubKeys } = {},
): Promise<string> {
  const { permit: key, kid } = await readKeys(kept);
  const requester = { user: 'mara', role: 'PRACTITIONER', agency: 'harbour', purpose: 'SERVICE_COORDINATION' };
  const releases = [{ records, categories: ['IDENTITY'] }];
  const now = Math.floor(Date.now() / 1000);
  return mintPermit({ requester, releases, figures: false }, { agency, body, key, kid, now, id: randomUUID() });
}

/**
 * A server in place of an agency that does as it is told: `echo …`, `hang`, `wait`, `big N`, `packed N`, `broken`, `accepts`.
 * `go` releases the requests that wait.
 */
export function obedientAgency(): Readonly<{ http: FastifyInstance; waiting: () => number; go: () => void }> {
  const http = fastify({ bodyLimit: 4 * 1024 * 1024, forceCloseConnections: 'idle' });
  const waiting = new Set<() => void>();
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  const sdl = print(contractDocument({ version: contractVersion, modules: [] }));
  http.get('/contract', async () => ({ agency: 'wattle', version: contractVersion, modules: [], sdl }));
  http.post('/graphql', async (request, reply) => {
    const body = String(request.body);
    const [word, argument = ''] = body.split(' ', 2);
    if (word === 'hang') return new Promise(() => {});
    if (word === 'wait') await new Promise<void>((resolve) => waiting.add(resolve));
    if (word === 'big') return 'x'.repeat(Number(argument));
    if (word === 'packed') return reply.header('content-encoding', 'gzip').send(gzipSync('x'.repeat(Number(argument))));
    if (word === 'broken') return reply.header('content-encoding', 'gzip').send('x');
    if (word === 'accepts') return String(request.headers['accept-encoding']);
    if (word === 'length') return String(body.length);
    if (word === 'permit') return String(request.headers.authorization?.length);
    return body;
  });
  return {
    http,
    waiting: () => waiting.size,
    go() {
      for (const resolve of waiting) resolve();
      waiting.clear();
    },
  };
}

/** Has Wattle dial these replicas, and waits until it is connected to all of them. */
export async function dialAs(
  http: FastifyInstance,
  hubUrls: readonly string[],
  { pingMs = 5_000, kept = hubKeys } = {},
) {
  const { publicJwk } = await readKeys(kept);
  const line = await connectAgency(http, {
    ...{ agency: 'wattle', hubUrls, hubKey: publicJwk, agencyKey: agencyKeys.permit, clock },
    ...{ tell: () => {}, firstWaitMs: 20, pingMs },
  });
  await line.connected;
  return line;
}

/** Polls until the condition holds; only the test's own time limit ends it. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}
