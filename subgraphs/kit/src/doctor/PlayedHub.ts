import { randomUUID } from 'node:crypto';
import { mintPermit, type Permit, type Release } from '@accord/contract/permit';
import type { CryptoKey, JWK } from 'jose';
import { Agent, request } from 'undici';
import type { Question } from './Selection.ts';
import { at } from './told.ts';

/** What came back. `json` is undefined where the body is no JSON. */
export type Answered = Readonly<{
  kind: 'ANSWERED';
  status: number;
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  text: string;
  json: unknown;
  /** Milliseconds until it was all there. */
  took: number;
}>;
export type Heard = Answered | Readonly<{ kind: 'TIMED_OUT' | 'CUT_OFF' }>;

/** One request, as it goes out. */
export type Sent = Readonly<{
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS';
  path?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
}>;

/** What a permit is to release, and of what. */
export type Asked = Readonly<{ numbers: readonly string[]; releases: readonly Release[]; figures?: boolean }>;

const requester = {
  user: 'accord-doctor',
  role: 'PRACTITIONER',
  agency: 'accord-doctor',
  purpose: 'SERVICE_COORDINATION',
};
const json = { 'content-type': 'application/json' };
const mostWaits = 5;
const longestWaitMs = 10_000;

/** The doctor in the hub's place: it signs permits with its own key, which the agency was told is the hub's. */
export class PlayedHub {
  readonly key: CryptoKey;
  readonly publicJwk: JWK;
  /** Everything that was answered with an error status or with errors, for the checks of what errors tell. */
  readonly errors: Answered[] = [];
  /** How often the agency asked the doctor to come back later. */
  busy = 0;
  readonly #url: string;
  readonly #agency: string;
  readonly #deadlineMs: number;
  readonly #connections: Agent;

  constructor(parts: Readonly<{ url: URL; agency: string; key: CryptoKey; publicJwk: JWK; deadlineMs: number }>) {
    this.key = parts.key;
    this.publicJwk = parts.publicJwk;
    this.#url = parts.url.href.replace(/\/$/, '');
    this.#agency = parts.agency;
    this.#deadlineMs = parts.deadlineMs;
    this.#connections = new Agent({ connections: 60, pipelining: 1, connect: { timeout: parts.deadlineMs } });
  }

  close(): Promise<void> {
    return this.#connections.destroy();
  }

  /** A permit as the hub would sign it. */
  permit(body: string, { releases = [], figures = false }: Partial<Permit> = {}): Promise<string> {
    return mintPermit(
      { requester, releases, figures },
      {
        ...{ agency: this.#agency, body, key: this.key, kid: this.publicJwk.kid ?? 'doctor', id: randomUUID() },
        now: Math.floor(Date.now() / 1000),
      },
    );
  }

  /** Sends a body under a good permit, to the agency's graph unless another door is named. */
  sendPermitted(body: string, permit: Partial<Permit> = {}, path = '/graphql'): Promise<Heard> {
    return this.send(async () => {
      const authorization = `Bearer ${await this.permit(body, permit)}`;
      return { path, body, headers: { ...json, authorization } };
    });
  }

  /** Asks a question about records, in their order. */
  ask(question: Question, { numbers, releases, figures = false }: Asked): Promise<Heard> {
    const representations = numbers.map((id) => ({ __typename: 'AgencyRecord', id }));
    const body = JSON.stringify({ query: question.query, variables: { ...question.variables, representations } });
    return this.sendPermitted(body, { releases, figures });
  }

  /** Sends what `make` makes. An agency that asks for patience (429, 503 and `Retry-After`) is asked again, with a new permit. */
  async send(make: () => Promise<Sent>): Promise<Heard> {
    for (let waits = 0; ; waits += 1) {
      const heard = await this.sendOnce(await make());
      const waitMs = heard.kind === 'ANSWERED' ? retryAfterMs(heard) : undefined;
      if (waitMs === undefined || waits === mostWaits) return heard;
      this.busy += 1;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  /** Sends one request, once. */
  async sendOnce({ method = 'POST', path = '/graphql', headers = json, body }: Sent): Promise<Heard> {
    const signal = AbortSignal.timeout(this.#deadlineMs);
    const began = performance.now();
    try {
      const response = await request(`${this.#url}${path}`, {
        ...{ method, headers, signal, dispatcher: this.#connections },
        ...(body !== undefined && { body }),
      });
      const text = await response.body.text();
      const answered: Answered = {
        ...{ kind: 'ANSWERED', status: response.statusCode, headers: response.headers, text, json: parsed(text) },
        took: performance.now() - began,
      };
      if (answered.status >= 400 || at(answered.json, 'errors') !== null) this.errors.push(answered);
      return answered;
    } catch {
      return { kind: signal.aborted ? 'TIMED_OUT' : 'CUT_OFF' };
    }
  }
}

/** How long a busy agency asks to wait; undefined where it does not. */
export function retryAfterMs({ status, headers }: Answered): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(Math.max(seconds * 1000, 50), longestWaitMs) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The entities of an answer, in their order; undefined where it is no answer. */
export function entitiesOf(heard: Heard): readonly unknown[] | undefined {
  if (heard.kind !== 'ANSWERED' || heard.status !== 200) return undefined;
  const entities = at(at(heard.json, 'data'), '_entities');
  return Array.isArray(entities) ? entities : undefined;
}

/** What came back, in words without any of it. */
export function inWords(heard: Heard): string {
  if (heard.kind !== 'ANSWERED') return heard.kind === 'TIMED_OUT' ? 'no answer in time' : 'a closed connection';
  const data = at(heard.json, 'data') === null ? '' : ' with data';
  return `status ${heard.status}${data}`;
}
