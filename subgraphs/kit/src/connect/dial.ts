import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { dialPath, sealDial } from '@accord/contract/dial';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { CryptoKey, JWK } from 'jose';
import { createWebSocketStream, WebSocket } from 'ws';
import { hostOf } from './proxyFor.ts';

/** Whom an agency dials, and as whom. */
export type Dialling = Readonly<{
  agency: string;
  /** This running program, among others of the same agency. */
  program: string;
  /** The hub's address, `https:` or `wss:`. */
  hubUrl: string;
  hubKey: JWK;
  key: CryptoKey;
  now: Date;
  /** The proxy to go through; null where there is none. */
  proxy: string | null;
  /** Gives it up. */
  signal: AbortSignal;
}>;

/** What came of it. `why` is one sentence for the agency's log. */
export type Dialled =
  | Readonly<{ kind: 'CONNECTED'; socket: WebSocket; line: Duplex }>
  | Readonly<{ kind: 'FAILED'; why: string; waitMs: number | null }>;

/** Time for the hub to take it, in milliseconds, and bytes of one piece of what the hub sends. */
const [handshakeTimeout, maxPayload] = [10_000, 4 * 1024 * 1024];

/** Dials the hub once. Never rejects for the hub's or the network's sake. */
export async function dial({ agency, program, hubUrl, hubKey, key, now, proxy, signal }: Dialling): Promise<Dialled> {
  const seal = await sealDial(
    { agency, program, id: randomUUID() },
    { hub: hubKey, key, now: Math.floor(now.getTime() / 1000) },
  );
  const socket = new WebSocket(`${hubUrl.replace(/^http/, 'ws').replace(/\/$/, '')}${dialPath}`, {
    headers: { authorization: `Bearer ${seal}` },
    ...{ handshakeTimeout, maxPayload, perMessageDeflate: false },
    // A tunnel (CONNECT): the proxy sees where to, and nothing of what goes through where that is TLS.
    ...(proxy !== null && { agent: new HttpsProxyAgent(proxy) }),
  });
  // Before it is open: the hub may speak in the same breath in which it takes the connection.
  const line = createWebSocketStream(socket);
  line.on('error', () => undefined);
  const giveUp = (): void => socket.terminate();
  signal.addEventListener('abort', giveUp);
  socket.once('open', () => signal.removeEventListener('abort', giveUp));
  socket.once('close', () => signal.removeEventListener('abort', giveUp));
  return new Promise((resolve) => {
    socket.once('open', () => resolve({ kind: 'CONNECTED', socket, line }));
    socket.once('unexpected-response', (_request, response) => {
      const refusal = refusalOf(hubUrl, agency, response.statusCode, response.headers['retry-after']);
      resolve({ kind: 'FAILED', ...refusal, why: `${refusal.why}${byWay(proxy, response.statusCode)}` });
      socket.terminate();
    });
    // Also after it is open: whoever listens to the line hears of it there.
    socket.on('error', (error) => {
      resolve({ kind: 'FAILED', why: `No hub answers at ${hubUrl}: ${error.message}.${byWay(proxy)}`, waitMs: null });
    });
  });
}

/** What else is to be looked at where a proxy stands between. */
const byWay = (proxy: string | null, status?: number): string => {
  if (proxy === null) return '';
  return status === 407
    ? ` The proxy ${hostOf(proxy)} asks for a name and a password: set them in HTTPS_PROXY, as http://name:password@host:port.`
    : ` The connection went through the proxy ${hostOf(proxy)} (HTTPS_PROXY), and the answer may be the proxy's. If the hub needs no proxy, name its host in NO_PROXY.`;
};

function refusalOf(hubUrl: string, agency: string, status: number | undefined, retryAfter: string | undefined) {
  const waitMs = Number(retryAfter) > 0 ? Number(retryAfter) * 1_000 : null;
  if (status === 401 || status === 403)
    return {
      why: `The hub at ${hubUrl} refused the connection of "${agency}". Ask whoever runs the hub whether the agency is on file as one that dials, is active, and has the public half of ACCORD_AGENCY_KEY. Check that ACCORD_HUB_KEY is the hub's, and that this machine's clock is right.`,
      waitMs,
    };
  if (status === 404 || status === 400)
    return {
      why: `What answers at ${hubUrl} does not accept connections from agencies. Check that ACCORD_HUB_URL is the hub's address.`,
      waitMs,
    };
  return { why: `The hub at ${hubUrl} cannot take the connection now (status ${status ?? 'unknown'}).`, waitMs };
}
