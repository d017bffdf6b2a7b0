import type { QueryAlertsToApproveArgs, QueryAlertsToReviewArgs } from '@accord/contract/generated/api';
import type { RequestContext } from '../../RequestContext.ts';
import type { AlertOrderRow } from '../../store/alertOrders.ts';
import { assertMayDo } from '../../subgraph/mayDo.ts';
import { type IfTold, type Page, pageSize, visiblePage } from '../../subgraph/pageOf.ts';
import { peopleOnBoard } from '../../subgraph/peopleOnBoard.ts';
import { recordOfOrder } from './ownRecord.ts';
import type { PromptParts } from './PromptParts.ts';

/** Returns the alerts of the requester's own agency whose review is overdue. What they say comes from the agency. */
export async function alertsToReview(
  args: QueryAlertsToReviewArgs,
  { cursors }: Pick<PromptParts, 'cursors'>,
  context: RequestContext,
) {
  const { requester, lists } = context;
  assertMayDo('alertsToReview', requester);
  const first = pageSize(args.first, 50, 200);
  const asked = { of: 'AGENCY' as const, peopleAfter: args.peopleAfter };
  const { clients, after: peopleAfter, nextPeople } = await peopleOnBoard(asked, context, cursors);
  const own = clients.map(({ id, epoch, records }) => ({
    ...{ id, epoch },
    records: records.filter(({ agency }) => agency === requester.agency.id),
  }));
  const id = lists.add({
    ...{ clients: own, nextPeople, filter: { reviewOverdue: true }, orderBy: 'REVIEW_DUE' },
    ...{ first, after: args.after || null, name: JSON.stringify(['alertsToReview', peopleAfter]) },
  });
  return { id, records: own.flatMap(({ records }) => records.map(({ handle }) => ({ id: handle }))), nextPeople };
}

export type ApprovalView = NonNullable<Awaited<ReturnType<typeof approvalView>>>;

/** Returns the alerts that wait for a lead of the requester's own agency, newest first. */
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
    (row, ifTold) => approvalView(row, store, context, ifTold),
  );
}

async function approvalView(row: AlertOrderRow, store: PromptParts['store'], context: RequestContext, ifTold: IfTold) {
  const record = await recordOfOrder(row, store, context);
  if (!record) return null;
  ifTold(() => context.disclosures.note(record, row.categories));
  return {
    ...{ id: row.order, code: row.code, askedBy: row.askedBy, at: row.at.toISOString() },
    record: { id: record.handle },
  };
}
