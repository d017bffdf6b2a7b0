import type { Alert, AlertFilter, AlertOrder } from '@accord/contract/generated/api';
import { keep } from '@accord/execution/keep';
import type { ReadOfTwin } from '../exchange/Exchange.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { Released } from '../release/ReleaseBook.ts';
import type { AlertList } from './AlertLists.ts';
import type { MergedRecord } from './clientFields.ts';
import { comparePositions, type Page, pageOf } from './pageOf.ts';
import type { Cursors, Position } from './sealCursor.ts';

/** A released alert, with the record and person it belongs to. */
export type ClientAlert = Readonly<{
  alert: Alert;
  label: string | null;
  reviewOverdue: boolean;
  client: Readonly<{ id: string }>;
  record: Readonly<{ id: string }>;
}>;

export type AlertPage = Page<ClientAlert> &
  Readonly<{ totalCount: number; complete: boolean; nextPeople: (() => string) | null }>;

type Placed = Readonly<{ at: Position; alert: Alert; record: Released }>;

/**
 * What is read here of an alert whether anybody is told of it or not: of every alert, to find it, judge it, put it in order and word it; and
 * what only a filter, another order or another field needs, where that is asked.
 */
export const readOfAlerts: ReadOfTwin = new Map<string, readonly string[] | 'ALWAYS'>([
  ...(['id', 'about', 'code', 'severity', 'status', 'raisedOn'] as const).map((name) => [name, 'ALWAYS'] as const),
  ['certainty', ['filter']],
  // The list for leads is filtered and put in order by it whatever is asked of it.
  ['reviewDue', ['filter', 'orderBy', 'reviewOverdue', 'alertsToReview']],
]);

const graveness: readonly unknown[] = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
const holding: readonly unknown[] = ['ACTIVE', 'UNDER_REVIEW'];

/**
 * Merges released alerts of many records into one page.
 *
 * Every alert that fits the filter is noted as told, on this page or not: the count and the order tell of it.
 */
export function alertPage(
  list: AlertList,
  records: readonly MergedRecord[],
  context: RequestContext,
  cursors: Cursors,
): AlertPage {
  const today = context.today;
  const sorted: Placed[] = [];
  const came = new Set<string>();
  for (const { _id: handle, _alerts: alerts } of records) {
    if (!handle || !alerts) continue;
    came.add(handle);
    const record = context.book.record(handle);
    if (!record) continue;
    const told = context.disclosures.noting(record);
    for (const alert of alerts) {
      if (!fits(alert, list.filter, today)) continue;
      told(alert.about);
      sorted.push({ at: place(alert, list.orderBy), alert, record });
    }
  }
  sorted.sort((a, b) => comparePositions(a.at, b.at));
  const sealing = { cursors, use: { requester: context.requester, list: list.name } };
  const page = pageOf(sorted, list, sealing, ({ alert, record }) => clientAlert(alert, record, context));
  // Of this list's own fetch only: what fails beside it at the same time may be known sooner or later.
  const allCame = list.clients.every(({ records: asked }) =>
    asked.every(({ handle, agency }) => came.has(handle) || !context.sources.misses(agency)),
  );
  const { nextPeople } = list;
  return { ...page, totalCount: sorted.length, complete: allCame && nextPeople === null, nextPeople };
}

function clientAlert(alert: Alert, record: Released, { words, today }: RequestContext): ClientAlert {
  return {
    alert,
    // Also of a category that is out of use: an old alert keeps its last wording.
    label: words.alerts.get(alert.code ?? '')?.label ?? null,
    reviewOverdue: isOverdue(alert, today),
    client: { id: record.client },
    record: { id: record.handle },
  };
}

/** Overdue: it holds, and its review was due before today. */
const isOverdue = ({ status, reviewDue }: Alert, today: string): boolean =>
  holding.includes(status) && typeof reviewDue === 'string' && reviewDue < today;

/** An alert of which a tested part is unknown does not fit: it is neither counted nor shown. */
function fits(alert: Alert, filter: AlertFilter | null, today: string): boolean {
  if (!filter) return true;
  const { codes, status, certainty, minSeverity, reviewOverdue, raisedSince } = filter;
  return (
    oneOf(alert.code, codes) &&
    oneOf(alert.status, status) &&
    oneOf(alert.certainty, certainty) &&
    (!minSeverity || rank(alert.severity) >= rank(minSeverity)) &&
    (typeof reviewOverdue !== 'boolean' || isOverdue(alert, today) === reviewOverdue) &&
    (!raisedSince || (typeof alert.raisedOn === 'string' && alert.raisedOn >= raisedSince))
  );
}

const oneOf = <Value>(value: Value | null | undefined, wanted: readonly Value[] | null | undefined): boolean =>
  !wanted || (value !== null && value !== undefined && wanted.includes(value));

const rank = (severity: Alert['severity']): number => graveness.indexOf(severity);

/** Newest first, as a key that sorts ascending: days since 1970, negative. */
const backwards = (day: string | null | undefined): number => (day ? daysBefore(day) : 1);

const daysBefore = keep((day): number => -Date.parse(day) / 86_400_000, 10_000);

function place(alert: Alert, orderBy: AlertOrder): Position {
  switch (orderBy) {
    case 'MOST_URGENT':
      return [holding.includes(alert.status) ? 0 : 1, -rank(alert.severity), backwards(alert.raisedOn), alert.id];
    case 'NEWEST':
      return [backwards(alert.raisedOn), alert.id];
    case 'REVIEW_DUE':
      return [holding.includes(alert.status) && alert.reviewDue ? alert.reviewDue : '9999-12-31', alert.id];
    default:
      return orderBy satisfies never;
  }
}
