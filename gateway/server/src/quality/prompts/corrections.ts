import { compile } from '@accord/consent/compile';
import type { Profile } from '@accord/consent/Profile';
import { purposesOf } from '@accord/contract/roles';
import { dayIn } from '../../dayIn.ts';
import type { RequestContext } from '../../RequestContext.ts';
import { peopleWorkedWith, viewerOf } from '../../release/decideRelease.ts';
import { factsOf } from '../../release/factsOf.ts';
import type { Released } from '../../release/ReleaseBook.ts';
import { visibleDisclosures } from '../../release/visibleDisclosures.ts';
import type { AlertOrderRow } from '../../store/alertOrders.ts';
import type { LedgerEntry } from '../../store/LedgerEntry.ts';
import type { NewNotice, NoticeRow } from '../../store/notices.ts';
import type { Store } from '../../store/Store.ts';
import { newNotices } from '../../subgraph/newNotices.ts';
import type { IfTold } from '../../subgraph/pageOf.ts';
import type { OwnItem } from './ownItems.ts';
import { recordOfOrder } from './ownRecord.ts';
import type { PromptParts } from './PromptParts.ts';

/** Who had seen an alert, by the ledger: how many, and the notices they get about an order with this id. */
export type ToldBefore = Readonly<{
  counts: Readonly<{ agencies: number; people: number }>;
  readers: (order: string) => readonly NewNotice[];
}>;

const dayMs = 86_400_000;
const pageSize = 500;

/**
 * Returns everybody who has seen all of an alert's kinds of information of this record since the day it was raised, and the leads
 * of each other agency among them.
 *
 * The ledger has kinds, not single alerts, so this includes people who saw another alert of the same kinds: one too many is
 * better than one too few. It leaves out the corrector, who knows, and the person the record is about, who gets no notices. The
 * counts cover those whom the corrector may know of; notices go to all, and are judged when they are read. Cost: O(entries of the
 * agency since that day).
 */
export async function toldBefore(
  record: Released,
  { about, raisedOn }: OwnItem,
  { store, profile }: PromptParts,
  { requester, now }: RequestContext,
): Promise<ToldBefore> {
  const entries: LedgerEntry[] = [];
  const from = raisedOn === null ? new Date(0) : new Date(Date.parse(raisedOn) - dayMs);
  for (let after: number | null = null; ; ) {
    const page: readonly LedgerEntry[] = await store.ledger.read({
      ...{ agencyId: record.agency, handle: record.handle, from, after, first: pageSize },
    });
    entries.push(...page);
    after = page.at(-1)?.seq ?? null;
    if (page.length < pageSize) break;
  }
  const told = entries.filter(
    ({ at, categories, role, requester: user, requesterAgency }) =>
      (raisedOn === null || dayIn(at, profile.timeZone) >= raisedOn) &&
      about.every((category) => categories.includes(category)) &&
      role !== 'CLIENT' &&
      !(user === requester.user && requesterAgency === requester.agency.id),
  );
  const visible = await visibleDisclosures(told, store.clients, { requester, now, profile });
  const people = new Set(visible.map(({ entry }) => JSON.stringify([entry.requesterAgency, entry.requester])));
  const agencies = new Set(visible.map(({ entry }) => entry.requesterAgency));
  const readers = told.flatMap(({ requesterAgency: agencyId, requester: reader }) => [
    { agencyId, reader },
    ...(agencyId === requester.agency.id ? [] : [{ agencyId, reader: null }]),
  ]);
  return {
    counts: { agencies: agencies.size, people: people.size },
    readers: (order) => newNotices({ kind: 'CORRECTED', aboutId: order, clientId: record.client, at: now }, readers),
  };
}

/**
 * Whether the reader may see every kind of information that was corrected, by the rules of this moment: `HERE` for the purpose they
 * work under now, `ELSEWHERE` for another purpose that their role may claim, or null for none.
 *
 * Someone who was shown something wrong in order to protect a person coordinates services most of the day, and must learn of the
 * correction then too. `ELSEWHERE` does not tell them whom it was about.
 */
export async function correctionTold(
  { aboutId }: Pick<NoticeRow, 'aboutId'>,
  parts: CorrectionParts,
  context: RequestContext,
  ifTold: IfTold,
): Promise<'HERE' | 'ELSEWHERE' | null> {
  const { store } = parts;
  const order = await store.alertOrders.find(aboutId);
  if (!order) return null;
  const record = await recordOfOrder(order, store, context);
  if (!record) return (await mayTellElsewhere(order, parts, context)) ? 'ELSEWHERE' : null;
  // The notice discloses that something of these kinds was corrected.
  ifTold(() => context.disclosures.note(record, order.categories));
  return 'HERE';
}

type CorrectionParts = Readonly<{
  store: Pick<Store, 'links' | 'clients' | 'alertOrders'>;
  profile: Profile;
}>;

async function mayTellElsewhere(
  { handle, categories }: Pick<AlertOrderRow, 'handle' | 'categories'>,
  { store, profile }: CorrectionParts,
  { requester, partners, now }: RequestContext,
): Promise<boolean> {
  const whose = await store.links.whose(handle);
  if (!whose?.clientId || partners.get(whose.agencyId)?.state !== 'ACTIVE') return false;
  const [client] = await store.clients.open([whose.clientId]);
  const known = client && factsOf(client, { now, profile, unreadable: () => {} });
  if (!known || !client.records.some((record) => record.handle === handle)) return false;
  const viewer = viewerOf(requester, await peopleWorkedWith([known], store.clients, requester));
  return purposesOf(requester.role).some((purpose) => {
    const asker = { viewer, purpose, subjects: [known.subject], at: now.toISOString() };
    const table = compile(known.facts, asker, profile);
    const datum = { source: whose.agencyId, record: handle, action: 'read' } as const;
    return categories.every((category) => table.answer({ ...datum, category }).effect === 'permit');
  });
}
