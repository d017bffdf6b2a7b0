import type { Profile } from '@accord/consent/Profile';
import type { ClientDisclosuresArgs, DisclosureFilter, QueryDisclosuresArgs } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { OpenClient } from '../release/ReleaseBook.ts';
import { type VisibleDisclosure, visibleDisclosures } from '../release/visibleDisclosures.ts';
import type { LedgerFilter } from '../store/pageOfLedger.ts';
import type { Store } from '../store/Store.ts';
import { assertCodes, dayGiven } from './checkedInput.ts';
import { Edge, type Page, pageSize, pageWith } from './pageOf.ts';
import { purposeInWords } from './purposeLabel.ts';
import type { Cursors, CursorUse } from './sealCursor.ts';
import { whyTold } from './whyTold.ts';

/** What the lists of disclosures are made from. */
export type DisclosureParts = Readonly<{
  store: Pick<Store, 'ledger' | 'clients'>;
  cursors: Cursors;
  profile: Profile;
}>;

/** Purposes under which an agency looks at the requests for its own records. */
const auditPurposes: ReadonlySet<string> = new Set(['QUALITY_IMPROVEMENT', 'ADMINISTRATION']);

/**
 * Returns every disclosure of the requester's own agency's records that may be shown. Throws `PURPOSE_REFUSED` under any purpose
 * but the two for oversight (the vocabulary says which roles may claim them), and `ARGUMENT_REFUSED` as `filterOf`.
 */
export async function disclosuresOfAgency(
  args: QueryDisclosuresArgs,
  parts: DisclosureParts,
  context: RequestContext,
): Promise<Page<DisclosureView>> {
  const { requester, book } = context;
  if (!auditPurposes.has(requester.purpose) || requester.self !== null)
    throw new CallerFault('PURPOSE_REFUSED', `This list is available under ${[...auditPurposes].join(' and ')}.`);
  const filter = filterOf(args.filter ?? {}, parts.profile, context);
  const use = { requester, list: JSON.stringify(['disclosures', args.filter ?? null]) };
  if (!args.filter?.client) return pageOfDisclosures(filter, args, use, parts, context);
  const client = await book.open(args.filter.client);
  // As in `disclosuresOfClient`: by whichever id the person is asked for, and whichever file their records were in before.
  const ofClient = client && { ...filter, clientId: client.id, formerFiles: true as const };
  return pageOfDisclosures(ofClient, args, use, parts, context, client?.id);
}

/**
 * Returns who was shown what of one person: to the person themself, all of it; to others, what was disclosed of their own
 * agency's records. A client sees nothing of anybody else's.
 */
export async function disclosuresOfClient(
  client: OpenClient,
  args: ClientDisclosuresArgs,
  parts: DisclosureParts,
  context: RequestContext,
): Promise<Page<DisclosureView>> {
  const { requester } = context;
  const use = { requester, list: JSON.stringify(['disclosures of', client.id]) };
  const own = requester.self === null ? { agencyId: requester.agency.id } : {};
  const mayAsk = requester.self === null || requester.self === client.id;
  // What was disclosed of their records while these were in another file is kept under that file's id, among other people's.
  const filter = mayAsk ? { clientId: client.id, formerFiles: true as const, ...own } : null;
  return pageOfDisclosures(filter, args, use, parts, context, client.id);
}

/** A disclosure as callers see it. The graph resolves client and record, as far as the requester may know of them. */
export type DisclosureView = ReturnType<typeof viewOf>;

/** A page of what may be shown. The rest is as if it did not exist: it counts nowhere, not even in whether there is more. */
async function pageOfDisclosures(
  filter: LedgerFilter | null,
  args: ClientDisclosuresArgs,
  use: CursorUse,
  { store, cursors, profile }: DisclosureParts,
  context: RequestContext,
  of?: string,
): Promise<Page<DisclosureView>> {
  const first = pageSize(args.first, 50, 100);
  const after = args.after ? Number(cursors.open(args.after, use)[0]) : null;
  const found: VisibleDisclosure[] = [];
  let last = after;
  while (filter !== null && found.length <= first) {
    const entries = await store.ledger.read({ ...filter, after: last, first: first + 1, newestFirst: true });
    const visible = await visibleDisclosures(entries, store.clients, { ...context, profile });
    found.push(...visible.filter(({ client }) => of === undefined || client.id === of));
    if (entries.length <= first) break;
    last = entries.at(-1)?.seq ?? last;
  }
  const page = found.slice(0, first);
  await context.book.openAll([...new Set(page.map(({ client }) => client.id))]);
  const edges = page.map((one) => new Edge(viewOf(one, context, profile), () => cursors.seal([one.entry.seq], use)));
  return pageWith(edges, { hasNextPage: found.length > first, hasPreviousPage: after !== null });
}

function viewOf({ entry, client, toldTo }: VisibleDisclosure, { partners, book }: RequestContext, profile: Profile) {
  return {
    at: entry.at.toISOString(),
    requester: entry.requester,
    requesterAgency: (toldTo !== null && partners.get(toldTo)) || null,
    purpose: entry.purpose,
    purposeLabel: purposeInWords(entry.purpose, profile),
    why: whyTold(entry, client, profile),
    client: { id: client.id },
    record: book.record(entry.handle) ? { id: entry.handle } : null,
    categories: entry.categories,
  };
}

/** Throws `ARGUMENT_REFUSED` for a filter that nothing can fit: its empty list would read as if nothing had been disclosed. */
function filterOf(
  { requesterAgency, toOthers, purpose, ...asked }: DisclosureFilter,
  { purposes }: Profile,
  { requester, partners }: RequestContext,
): LedgerFilter {
  if (requesterAgency && !partners.has(requesterAgency))
    throw new CallerFault('ARGUMENT_REFUSED', '"requesterAgency" is not a partner agency, past or present.');
  assertCodes({ purpose: purpose ? [purpose] : null }, { purpose: purposes });
  const from = asked.from ? instant('from', asked.from) : null;
  const to = asked.to ? instant('to', asked.to) : null;
  if (from && to && from >= to) throw new CallerFault('ARGUMENT_REFUSED', '"to" is not after "from".');
  return {
    agencyId: requester.agency.id,
    ...(requesterAgency && { requesterAgency }),
    ...(toOthers && { notToldTo: requester.agency.id }),
    ...(purpose && { purpose }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

function instant(name: string, text: string): Date {
  const at = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime()))
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `"${name}" must be a time with its offset, such as 2026-11-22T10:00:00Z.`,
    );
  // Otherwise 31 February would become a day in March.
  dayGiven(name, text.slice(0, 10));
  return at;
}
