import { randomUUID } from 'node:crypto';
import { mintPermit, type Permit, type Release } from '@accord/contract/permit';
import type { FastifyInstance } from 'fastify';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';
import { pino } from 'pino';
import type { Mapping } from '../src/mapping/Mapping.ts';
import { many, one } from '../src/mapping/section.ts';
import { table } from '../src/mapping/table.ts';
import { type AgencySettings, createAgency } from '../src/serve/createAgency.ts';
import { overConnection } from './overConnection.ts';

/** An agency with invented people, in memory. It counts how often each of its tables is loaded. */
export type Invented = Readonly<{ mapping: Mapping; loads: Map<string, number> }>;

const people = Array.from({ length: 60 }, (_, index) => ({ id: index + 1, given: `Ada${index + 1}`, family: 'Moss' }));
type Person = (typeof people)[number];
/** A deleted record whose alerts and notes are still there. */
export const deletedNumber = '60';

export function inventedAgency(): Invented {
  const loads = new Map<string, number>();
  const counted =
    <Row>(name: string, rows: (numbers: readonly string[]) => readonly Row[]) =>
    async (numbers: readonly string[]) => {
      loads.set(name, (loads.get(name) ?? 0) + 1);
      return rows(numbers);
    };
  const clients = table({
    rows: counted<Person>('clients', (numbers) =>
      people.filter(({ id }) => numbers.includes(String(id)) && String(id) !== deletedNumber).reverse(),
    ),
    of: (person) => person.id,
  });
  const each = <Row>(name: string, rows: (client: number) => readonly Row[]) =>
    table({
      rows: counted<Readonly<{ client: string; row: Row }>>(name, (numbers) =>
        numbers.flatMap((number) => rows(Number(number)).map((row) => ({ client: number, row }))),
      ),
      of: ({ client }) => client,
    });
  const worker = { name: 'Bo Finch', role: 'Support worker', phone: '03 5550 0000' };

  const mapping: Mapping = {
    id: 'harbour',
    records: clients,
    identity: one(clients, ({ given, family }) => ({
      name: { given, family },
      alsoKnownAs: [{ given: 'A', family: null }],
      dateOfBirth: '1980-02-03',
      sex: 'FEMALE',
      language: 'Vietnamese',
      culturalIdentity: 'Vietnamese Australian',
    })),
    contact: one(clients, () => ({ phone: '0491 570 006', email: 'ada@example.org', unsafe: ['SMS'] })),
    address: one(
      each('addresses', () => [{}]),
      () => ({ line: '1 Example Street', suburb: 'Kew', state: 'VIC', postcode: '3101' }),
    ),
    involvement: one(clients, () => ({ programme: 'Outreach', since: '2026-01-05', until: null, worker })),
    episodes: many(
      each('episodes', () => ['2024-01-01', '2026-01-01', '2025-01-01']),
      ({ row }) => ({
        id: row,
        status: 'FINISHED',
        start: row,
      }),
    ),
    needs: many(
      each('needs', () => ['3', '11']),
      ({ row }) => ({
        id: Number(row),
        about: row === '3' ? ['HOUSING'] : ['MENTAL_HEALTH'],
        code: row,
      }),
    ),
    alerts: many(
      each(
        'alerts',
        () =>
          [
            { id: 1, about: ['FV_RISK'], status: 'ACTIVE' },
            { id: 2, about: ['FV_RISK', 'MENTAL_HEALTH'], status: 'ACTIVE' },
            { id: 3, about: [], status: 'ACTIVE' },
            { id: 4, about: ['WEATHER'], status: 'ACTIVE' },
            { id: 5, about: ['FV_RISK'], status: 'CLOSED' },
          ] as const,
      ),
      ({ row }) => ({ ...row, text: `alert ${row.id}`, concerns: [{ role: 'VICTIM_SURVIVOR', isClient: true }] }),
    ),
    notes: many(
      each('notes', () => Array.from({ length: 6 }, (_, index) => index + 1)),
      ({ row }) => ({
        id: row,
        about: row % 2 === 0 ? ['HEALTH'] : ['SERVICE_USE'],
        writtenOn: `2026-03-0${row}`,
        text: `note ${row}`,
      }),
    ),
    modules: {
      housing: { housing: one(clients, () => ({ situation: 'RENTING', since: '2025-05-05', atRisk: true })) },
    },
    figures: async () => ({
      people: 59,
      alerts: [
        ['MEDICAL', 4],
        ['FAMILY_VIOLENCE_USING', 3],
        ['FAMILY_VIOLENCE_USING', 2],
        ['UNHEARD_OF', 30],
      ],
      needs: new Map([['3', 12]]),
    }),
    linkage: {
      page: async (after, size) =>
        people
          .filter(({ id }) => id > Number(after ?? 0))
          .slice(0, size)
          .map(({ id, given, family }) => ({
            number: id,
            given,
            family,
            dateOfBirth: id === 1 ? null : '1980-02-03',
            sex: 'FEMALE',
            dobAccuracy: 'EXACT',
            worker: 'bfinch',
            open: true,
          })),
    },
  };
  return { mapping, loads };
}

