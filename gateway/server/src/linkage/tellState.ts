import { CallerFault } from '../CallerFault.ts';
import type { Store } from '../store/Store.ts';
import { hubSchema } from './acceptBatch.ts';
import { type Sent, sealedBy } from './sealedBy.ts';

/** Digests in one answer. */
const mostDigests = 5_000;

/**
 * What an agency must know before it announces anything: how records are encoded, under which epochs of the secret, whose records
 * it announces, where its own list of changes goes on; and, page by page after `after`, what the hub has of it by digest.
 *
 * It is told nothing of another agency. Throws as `sealedBy`, and `ARGUMENT_REFUSED` for a body that asks for something else.
 */
export async function tellState(sent: Sent, store: Pick<Store, 'agencies' | 'links'>, now: Date) {
  const { id, participation } = await sealedBy(sent, store, now);
  const after = afterIn(sent.body);
  const [keyEpochs, cursor, digests] = await Promise.all([
    store.links.keyEpochs(),
    store.agencies.syncCursor(id),
    after === undefined ? [] : store.links.digests(id, after, mostDigests),
  ]);
  return { schemaHash: hubSchema, keyEpochs, participation, cursor, digests, more: digests.length === mostDigests };
}

/** `{ "after": "12" }` the digests after that number, `{ "after": null }` from the first; without it, none. */
function afterIn(body: string): string | null | undefined {
  try {
    const asked: unknown = JSON.parse(body);
    const after: unknown = typeof asked === 'object' && asked !== null ? Reflect.get(asked, 'after') : undefined;
    if (after === undefined || after === null || typeof after === 'string') return after;
  } catch {
    // told below
  }
  throw new CallerFault('ARGUMENT_REFUSED', 'Send { "after": the number of a record, or null }.');
}
