import { readSeal, signingKey } from '@accord/contract/permit';
import { encodingHash } from '@accord/linkage/encoding';
import { decodeJwt } from 'jose';
import { CallerFault } from '../CallerFault.ts';
import type { AnnouncedRecord } from '../store/links.ts';
import type { Store } from '../store/Store.ts';

type Registry = Pick<Store, 'agencies' | 'links'>;

/** The epoch of the partnership's linkage secret. */
const keyEpoch = 1;

/**
 * Takes a batch of an agency's encoded records. It is refused whole where its seal, its encoding or its key epoch is not right;
 * the fault says which.
 */
export async function acceptBatch(
  sent: Readonly<{ authorization: string | undefined; body: string }>,
  store: Registry,
  now: Date,
): Promise<void> {
  const agency = await sealedBy(sent, store, now);
  const batch = parseBatch(sent.body);
  if (batch.encoding !== encodingHash)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `The batch is encoded as "${batch.encoding}"; the hub takes "${encodingHash}".`,
    );
  if (batch.keyEpoch !== keyEpoch)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `The batch is of key epoch ${batch.keyEpoch}; the hub is at ${keyEpoch}.`,
    );
  await store.links.putBatch({ agencyId: agency, records: batch.records, at: now });
  await store.links.standAlone(agency);
}

async function sealedBy(
  { authorization, body }: Readonly<{ authorization: string | undefined; body: string }>,
  store: Registry,
  now: Date,
): Promise<string> {
  const token = authorization?.replace(/^Bearer /i, '');
  if (!token) throw new CallerFault('TOKEN_MISSING');
  try {
    const issuer = decodeJwt(token).iss;
    const partner = (await store.agencies.all()).find(({ id, state }) => id === issuer && state === 'ACTIVE');
    if (!partner?.publicKey) throw new CallerFault('TOKEN_REFUSED');
    await readSeal(token, { agency: partner.id, body, key: await signingKey(partner.publicKey), now });
    return partner.id;
  } catch {
    throw new CallerFault('TOKEN_REFUSED');
  }
}

type Batch = Readonly<{ encoding: unknown; keyEpoch: unknown; records: readonly AnnouncedRecord[] }>;

function parseBatch(body: string): Batch {
  const parsed: unknown = parseJson(body);
  const of = (key: string): unknown =>
    typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, key) : undefined;
  const records = of('records');
  if (!Array.isArray(records)) throw new CallerFault('ARGUMENT_REFUSED', 'The batch has no list of records.');
  return { encoding: of('encoding'), keyEpoch: of('keyEpoch'), records: records.map(parseRecord) };
}

function parseRecord(value: unknown, index: number): AnnouncedRecord {
  const of = (key: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  const [number, slk, dobAccuracy, worker, open] = ['number', 'slk', 'dobAccuracy', 'worker', 'open'].map(of);
  const textOrNull = (part: unknown): part is string | null => part === null || typeof part === 'string';
  if (
    typeof number !== 'string' ||
    !textOrNull(slk) ||
    typeof dobAccuracy !== 'string' ||
    !textOrNull(worker) ||
    typeof open !== 'boolean'
  )
    throw new CallerFault('ARGUMENT_REFUSED', `records[${index}] needs number, slk, dobAccuracy, worker and open.`);
  return { number, slk, dobAccuracy, worker, open };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
