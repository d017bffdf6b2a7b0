import type { QueryAlertsToApproveArgs, QueryAlertsToReviewArgs } from '@accord/contract/generated/api';
import type { RequestContext } from '../../RequestContext.ts';
import type { AlertOrderRow } from '../../store/alertOrders.ts';
import { assertMayDo } from '../../subgraph/mayDo.ts';
import { type Page, pageSize, visiblePage } from '../../subgraph/pageOf.ts';
import { knownRecord } from './ownRecord.ts';
import type { PromptParts } from './PromptParts.ts';

/** How many people the list of overdue reviews looks at, as the board. */
const boardSize = 200;

/** Alerts of the requester's own agency whose review is overdue; what they say, the agency answers. */
export async function alertsToReview(args: QueryAlertsToReviewArgs, context: RequestContext) {
  const { requester, book, lists } = context;
  assertMayDo('alertsToReview', requester);
  const of = { agencyId: requester.agency.id, worker: null, after: null, first: boardSize };
  const { clients } = await book.caseload(of);
  const own = clients.map((client) => ({
    ...client,
    records: client.records.filter(({ agency }) => agency === requester.agency.id),
  }));
  const id = lists.add({
    ...{
      clients: own,
      filter: { reviewOverdue: true },
      orderBy: 'REVIEW_DUE',
      name: JSON.stringify(['alertsToReview']),
    },
    ...{ first: pageSize(args.first, 50, 200), after: args.after ?? null },
  });
  return { id, records: own.flatMap(({ records }) => records.map(({ handle }) => ({ id: handle }))) };
}

export type ApprovalView = NonNullable<Awaited<ReturnType<typeof approvalView>>>;

/** Alerts that wait for a lead of the requester's own agency, the newest first. */
export function alertsToApprove(
  args: QueryAlertsToApproveArgs,
  { store, cursors }: PromptParts,
  context: RequestContext,
): Promise<Page<ApprovalView>> {
  const { requester } = context;
  assertMayDo('alertsToApprove', requester);
  return visiblePage(
    args,
    { cursors, use: { requester, list: JSON.stringify(['alertsToApprove']) } },
    (after, first) => store.alertOrders.waiting({ agencyId: requester.agency.id, after, first }),
    (row) => approvalView(row, store, context),
  );
}

async function approvalView(row: AlertOrderRow, store: PromptParts['store'], context: RequestContext) {
  const record = await knownRecord(row.handle, store, context);
  if (!record || !row.categories.every((category) => record.categories.has(category))) return null;
  context.disclosures.note(record, row.categories);
  return {
    ...{ id: row.order, code: row.code, askedBy: row.askedBy, at: row.at.toISOString() },
    record: { id: record.handle },
  };
}
