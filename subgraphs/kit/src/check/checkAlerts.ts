import { counted, type Finding } from './Finding.ts';

/** Looks at alerts that are told but would be missed: without a status they are not among those that are active. */
export function checkAlerts() {
  let [all, withoutStatus] = [0, 0];
  return {
    value(alerts: readonly unknown[]): void {
      for (const alert of alerts) {
        if (typeof alert !== 'object' || alert === null) continue;
        all += 1;
        if ((Reflect.get(alert, 'status') ?? null) === null) withoutStatus += 1;
      }
    },
    findings(): readonly Finding[] {
      if (withoutStatus === 0) return [];
      return [
        {
          check: 'VALUES',
          gravity: 'MEND',
          where: 'alerts, status',
          found: `${counted(withoutStatus, 'alert')} of ${all} ${withoutStatus === 1 ? 'has' : 'have'} no status, so whoever asks for active alerts is not told of ${withoutStatus === 1 ? 'it' : 'them'}.`,
          todo: 'Give ACTIVE until an alert has ended, from whatever column says that it has (a day of its end, a state).',
        },
      ];
    },
  };
}
