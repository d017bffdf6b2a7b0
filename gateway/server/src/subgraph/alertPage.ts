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
 * What this file reads of alerts, whether or not it is disclosed: always, what finds, judges, sorts and labels them; otherwise
 * only if requested, what a filter, another order or another field needs.
 */
export const readOfAlerts: ReadOfTwin = new Map<string, readonly string[] | 'ALWAYS'>([
  ...(['id', 'about', 'code', 'severity', 'status', 'raisedOn'] as const).map((name) => [name, 'ALWAYS'] as const),
  ['certainty', ['filter']],
  // The leads' list is filtered and sorted by it, whatever is requested of it.
  ['reviewDue', ['filter', 'orderBy', 'reviewOverdue', 'alertsToReview']],
]);

const graveness: readonly unknown[] = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
const holding: readonly unknown[] = ['ACTIVE', 'UNDER_REVIEW'];

/**
 * Merges released alerts of many records into one page.
 *
 * Every alert that fits the filter, or may, is noted as disclosed, on this page or not: the count, the order and `complete`
 * disclose it.
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
  let allKnown = true;
  for (const { _id: handle, _alerts: alerts } of records) {
    if (!handle || !alerts) continue;
    came.add(handle);
    const record = context.book.record(handle);
    if (!record) continue;
    const told = context.disclosures.noting(record);
    for (const alert of alerts) {
      const fit = fits(alert, list.filter, today);
      if (fit === false) continue;
      told(alert.about);
      if (fit === null || (list.filter?.status && !alert.status)) allKnown = false;
      if (fit === null) continue;
      sorted.push({ at: place(alert, list.orderBy), alert, record });
    }
  }
  sorted.sort((a, b) => comparePositions(a.at, b.at));
  const sealing = { cursors, use: { requester: context.requester, list: list.name } };
  const page = pageOf(sorted, list, sealing, ({ alert, record }) => clientAlert(alert, record, context));
  // Considers only this list's own fetch: when another fetch's failure becomes known depends on timing.
  const allCame = list.clients.every(
    ({ records: asked, lacking }) =>
      !lacking &&
      asked.every(({ handle, agency }) =>
        came.has(handle) ? !context.sources.hasLost(handle, 'Alert') : !context.sources.misses(agency),
      ),
  );
  const { nextPeople } = list;
  return { ...page, totalCount: sorted.length, complete: allCame && allKnown && nextPeople === null, nextPeople };
}

function clientAlert(alert: Alert, record: Released, { words, today }: RequestContext): ClientAlert {
  return {
    alert,
    // Includes categories that are out of use: an old alert keeps its last wording.
    label: words.alerts.get(alert.code ?? '')?.label ?? null,
    reviewOverdue: isOverdue(alert, today),
    client: { id: record.client },
    record: { id: record.handle },
  };
}

/** An alert whose status is not known is not sorted behind those that hold. */
const mayHold = ({ status }: Alert): boolean => !status || holding.includes(status);

/** Overdue: the alert holds, and its review was due before today. */
const isOverdue = ({ status, reviewDue }: Alert, today: string): boolean =>
  holding.includes(status) && typeof reviewDue === 'string' && reviewDue < today;

/**
 * Whether an alert fits; null if something that is tested is not known. Such an alert is neither counted nor shown, and the list
 * is not complete: an agency that leaves out how grave an alert is must not seem to say that there is none. One whose status is not
 * known is shown all the same, as at its agency: nearly every list is of alerts in force, and it may be.
 */
function fits(alert: Alert, filter: AlertFilter | null, today: string): boolean | null {
  if (!filter) return true;
  const { codes, status, certainty, minSeverity, reviewOverdue, raisedSince } = filter;
  const tests = [
    oneOf(alert.code, codes),
    !alert.status || oneOf(alert.status, status),
    oneOf(alert.certainty, certainty),
    test(minSeverity, alert.severity, (least, severity) => rank(severity) >= rank(least)),
    test(reviewOverdue, alert.status, (overdue) => isOverdue(alert, today) === overdue),
    test(raisedSince, alert.raisedOn, (since, day) => day >= since),
  ];
  return tests.includes(false) ? false : tests.includes(null) ? null : true;
}

/** True if nothing is wanted; null if something is, but the value is not known. */
function test<Wanted, Value>(
  wanted: Wanted | null | undefined,
  value: Value | null | undefined,
  holds: (wanted: Wanted, value: Value) => boolean,
): boolean | null {
  if (wanted === null || wanted === undefined) return true;
  return value === null || value === undefined ? null : holds(wanted, value);
}

const oneOf = <Value>(value: Value | null | undefined, wanted: readonly Value[] | null | undefined): boolean | null =>
  test(wanted, value, (list, one) => list.includes(one));

const rank = (severity: Alert['severity']): number => graveness.indexOf(severity);

/** Newest first, as a key that sorts ascending: days since 1970, negative. */
const backwards = (day: string | null | undefined): number => (day ? daysBefore(day) : 1);

const daysBefore = keep((day): number => -Date.parse(day) / 86_400_000, 10_000);

function place(alert: Alert, orderBy: AlertOrder): Position {
  switch (orderBy) {
    case 'MOST_URGENT':
      return [mayHold(alert) ? 0 : 1, -rank(alert.severity), backwards(alert.raisedOn), alert.id];
    case 'NEWEST':
      return [backwards(alert.raisedOn), alert.id];
    case 'REVIEW_DUE':
      return [mayHold(alert) && alert.reviewDue ? alert.reviewDue : '9999-12-31', alert.id];
    default:
      return orderBy satisfies never;
  }
}
