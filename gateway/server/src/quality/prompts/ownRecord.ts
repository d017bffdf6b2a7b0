import { CallerFault } from '../../CallerFault.ts';
import { worksAt } from '../../identity/Requester.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { Released } from '../../release/ReleaseBook.ts';
import type { AlertOrderRow } from '../../store/alertOrders.ts';
import type { Store } from '../../store/Store.ts';
import { type Action, assertMayDo } from '../../subgraph/mayDo.ts';

/**
 * Returns the record, if it is the requester's own agency's and they may see something of it. Throws `ROLE_REFUSED` by who they
 * are, before anything is looked up; otherwise `FACT_UNKNOWN`, whether the record is another agency's or does not exist.
 */
export async function ownRecord(
  handle: string,
  action: Action,
  store: Pick<Store, 'links'>,
  context: RequestContext,
): Promise<Released> {
  assertMayDo(action, context.requester);
  const record = await knownRecord(handle, store, context);
  if (!record || !worksAt(context.requester, record.agency)) throw new CallerFault('FACT_UNKNOWN');
  return record;
}

/** A record of which the requester may see something, whichever agency's it is; undefined if there is none. */
async function knownRecord(
  handle: string,
  { links }: Pick<Store, 'links'>,
  { book }: RequestContext,
): Promise<Released | undefined> {
  const whose = await links.whose(handle);
  if (!whose?.clientId) return undefined;
  await book.open(whose.clientId);
  return book.record(handle);
}

/** Returns the record that an order is about, if the requester may see everything that the order concerns; undefined otherwise. */
export async function recordOfOrder(
  { handle, categories }: Pick<AlertOrderRow, 'handle' | 'categories'>,
  store: Pick<Store, 'links'>,
  context: RequestContext,
): Promise<Released | undefined> {
  const record = await knownRecord(handle, store, context);
  return record && categories.every((category) => record.categories.has(category)) ? record : undefined;
}
