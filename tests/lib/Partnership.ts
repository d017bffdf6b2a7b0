import { auVic } from '@accord/consent/auVic';
import type { Profile } from '@accord/consent/Profile';
import type { Mapping } from '@accord/kit/Mapping';
import { httpTransport } from '@accord/server/exchange/httpTransport';
import type { Incoming, Transport } from '@accord/server/exchange/Transport';
import { readOperations } from '@accord/server/http/readOperations';
import { createHub, type Hub } from '@accord/server/hub';
import { readKeys } from '@accord/server/keys';
import { type Limits, usualLimits } from '@accord/server/limits/Limits';
import type { Store } from '@accord/server/store/Store';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { hubKeys, openAgencies, type Way } from './openAgencies.ts';
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

/** A hub over real agencies, ready to be asked. */
export type Partnership = Readonly<{
  hub: Hub;
  agencies: ReadonlyMap<string, FastifyInstance>;
  /** What the hub logged. */
  logged: () => string;
  ask(question: Question): Promise<Answer>;
  close(): Promise<void>;
}>;

export type PartnershipParts = Readonly<{
  store: Store;
  mappings: readonly Mapping[];
  way: Way;
  now: () => Date;
  deadlineMs?: number;
  development?: boolean;
  /** The law and categories; left out, the shipped `au-vic`. */
  profile?: Profile;
  /** Records that are almost the same are linked without asking. */
  linkAutomatically?: boolean;
  /** Where they are not those of most tests, which hinder nobody. */
  limits?: Partial<Limits>;
  trustedProxies?: readonly string[];
  /** Stands between hub and agencies, for tests of agencies that err. */
  disturb?: (transport: Transport) => Transport;
}>;

/** A few users of the tests ask tens of thousands of questions, random ones among them. `tests/security/limits.test.ts` tests the limits. */
const ofManyQuestions = {
  ratePerMinute: 10_000_000,
  addressRatePerMinute: 10_000_000,
  rootFields: 1_000,
  aliases: 1_000,
  fields: 10_000,
  cost: 1_000_000_000_000,
  pageItems: 1_000_000_000,
};

/** Registers the agencies in the store and puts hub and agencies together. */
export async function openPartnership({ store, mappings, way, now, ...parts }: PartnershipParts): Promise<Partnership> {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
  const keys = await readKeys(hubKeys);
  const agencies = await openAgencies(mappings, { store, way, now });
  const transport =
    way === 'HTTP' ? httpTransport({ connectionsPerAgency: 8, maxAnswerBytes: 1_000_000 }) : inProcess(agencies);
  const hub = await createHub({
    ...{ store, keys, profile: parts.profile ?? auVic, verifyToken: userVerifier, clock: now, log },
    transport: parts.disturb?.(transport) ?? transport,
    deadlineMs: parts.deadlineMs ?? 5_000,
    development: parts.development ?? false,
    limits: { ...usualLimits, ...ofManyQuestions, ...parts.limits },
    trustedProxies: parts.trustedProxies ?? [],
    linkAutomatically: parts.linkAutomatically ?? false,
    operations: readOperations(),
  });
  const url = way === 'HTTP' ? await hub.http.listen({ host: '127.0.0.1', port: 0 }) : undefined;
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
    async close() {
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
