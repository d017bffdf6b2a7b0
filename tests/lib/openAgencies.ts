import { dialsIn } from '@accord/contract/dialsIn';
import { contractVersion } from '@accord/contract/subgraphs';
import { connectAgency } from '@accord/kit/connect/connectAgency';
import type { Mapping } from '@accord/kit/Mapping';
import { type AgencySettings, createAgency } from '@accord/kit/serve/createAgency';
import { createKeys, readKeys } from '@accord/server/keys';
import type { Store } from '@accord/server/store/Store';
import type { FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import { pino } from 'pino';

/** Each agency's own settings, beside its mapping. */
export type OwnSettings = Readonly<Record<string, Partial<AgencySettings>>>;

/**
 * How hub and agencies reach each other: by function calls, by real HTTP on free ports, or over connections that the agencies
 * dial.
 */
export type Way = 'IN_PROCESS' | 'HTTP' | 'CONNECTED';

/** The keys that agencies sign with, the same throughout a run of the tests. */
export const agencyKeys = await createKeys();

const kept = await createKeys();
/** Item ids and cursors are derived from it. It is fixed, so that answers are the same in every run. */
const secret = Buffer.alloc(32, 7).toString('base64url');
export const hubKeys = { ...kept, secret };
/** Shared by the agencies; the hub never has it. */
export const linkageSecret = new Uint8Array(32).fill(9);

const entityOf: Readonly<Record<string, readonly string[]>> = { wattle: ['ISE', 'RAE'] };

const servedBy = (mappings: readonly Mapping[], id: string) => {
  const { contract = contractVersion, modules = {} } = mappings.find((mapping) => mapping.id === id) ?? {};
  return { contractVersion: contract, modules: Object.keys(modules) };
};

/** Starts the agencies' subgraphs and registers them at the hub. */
export async function openAgencies(
  mappings: readonly Mapping[],
  { store, way, now, own = {} }: Readonly<{ store: Store; way: Way; now: () => Date; own?: OwnSettings }>,
): Promise<ReadonlyMap<string, FastifyInstance>> {
  const { publicJwk } = await readKeys(hubKeys);
  const parts = { hubKey: publicJwk, linkageSecret, clock: now, log: pino({ level: 'silent' }) };
  const agencies = new Map(
    await Promise.all(
      mappings.map(
        async (mapping) => [mapping.id, await createAgency(mapping, { ...parts, ...own[mapping.id] })] as const,
      ),
    ),
  );
  for (const [id, agency] of agencies) {
    const url = await addressOf(id, agency, way);
    await store.agencies.upsert({
      ...{ id, url, name: id[0]?.toUpperCase() + id.slice(1), kind: 'TEST', entity: entityOf[id] ?? ['ISE'] },
      ...{
        publicKey: way === 'CONNECTED' ? publicHalf(agencyKeys.permit) : null,
        ...servedBy(mappings, id),
        state: 'ACTIVE',
        joinedAt: now(),
      },
    });
  }
  return agencies;
}

async function addressOf(id: string, agency: FastifyInstance, way: Way): Promise<string> {
  if (way === 'HTTP') return agency.listen({ host: '127.0.0.1', port: 0 });
  return way === 'CONNECTED' ? dialsIn : `in-process:${id}`;
}

const publicHalf = ({ kty = '', crv = '', x = '' }: JWK) => ({ kty, crv, x });

/** Has each agency dial the hub, and waits until all are connected. Returns a function that disconnects them. */
export async function dialFrom(
  agencies: ReadonlyMap<string, FastifyInstance>,
  { hubUrl, now }: Readonly<{ hubUrl: string; now: () => Date }>,
): Promise<() => Promise<void>> {
  const { publicJwk } = await readKeys(hubKeys);
  const connected = await Promise.all(
    [...agencies].map(([agency, http]) =>
      connectAgency(http, {
        ...{ agency, hubUrls: [hubUrl], hubKey: publicJwk, agencyKey: agencyKeys.permit },
        ...{ clock: now, tell: () => {}, firstWaitMs: 50 },
      }),
    ),
  );
  await Promise.all(connected.map((one) => one.connected));
  return async () => {
    await Promise.all(connected.map((one) => one.stop()));
  };
}
