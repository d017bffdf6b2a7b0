import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { acceptedPing } from '@accord/contract/dial';
import { keepAlive } from '@accord/contract/keepAlive';
import { signingKey } from '@accord/contract/permit';
import { socketOver } from '@accord/contract/socketOver';
import type { FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import { InputFault } from '../command/InputFault.ts';
import { answerOver } from './answerOver.ts';
import { type Dialled, dial } from './dial.ts';

/** What a connecting agency is told. */
export type ConnectSettings = Readonly<{
  agency: string;
  /** Addresses of the hub. More than one where its replicas do not reach each other: each is dialled. */
  hubUrls: readonly string[];
  /** The hub's key, or several while one takes the place of another: the hub is dialled under each in turn until it takes one. */
  hubKey: JWK | readonly JWK[];
  agencyKey: JWK;
  clock: () => Date;
  /** The proxy that an address is dialled through; left out, or null where there is none. */
  proxyFor?: (hubUrl: string) => string | null;
  /** Told of every change, one sentence at a time. */
  tell: (sentence: string) => void;
  /** How often the hub is asked whether it is there, in milliseconds. */
  pingMs?: number;
  /** The first wait before dialling again, in milliseconds; it doubles with each failure. */
  firstWaitMs?: number;
}>;

/** An agency that keeps itself connected. */
export type ConnectedAgency = Readonly<{
  /** When every hub has once said that it asks this agency. */
  connected: Promise<void>;
  /** Answers what is under way, then ends. The agency itself is not closed. */
  stop(): Promise<void>;
}>;

const longestWaitMs = 30_000;
/** The same where what answers says how long (`Retry-After`). It may be a proxy that says days, and meanwhile nobody hears of this agency's alerts. */
const longestToldMs = 120_000;
/** Characters of why a hub refuses that are logged. */
const longestRefusal = 1_000;
/** A connection that lasted this long ends a row of failures. */
const lastedMs = 10_000;

/**
 * Serves an agency over connections that it dials itself, and keeps them: whatever breaks one, it is dialled again, after a wait
 * that grows with each failure and is never quite the same, so that the agencies of a hub that was away do not all come at once.
 *
 * Throws where the agency's key is none, or no key of the hub is given.
 */
export async function connectAgency(http: FastifyInstance, settings: ConnectSettings): Promise<ConnectedAgency> {
  await http.ready();
  const key = await signingKey(settings.agencyKey);
  const [hubKey, ...others] = [settings.hubKey].flat();
  if (hubKey === undefined) throw new InputFault("The hub's public key is missing. Set ACCORD_HUB_KEY to it.");
  const hubKeys = [hubKey, ...others] as const;
  const program = randomUUID();
  const stopping = new AbortController();
  const lines = settings.hubUrls.map((hubUrl) => {
    let isUp = (): void => {};
    const up = new Promise<void>((resolve) => {
      isUp = resolve;
    });
    return {
      up,
      done: keepConnected(http, { ...settings, hubUrl, hubKeys, key, program, isUp, signal: stopping.signal }),
    };
  });
  return {
    connected: Promise.all(lines.map(({ up }) => up)).then(() => undefined),
    async stop() {
      stopping.abort();
      await Promise.all(lines.map(({ done }) => done));
    },
  };
}

type Line = ConnectSettings &
  Readonly<{
    hubUrl: string;
    hubKeys: readonly [JWK, ...JWK[]];
    key: Awaited<ReturnType<typeof signingKey>>;
    program: string;
    isUp: () => void;
    signal: AbortSignal;
  }>;

async function keepConnected(http: FastifyInstance, line: Line): Promise<void> {
  const { hubUrl, tell, signal, firstWaitMs = 500, proxyFor = () => null } = line;
  let nth = 0;
  for (let failures = 0; !signal.aborted; ) {
    const [first, ...others] = line.hubKeys;
    const hubKey = others[(nth % line.hubKeys.length) - 1] ?? first;
    const dialled = await dial({ ...line, hubKey, now: line.clock(), proxy: proxyFor(hubUrl) });
    let why: string;
    if (dialled.kind === 'CONNECTED') {
      let since = Number.POSITIVE_INFINITY;
      const accepted = (): void => {
        since = performance.now();
        tell(`Connected to the hub at ${hubUrl}.`);
        line.isUp();
      };
      why = await serveUntilClosed(dialled, http, { ...line, accepted }).then(
        (refusal) =>
          refusal === undefined
            ? `The connection to the hub at ${hubUrl} was closed.`
            : `refused: The hub at ${hubUrl} does not ask this agency. ${refusal}`,
        (error: unknown) => `The connection to the hub at ${hubUrl} could not be served: ${String(error)}.`,
      );
      if (performance.now() - since > lastedMs) failures = 0;
    } else {
      why = dialled.why;
      // It may know itself by another of them.
      nth += 1;
    }
    if (signal.aborted) break;
    const backoff = Math.min(longestWaitMs, firstWaitMs * 2 ** failures) * (0.5 + Math.random() / 2);
    const waitMs = Math.max(backoff, dialled.kind === 'FAILED' ? Math.min(longestToldMs, dialled.waitMs ?? 0) : 0);
    failures = Math.min(failures + 1, 16);
    tell(`${why} Reconnecting in ${(waitMs / 1_000).toFixed(1)} s.`);
    await wait(waitMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Serves until the connection closes. `accepted` is called when the hub says that it asks over it. @returns why the hub does not, where it says so. */
async function serveUntilClosed(
  { socket, line }: Extract<Dialled, { kind: 'CONNECTED' }>,
  http: FastifyInstance,
  { signal, pingMs = 5_000, accepted }: Line & Readonly<{ accepted: () => void }>,
): Promise<string | undefined> {
  const session = await socketOver(line)
    .then((near) => answerOver(near, http))
    .catch((error: unknown) => {
      socket.terminate();
      throw error;
    });
  const closed = new Promise<void>((resolve) => session.once('close', resolve));
  session.on('error', () => socket.terminate());
  let refusal: string | undefined;
  session.on('goaway', (_code, _lastStream, why) => {
    if (why !== undefined && why.length > 0) refusal ??= sentenceIn(why);
  });
  session.on('ping', (payload) => {
    if (Buffer.from(payload).toString('latin1') === acceptedPing) accepted();
  });
  keepAlive(session, socket, pingMs);
  const finish = (): void => session.close();
  signal.addEventListener('abort', finish);
  if (signal.aborted) finish();
  await closed;
  signal.removeEventListener('abort', finish);
  socket.terminate();
  return refusal;
}

/** One line of what the hub says. */
const sentenceIn = (bytes: NodeJS.ArrayBufferView): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/\p{C}+/gu, ' ')
    .slice(0, longestRefusal);
