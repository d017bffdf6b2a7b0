import { CallerFault } from '../../CallerFault.ts';
import { worksAt } from '../../identity/Requester.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { Released } from '../../release/ReleaseBook.ts';
import type { AlertOrderRow } from '../../store/alertOrders.ts';
import type { Store } from '../../store/Store.ts';
import { type Action, assertMayDo } from '../../subgraph/mayDo.ts';

/**
 * The record, where it is one of the requester's own agency of which they are told something. Throws `ROLE_REFUSED` by who they are,
 * before anything is looked up; else `FACT_UNKNOWN`, alike for another agency's record and for none.
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

/** A record of which the requester is told something, whosever it is; undefined where there is none. */
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

/** The record that an order is about, where the requester is told of all that it concerns; undefined where there is none. */
export async function recordOfOrder(
  { handle, categories }: Pick<AlertOrderRow, 'handle' | 'categories'>,
  store: Pick<Store, 'links'>,
  context: RequestContext,
): Promise<Released | undefined> {
  const record = await knownRecord(handle, store, context);
  return record && categories.every((category) => record.categories.has(category)) ? record : undefined;
}
