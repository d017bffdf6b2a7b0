import type { BoardAlertFragment } from './generated/board.ts';

/** How soon somebody has to act. */
export type GroupName = 'now' | 'overdue' | 'rest';

export type AlertGroup = Readonly<{ id: GroupName; alerts: readonly BoardAlertFragment[] }>;

const order: readonly GroupName[] = ['now', 'overdue', 'rest'];

/** True where the alert is in force. One whose review is overdue, or that was not extended, still is. */
export const holds = ({ alert: { status } }: Pick<BoardAlertFragment, 'alert'>): boolean =>
  status === 'ACTIVE' || status === 'UNDER_REVIEW';

/** Current safety first, then what must be looked at again, then the rest; within each, in the order they came. */
export function groupsOf(alerts: readonly BoardAlertFragment[]): readonly AlertGroup[] {
  return order
    .map((id) => ({ id, alerts: alerts.filter((one) => groupOf(one) === id) }))
    .filter((group) => group.alerts.length > 0);
}

function groupOf(shown: BoardAlertFragment): GroupName {
  const { severity } = shown.alert;
  if (holds(shown) && (severity === 'CRITICAL' || severity === 'HIGH')) return 'now';
  return shown.reviewOverdue ? 'overdue' : 'rest';
}
