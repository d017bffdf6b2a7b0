import { CallerFault } from '../CallerFault.ts';
import { parseSent } from '../parseSent.ts';
import { partOf } from '../partOf.ts';
import type { ToldSecret } from '../store/agencies.ts';
import type { Store } from '../store/Store.ts';
import { hubSchema } from './acceptBatch.ts';
import { type Sent, sealedBy } from './sealedBy.ts';

/** Digests in one answer. */
const mostDigests = 5_000;

/**
 * Returns what an agency must know before it announces anything: how records are encoded, under which epochs of the secret, whose
 * records it announces, and where its own list of changes continues. Also returns, a page at a time after `after`, digests of
 * what the hub has of it. If the agency sends a check value of its secret (`secretCheck`), that is kept, and the answer says how
 * many others have the same secret (`secrets`).
 *
 * It discloses nothing else of other agencies. Throws as `sealedBy` and `parseSent`, and `ARGUMENT_REFUSED` for a body that asks
 * for something else.
 */
export async function tellState(sent: Sent, store: Pick<Store, 'agencies' | 'links'>, now: Date) {
  const { id, participation } = await sealedBy(sent, store, now);
  const { after, secret } = askedIn(sent.body);
  const [keyEpochs, cursor, digests, secrets] = await Promise.all([
    store.links.keyEpochs(),
    store.agencies.syncCursor(id),
    after === undefined ? [] : store.links.digests(id, after, mostDigests),
    secret && store.agencies.tellSecret(id, secret),
  ]);
  return {
    ...{ schemaHash: hubSchema, keyEpochs, participation, cursor, digests, more: digests.length === mostDigests },
    ...(secrets && { secrets }),
  };
}

type Asked = Readonly<{ after: string | null | undefined; secret: ToldSecret | undefined }>;

/** `{ "after": "12" }`: the digests after that number; `{ "after": null }`: from the first; without it, none. */
function askedIn(body: string): Asked {
  const asked = parseSent(body);
  const after = partOf(asked, 'after');
  if (asked !== undefined && (after === undefined || after === null || typeof after === 'string'))
    return { after, secret: secretIn(partOf(asked, 'keyEpoch'), partOf(asked, 'secretCheck')) };
  throw new CallerFault('ARGUMENT_REFUSED', 'Send { "after": the number of a record, or null }.');
}

/** Undefined for programs of an older kit, which send none, and for anything that is not in the contract's form. */
const secretIn = (keyEpoch: unknown, check: unknown): ToldSecret | undefined =>
  typeof keyEpoch === 'number' && keyEpoch > 0 && keyEpoch < 1e9 && Number.isInteger(keyEpoch) && isCheck(check)
    ? { keyEpoch, check }
    : undefined;

const isCheck = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{22}$/.test(value);
