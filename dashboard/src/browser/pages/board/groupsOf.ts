import type { BoardAlertFragment } from './generated/board.ts';

/** How soon somebody has to act. */
export type GroupName = 'now' | 'overdue' | 'rest';

export type AlertGroup = Readonly<{ id: GroupName; alerts: readonly BoardAlertFragment[] }>;

const order: readonly GroupName[] = ['now', 'overdue', 'rest'];

/** True if the alert is in force. One that is overdue for review, or was not extended, still is. */
export const holds = ({ alert: { status } }: Pick<BoardAlertFragment, 'alert'>): boolean =>
  status === 'ACTIVE' || status === 'UNDER_REVIEW';

/** Groups alerts: current safety first, then what is overdue for review, then the rest; within each, in the order received. */
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
