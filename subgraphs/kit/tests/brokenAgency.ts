import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyHash, mintPermit, permitTtlSeconds } from '@accord/contract/permit';
import { base64url, type CryptoKey, compactVerify, decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import { requester } from './inventedAgency.ts';

/** An incoming request, as the faulty agency sees it. */
export type Incoming = Readonly<{
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** What is wrong with its permit, judged here and not by the doctor; `GOOD` where nothing is. */
  permit: PermitState;
  releases: readonly Release[];
  figures: boolean;
  /** The record numbers in the question; empty where there are none. */
  numbers: readonly string[];
  query: string;
}>;
type Release = Readonly<{ records: readonly string[]; categories: readonly string[] }>;
type PermitState =
  | ('NONE' | 'GARBAGE' | 'FORGED' | 'OWN_KEY' | 'UNSIGNED' | 'HMAC' | 'ALTERED' | 'EXPIRED' | 'EVERLASTING' | 'EARLY')
  | ('FOREIGN' | 'ISSUER' | 'SEAL' | 'BODY' | 'BODILESS' | 'NAMELESS' | 'REPLAYED' | 'GOOD');
export type Outgoing = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: string }>;

/** One way to err. Everything that is left out is done right, because the good agency behind does it. */
export type Fault = Readonly<{
  /** Admits a request that should be refused, or releases what it should not: a permit for this is created for it. */
  admits?: (incoming: Incoming) => readonly Release[] | undefined;
  admitsFigures?: (incoming: Incoming) => boolean;
  /** Passes on something other than what arrived. */
  passes?: (incoming: Incoming) => Partial<Pick<Incoming, 'method' | 'path' | 'headers' | 'body'>> | undefined;
  /** Answers on its own. */
  answers?: (incoming: Incoming) => Partial<Outgoing> | undefined;
  /** Alters the answer. */
  spoils?: (answer: Outgoing, incoming: Incoming) => Outgoing;
  /** Never answers. */
  hangs?: (incoming: Incoming) => boolean;
  /** Milliseconds before it answers. */
  delays?: (incoming: Incoming) => number;
  /** Waits for ever for a request that trickles in. */
  patient?: boolean;
  /** Cuts off all but this many requests at a time. */
  mostAtOnce?: number;
}>;

export type DoctorKey = Readonly<{ key: CryptoKey; publicKey: CryptoKey; agency: string }>;

/** Stands in front of a good agency and errs in one way. */
export async function brokenAgency(good: string, fault: Fault, doctor: DoctorKey) {
  const seen = new Set<string>();
  let open = 0;
  const patience = fault.patient ? 0 : 400;
  const server: Server = createServer(
    { maxHeaderSize: 600 * 1024, requestTimeout: patience, headersTimeout: patience, connectionsCheckingInterval: 100 },
    async (request, response) => {
      open += 1;
      response.on('close', () => {
        open -= 1;
      });
      if (open > (fault.mostAtOnce ?? 1000)) return request.socket.destroy();
      try {
        const incoming = await readIncoming(request, doctor, seen);
        if (fault.hangs?.(incoming)) return;
        const answer = await answerOf(good, fault, incoming, doctor);
        await new Promise((resolve) => setTimeout(resolve, fault.delays?.(incoming) ?? 0));
        response.writeHead(answer.status, answer.headers).end(answer.body);
      } catch {
        request.socket.destroy();
      }
    },
  ).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answerOf(good: string, fault: Fault, incoming: Incoming, doctor: DoctorKey): Promise<Outgoing> {
  const own = fault.answers?.(incoming);
  if (own) return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"data":{}}', ...own };
  const { method, path, headers, body } = { ...incoming, ...fault.passes?.(incoming) };
  const releases = fault.admits?.(incoming);
  const figures = fault.admitsFigures?.(incoming) ?? incoming.figures;
  const { host: _host, connection: _connection, 'content-length': _length, ...others } = headers;
  const admitted = releases || figures !== incoming.figures;
  const authorization = admitted && {
    authorization: `Bearer ${await mintPermit(
      { requester, releases: releases ?? incoming.releases, figures },
      { agency: doctor.agency, body, key: doctor.key, kid: 'hub-1', now: seconds(), id: randomUUID() },
    )}`,
  };
  const answer = await fetch(`${good}${path}`, {
    ...{ method, headers: { ...others, ...authorization } },
    ...(method !== 'GET' && method !== 'OPTIONS' && { body }),
  });
  const kept = ['content-type', 'date', 'retry-after'].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const outgoing = { status: answer.status, headers: Object.fromEntries(kept), body: await answer.text() };
  return fault.spoils?.(outgoing, incoming) ?? outgoing;
}

const seconds = (): number => Math.floor(Date.now() / 1000);

async function readIncoming(request: IncomingMessage, doctor: DoctorKey, seen: Set<string>): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const [, token = ''] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  const permit = await stateOf(token, body, doctor, seen);
  const claims =
    permit === 'NONE' || permit === 'GARBAGE' ? {} : decodeJwt<JWTPayload & { releases?: Release[] }>(token);
  const { query, variables } = parsed(body);
  const representations = Object(variables).representations;
  return {
    ...{ method: request.method ?? '', path: request.url ?? '', headers, body, permit },
    releases: claims.releases ?? [],
    figures: Object(claims).figures === true,
    numbers: Array.isArray(representations)
      ? representations.map((one) => (typeof one?.id === 'string' ? one.id : ''))
      : [],
    query: typeof query === 'string' ? query : '',
  };
}

function parsed(body: string): { query?: unknown; variables?: unknown } {
  try {
    return Object(JSON.parse(body));
  } catch {
    return {};
  }
}

async function stateOf(
  token: string,
  body: string,
  { publicKey, agency }: DoctorKey,
  seen: Set<string>,
): Promise<PermitState> {
  if (token.trim() === '') return 'NONE';
  let header: Record<string, unknown>;
  let claims: JWTPayload;
  try {
    [header, claims] = [decodeProtectedHeader(token), decodeJwt(token)];
  } catch {
    return 'GARBAGE';
  }
  if (header.alg === 'none') return 'UNSIGNED';
  if (header.alg === 'HS256') return 'HMAC';
  if (header.jwk) return 'OWN_KEY';
  if (!(await isSigned(token, publicKey))) {
    const [head, , mark] = token.split('.');
    const before = base64url.encode(JSON.stringify({ ...claims, releases: [] }));
    return (await isSigned(`${head}.${before}.${mark}`, publicKey)) ? 'ALTERED' : 'FORGED';
  }
  const { iat = 0, nbf = 0, exp = 0 } = claims;
  if (iat < seconds() - 2 * permitTtlSeconds) return exp > seconds() ? 'EVERLASTING' : 'EXPIRED';
  if (exp < seconds()) return 'EXPIRED';
  if (nbf > seconds()) return 'EARLY';
  if (header.typ !== 'accord-permit+jwt') return 'SEAL';
  if (claims.aud !== agency) return 'FOREIGN';
  if (claims.iss !== 'accord-hub') return 'ISSUER';
  if (claims.body === undefined) return 'BODILESS';
  if (claims.body !== bodyHash(body)) return 'BODY';
  if (claims.jti === undefined) return 'NAMELESS';
  if (seen.has(claims.jti)) return 'REPLAYED';
  seen.add(claims.jti);
  return 'GOOD';
}

async function isSigned(token: string, key: CryptoKey): Promise<boolean> {
  return compactVerify(token, key).then(
    () => true,
    () => false,
  );
}
