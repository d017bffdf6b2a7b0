import { counted, type Finding } from './Finding.ts';

const fields = ['status', 'severity'] as const;

/**
 * Looks at alerts that are told but would be missed on boards: without a status they are not among those that are active, without a
 * severity not among those of a least one. Such a board says that it is not complete, and not of whom. And at alerts that are told as closed
 * before the day they end.
 */
export function checkAlerts(today: string) {
  let [all, closedEarly] = [0, 0];
  const without = { status: 0, severity: 0 };
  return {
    value(alerts: readonly unknown[]): void {
      for (const alert of alerts) {
        if (typeof alert !== 'object' || alert === null) continue;
        all += 1;
        const endedOn: unknown = Reflect.get(alert, 'endedOn');
        if (Reflect.get(alert, 'status') === 'CLOSED' && typeof endedOn === 'string' && endedOn > today)
          closedEarly += 1;
        for (const field of fields) if ((Reflect.get(alert, field) ?? null) === null) without[field] += 1;
      }
    },
    findings: (): readonly Finding[] => [
      ...missed(without.status, {
        gravity: 'MEND',
        where: 'alerts, status',
        found: `${lacking(without.status, all)} no status, so boards of active alerts leave ${them(without.status)} out.`,
        todo: 'Give ACTIVE until an alert has ended, from whichever column says so (an end date, a state).',
      }),
      ...missed(closedEarly, {
        gravity: 'LOOK',
        where: 'alerts, status',
        found: `${counted(closedEarly, 'alert')} of ${all} ${closedEarly === 1 ? 'is' : 'are'} told as closed, though the end date is still to come.`,
        todo: 'If that date is an expiry, the alert holds until then, and boards of active alerts leave it out: give CLOSED only once "isOver" says that the date has passed.',
      }),
      ...missed(without.severity, {
        gravity: 'LOOK',
        where: 'alerts, severity',
        found: `${lacking(without.severity, all)} no severity, so boards with a minimum severity leave ${them(without.severity)} out.`,
        todo: 'If your system has one, map it, including its words for "not rated". If it has none, there is nothing to do: nobody should guess it.',
      }),
    ],
  };
}

const missed = (count: number, finding: Omit<Finding, 'check'>): readonly Finding[] =>
  count === 0 ? [] : [{ check: 'VALUES', ...finding }];

const lacking = (count: number, all: number): string =>
  `${counted(count, 'alert')} of ${all} ${count === 1 ? 'has' : 'have'}`;

const them = (count: number): string => (count === 1 ? 'it' : 'them');
