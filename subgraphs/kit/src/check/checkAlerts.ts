import { counted, type Finding } from './Finding.ts';

const fields = ['status', 'severity'] as const;

/**
 * Checks for alerts that are served but would be missed on boards: an alert without a status is missing from a board of
 * active alerts, one without a severity from a board with a minimum severity. Such a board says that it is incomplete, but
 * not for whom. Also checks for alerts that are served as closed before the day they end.
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
        found: `${lacking(without.status, all)} no status, so a board of active alerts leaves ${them(without.status)} out.`,
        todo: 'Give ACTIVE until an alert has ended, from whatever column says that it has (a day of its end, a state).',
      }),
      ...missed(closedEarly, {
        gravity: 'LOOK',
        where: 'alerts, status',
        found: `${counted(closedEarly, 'alert')} of ${all} ${closedEarly === 1 ? 'is' : 'are'} told as closed, though the day ${closedEarly === 1 ? 'it ends' : 'they end'} is still to come.`,
        todo: 'If that day is an expiry, they hold until then, and a board of active alerts leaves them out: give CLOSED only where "isOver" says that it has passed.',
      }),
      ...missed(without.severity, {
        gravity: 'LOOK',
        where: 'alerts, severity',
        found: `${lacking(without.severity, all)} no severity, so a board that asks for a least severity leaves ${them(without.severity)} out.`,
        todo: 'Map it where your system has one, also to its words for "not rated". Nothing to do where it has none: nobody should guess it.',
      }),
    ],
  };
}

const missed = (count: number, finding: Omit<Finding, 'check'>): readonly Finding[] =>
  count === 0 ? [] : [{ check: 'VALUES', ...finding }];

const lacking = (count: number, all: number): string =>
  `${counted(count, 'alert')} of ${all} ${count === 1 ? 'has' : 'have'}`;

const them = (count: number): string => (count === 1 ? 'it' : 'them');
