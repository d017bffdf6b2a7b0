import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { dialPath } from '@accord/contract/dial';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import { CallerFault } from '../../CallerFault.ts';
import type { HubKeys } from '../../keys.ts';
import { addressKey } from '../../limits/addressKey.ts';
import { Places } from '../../limits/Places.ts';
import { Turns } from '../../limits/Turns.ts';
import { withinTime } from '../../limits/withinTime.ts';
import type { Siblings } from '../../processes/Siblings.ts';
import type { Store } from '../../store/Store.ts';
import { admitDial } from './admitDial.ts';
import type { Connections } from './Connections.ts';
import { takeAsUsual } from './takeAsUsual.ts';

export type DoorParts = Readonly<{
  store: Pick<Store, 'agencies'>;
  keys: HubKeys;
  clock: () => Date;
  log: Logger;
  connections: Connections;
  /** The other processes of this hub, which may still be asking the agencies connected to this one. */
  siblings?: Pick<Siblings, 'allAnswered'>;
}>;

/** Dials a minute from one address, dials judged at once, and milliseconds to judge one. */
const [dialsPerMinute, dialsAtOnce, dialMs] = [120, 32, 5_000];
/** Largest WebSocket message from an agency, in bytes. */
const maxPayload = 4 * 1024 * 1024;

/**
 * The door for agencies that dial: `GET /agencies/connect`, a WebSocket, so that it passes through proxies and whatever
 * terminates TLS in front of the hub.
 *
 * A dial goes through the hub's ordinary routes first, and so through the limits of its address. Until its seal is found good,
 * only its headers are read from the socket, and only ordinary HTTP answers are written to it.
 */
export function serveConnections(http: FastifyInstance, parts: DoorParts): void {
  const { connections, log } = parts;
  const dials = new WeakMap<IncomingMessage, Readonly<{ socket: Duplex; head: Buffer }>>();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false, maxPayload });
  const turns = new Turns(dialsPerMinute);
  const places = new Places(dialsAtOnce);

  closeAfterTheLast(http, parts);

  http.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (!isDial(request)) return takeAsUsual(http.server, request, socket, head);
    dials.set(request, { socket, head });
    http.routing(request, answerOn(socket, request));
  });

  http.get(dialPath, async (request, reply) => {
    const { raw, ip, headers } = request;
    const dialled = dials.get(raw);
    if (!dialled)
      throw new CallerFault('ARGUMENT_REFUSED', 'Agencies connect here by WebSocket. Run `accord-agency connect`.');
    await turns.take(addressKey(ip));
    const { agency, dial } = await withinTime(dialMs, () =>
      places.during(() => admitDial(headers.authorization, parts, parts.clock())),
    ).catch((error: unknown) => {
      if (error instanceof CallerFault)
        log.warn({ code: error.faultCode }, 'a connection attempt by an agency was refused');
      throw error;
    });
    reply.hijack();
    const { socket, head } = dialled;
    reply.raw.detachSocket(reply.raw.socket ?? raw.socket);
    sockets.handleUpgrade(raw, socket, head, (opened) => {
      opened.on('error', () => opened.terminate());
      connections.take(dial, agency, opened).catch((err: unknown) => {
        log.error({ err, agency: agency.id }, 'a connection could not be accepted');
        opened.terminate();
      });
    });
  });
}

/** When the hub stops, the requests under way may still ask agencies; their connections are closed only after that. */
function closeAfterTheLast(http: FastifyInstance, { connections, siblings }: DoorParts): void {
  const running = new Set<object>();
  const onSocket = new WeakMap<Duplex, Set<object>>();
  let ended = (): void => {};
  const end = (answer: object): void => {
    running.delete(answer);
    if (running.size === 0) ended();
  };
  /** The answers under way on a socket. Where the caller has gone, those that waited behind another (pipelined) say nothing themselves. */
  const underWayOn = (socket: Duplex): Set<object> => {
    const known = onSocket.get(socket);
    if (known) return known;
    const answers = new Set<object>();
    onSocket.set(socket, answers);
    socket.once('close', () => answers.forEach(end));
    return answers;
  };
  http.addHook('onRequest', async ({ routeOptions, raw: { socket } }, { raw }) => {
    if (routeOptions.url === dialPath || socket.destroyed) return;
    running.add(raw);
    const answers = underWayOn(socket).add(raw);
    const isOver = (): void => {
      answers.delete(raw);
      end(raw);
    };
    // `close` comes without `finish` if the caller has gone.
    raw.once('finish', isOver);
    raw.once('close', isOver);
  });
  http.addHook('preClose', async () => {
    if (running.size > 0)
      await new Promise<void>((resolve) => {
        ended = resolve;
      });
    await siblings?.allAnswered();
    await connections.close();
  });
}

const isDial = ({ url, headers }: IncomingMessage): boolean =>
  url?.split('?', 1)[0] === dialPath && headers.upgrade?.toLowerCase() === 'websocket';

/** An ordinary HTTP answer on a socket that no longer belongs to the server; it ends the socket. */
function answerOn(socket: Duplex, request: IncomingMessage): ServerResponse {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(request.socket);
  response.on('finish', () => request.socket.destroySoon());
  socket.once('close', () => response.destroy());
  return response;
}