export const requester = { user: 'kim', role: 'PRACTITIONER', agency: 'wattle', purpose: 'SERVICE_COORDINATION' };
export const linkageSecret = Uint8Array.from({ length: 32 }, (_, index) => index + 1);
export const now = new Date('2026-11-22T10:00:00Z');

/** A signing key, and its public half. */
export async function keyPair(): Promise<Readonly<{ key: CryptoKey; jwk: JWK }>> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { key: privateKey, jwk: { ...(await exportJWK(publicKey)), kid: 'hub-1' } };
}

/** The parts of a request to the agency that a test may vary. Whatever is left out is right. */
export type Sent = Readonly<{
  releases?: readonly Release[];
  figures?: boolean;
  variables?: Readonly<Record<string, unknown>>;
  key?: CryptoKey;
  agency?: string;
  signedAt?: Date;
  requester?: Permit['requester'];
  signedBody?: string;
  authorization?: string | undefined;
  path?: string;
  body?: string;
  contentType?: string;
  acceptEncoding?: string;
  permitId?: string;
}>;

const served: Readonly<{ close(): unknown }>[] = [];

/** How a hub reaches an agency: at a port it listens on, or over a connection it dialled. */
export type Way = 'LISTENS' | 'DIALS';
let way: Way = 'LISTENS';
/** Sets how agencies served from now on are reached. */
export const reachBy = (next: Way): void => {
  way = next;
};

/** Stops every agency a test has started. */
export async function stopServed(): Promise<void> {
  await Promise.all(served.splice(0).map((agency) => agency.close()));
}

async function dialledUrl(agency: FastifyInstance): Promise<string> {
  const line = await overConnection(agency);
  served.push(line);
  return line.url;
}

/** A running agency, with a hub that sends it questions. `log` collects what the agency logged. */
export async function servedAgency(mapping: Mapping, own: Partial<AgencySettings> = {}) {
  const hub = await keyPair();
  const log: string[] = [];
  const agency = await createAgency(mapping, {
    hubKey: hub.jwk,
    linkageSecret,
    clock: () => now,
    log: pino({}, { write: (line: string) => void log.push(line) }),
    ...own,
  });
  served.push(agency);
  const url = way === 'DIALS' ? await dialledUrl(agency) : await agency.listen({ port: 0, host: '127.0.0.1' });
  const send = async (query: string, sent: Sent = {}) => {
    const body = sent.body ?? JSON.stringify({ query, variables: sent.variables ?? {} });
    const permit: Permit = {
      requester: sent.requester ?? requester,
      releases: sent.releases ?? [],
      figures: sent.figures ?? false,
    };
    const token = await mintPermit(permit, {
      agency: sent.agency ?? mapping.id,
      body: sent.signedBody ?? body,
      key: sent.key ?? hub.key,
      kid: 'hub-1',
      now: Math.floor((sent.signedAt ?? now).getTime() / 1000),
      id: sent.permitId ?? randomUUID(),
    });
    const authorization = 'authorization' in sent ? sent.authorization : `Bearer ${token}`;
    const answer = await fetch(`${url}${sent.path ?? '/graphql'}`, {
      method: 'POST',
      headers: {
        'content-type': sent.contentType ?? 'application/json',
        ...(authorization && { authorization }),
        ...(sent.acceptEncoding !== undefined && { 'accept-encoding': sent.acceptEncoding }),
      },
      body,
    });
    const text = await answer.text();
    const [retryAfter, encoding] = ['retry-after', 'content-encoding'].map((name) => answer.headers.get(name));
    return { status: answer.status, body: JSON.parse(text), text, retryAfter, encoding };
  };
  /** Asks for fields of records. By default, the records are those the releases name. */
  const ask = (fields: string, releases: readonly Release[], numbers = releases.flatMap(({ records }) => records)) =>
    send(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { ${fields} } } }`,
      {
        releases,
        variables: { representations: numbers.map((id) => ({ __typename: 'AgencyRecord', id })) },
      },
    );
  return { agency, url, send, ask, log };
}
