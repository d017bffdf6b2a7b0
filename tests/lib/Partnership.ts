import { auVic } from '@accord/consent/auVic';
import type { Profile } from '@accord/consent/Profile';
import type { Mapping } from '@accord/kit/Mapping';
import type { DecisionRules } from '@accord/quality/proposals/DecisionRules';
import type { CompressAgencies } from '@accord/server/exchange/acceptFrom';
import { openTransport } from '@accord/server/exchange/connected/openTransport';
import type { Incoming, Transport } from '@accord/server/exchange/Transport';
import { readOperations } from '@accord/server/http/readOperations';
import { createHub, type Hub } from '@accord/server/hub';
import { readKeys } from '@accord/server/keys';
import { type Limits, usualLimits } from '@accord/server/limits/Limits';
import type { Counts } from '@accord/server/metrics/Counts';
import type { Store } from '@accord/server/store/Store';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { executorUnderTest } from './executorUnderTest.mjs';
import { dialFrom, hubKeys, type OwnSettings, openAgencies, type Way } from './openAgencies.ts';
import { patienceMs } from './patience.ts';
import { type TestUser, userVerifier } from './users.ts';

export type { Way } from './openAgencies.ts';

export type Question = Readonly<{
  as: TestUser;
  purpose?: string;
  query?: string;
  documentId?: string;
  variables?: Readonly<Record<string, unknown>>;
}>;

export type Answer = Readonly<{ status: number; body: string }>;

/** A hub over real agencies, ready for questions. */
export type Partnership = Readonly<{
  hub: Hub;
  agencies: ReadonlyMap<string, FastifyInstance>;
  /** What the hub logged. */
  logged: () => string;
  ask(question: Question): Promise<Answer>;
  /**
   * Resolves when every agency that may be asked can be reached: an agency that dials must connect again after a suspension.
   */
  reachable(): Promise<void>;
  close(): Promise<void>;
}>;

export type PartnershipParts = Readonly<{
  store: Store;
  mappings: readonly Mapping[];
  way: Way;
  now: () => Date;
  /** Each agency's own settings, beside its mapping. */
  own?: OwnSettings;
  deadlineMs?: number;
  development?: boolean;
  /** The law and its categories; by default the shipped `au-vic`. */
  profile?: Profile;
  /** How the partnership decides; by default the shipped rules. */
  decisionRules?: DecisionRules;
  /** Whether records that are almost the same are linked without asking. */
  linkAutomatically?: boolean;
  /** Overrides of the limits that most tests use, which are too high to get in the way. */
  limits?: Partial<Limits>;
  trustedProxies?: readonly string[];
  /** Whether answers say how long each room took. */
  serverTiming?: boolean;
  /** Counts what the hub does; by default nothing is counted. */
  counts?: Counts;
  /** Which agencies are asked for compressed answers; by default none. */
  compress?: CompressAgencies;
  /** Goes between hub and agencies, for tests of agencies that misbehave. */
  disturb?: (transport: Transport) => Transport;
}>;

/**
 * A few of the tests' users ask tens of thousands of questions, some of them random. `tests/security/limits.test.ts` tests the
 * limits themselves.
 */
const ofManyQuestions = {
  ratePerMinute: 10_000_000,
  addressRatePerMinute: 10_000_000,
  rootFields: 1_000,
  aliases: 1_000,
  fields: 10_000,
  cost: 1_000_000_000_000,
  pageItems: 1_000_000_000,
  answerMs: patienceMs,
};

/** Registers the agencies in the store and connects hub and agencies. */
export async function openPartnership({ store, mappings, way, now, ...parts }: PartnershipParts): Promise<Partnership> {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
  const keys = await readKeys(hubKeys);
  const agencies = await openAgencies(mappings, { store, way, now, ...(parts.own && { own: parts.own }) });
  const { transport, connections } =
    way === 'IN_PROCESS'
      ? { transport: inProcess(agencies), connections: undefined }
      : openTransport({
          ...{ store, log, keys, clock: now, replicaUrl: null },
          ...{ connectionsPerAgency: 8, maxAnswerBytes: 1_000_000, compress: parts.compress ?? 'no' },
        });
  const hub = await createHub({
    ...{ store, keys, profile: parts.profile ?? auVic, verifyToken: userVerifier, clock: now, log },
    transport: parts.disturb?.(transport) ?? transport,
    ...(connections && { connections }),
    ...(parts.decisionRules && { decisionRules: parts.decisionRules }),
    ...(parts.counts && { counts: parts.counts }),
    deadlineMs: parts.deadlineMs ?? patienceMs,
    development: parts.development ?? false,
    limits: { ...usualLimits, ...ofManyQuestions, ...parts.limits },
    trustedProxies: parts.trustedProxies ?? [],
    linkAutomatically: parts.linkAutomatically ?? false,
    executor: executorUnderTest,
    serverTiming: parts.serverTiming ?? false,
    operations: readOperations(),
    // By the number of entries alone: a timer would fire at slightly different moments on two hubs, and their answers would
    // then differ for no other reason.
    checkpoints: { everySeconds: 86_400, everyEntries: 10_000 },
  });
  const url = way === 'IN_PROCESS' ? undefined : await hub.http.listen({ host: '127.0.0.1', port: 0 });
  const hangUp = way === 'CONNECTED' && url ? await dialFrom(agencies, { hubUrl: url, now }) : async () => {};
  return {
    hub,
    agencies,
    logged: () => lines.join(''),
    ask: async ({ as, purpose = 'SERVICE_COORDINATION', ...body }) => {
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${as}`,
        'x-accord-purpose': purpose,
      };
      if (url) {
        const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
        return { status: response.status, body: await response.text() };
      }
      const response = await hub.http.inject({
        method: 'POST',
        url: '/graphql',
        headers,
        payload: JSON.stringify(body),
      });
      return { status: response.statusCode, body: response.body };
    },
    async reachable() {
      if (way !== 'CONNECTED' || !connections) return;
      const active = (await store.agencies.all()).filter(({ state }) => state === 'ACTIVE');
      while (!active.every(({ id }) => connections.has(id))) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    async close() {
      await hangUp();
      await hub.stop();
      for (const agency of agencies.values()) await agency.close();
    },
  };
}

function inProcess(agencies: ReadonlyMap<string, FastifyInstance>): Transport {
  return {
    async send({ agency, path, body, permit }): Promise<Incoming> {
      const app = agencies.get(agency);
      if (!app) return { kind: 'UNREACHABLE' };
      const response = await app.inject({
        ...{ method: 'POST', url: path, payload: body },
        headers: { 'content-type': 'application/json', authorization: `Bearer ${permit}` },
      });
      return { kind: 'ANSWERED', status: response.statusCode, body: response.body };
    },
    close: async () => {},
  };
}
