import type { RequestContext } from '../RequestContext.ts';
import type { OpenClient } from '../release/ReleaseBook.ts';
import type { Ledger } from '../store/ledger.ts';
import { pageSize } from './pageOf.ts';

/**
 * Who was told what of this person, newest first: all of it to the person themself, to others what was told of their own
 * agency's records.
 */
export async function disclosuresOf(
  client: OpenClient,
  first: number | null | undefined,
  ledger: Pick<Ledger, 'read'>,
  { requester, partners }: RequestContext,
) {
  const found = await ledger.read({
    clientId: client.id,
    ...(requester.self !== client.id && { agencyId: requester.agency.id }),
    after: null,
    first: pageSize(first, 50, 200),
    newestFirst: true,
  });
  const open = new Set(client.records.map(({ handle }) => handle));
  return found.map((entry) => ({
    at: entry.at.toISOString(),
    requester: entry.requester,
    requesterAgency: partners.get(entry.requesterAgency) ?? null,
    purpose: entry.purpose,
    record: open.has(entry.handle) ? { id: entry.handle } : null,
    categories: entry.categories,
  }));
}
