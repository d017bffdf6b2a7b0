import { createAgency } from '@accord/kit/createAgency';
import type { Mapping } from '@accord/kit/Mapping';
import { createKeys, readKeys } from '@accord/server/keys';
import type { Store } from '@accord/server/store/Store';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';

/** How hub and agencies reach each other: by function call, or over real HTTP on free ports. */
export type Way = 'IN_PROCESS' | 'HTTP';

const kept = await createKeys();
/** Item ids and cursors are made under it: fixed, so that answers are the same in every run. */
const secret = Buffer.alloc(32, 7).toString('base64url');
export const hubKeys = { ...kept, secret };
/** The agencies' own: the hub never has it. */
export const linkageSecret = new Uint8Array(32).fill(9);

const entityOf: Readonly<Record<string, readonly string[]>> = { wattle: ['ISE', 'RAE'] };

/** Starts the agencies' subgraphs and registers them at the hub. */
export async function openAgencies(
  mappings: readonly Mapping[],
  { store, way, now }: Readonly<{ store: Store; way: Way; now: () => Date }>,
): Promise<ReadonlyMap<string, FastifyInstance>> {
  const { publicJwk } = await readKeys(hubKeys);
  const parts = { hubKey: publicJwk, linkageSecret, clock: now, log: pino({ level: 'silent' }) };
  const agencies = new Map(
    await Promise.all(mappings.map(async (mapping) => [mapping.id, await createAgency(mapping, parts)] as const)),
  );
  for (const [id, agency] of agencies) {
    const url = way === 'HTTP' ? await agency.listen({ host: '127.0.0.1', port: 0 }) : `in-process:${id}`;
    await store.agencies.upsert({
      ...{ id, url, name: id[0]?.toUpperCase() + id.slice(1), kind: 'TEST', entity: entityOf[id] ?? ['ISE'] },
      ...{
        publicKey: null,
        contractVersion: '1.0',
        modules: id === 'kestrel' ? [] : ['housing'],
        state: 'ACTIVE',
        joinedAt: now(),
      },
    });
  }
  return agencies;
}
