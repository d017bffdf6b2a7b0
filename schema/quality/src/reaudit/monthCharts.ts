import { monthNumber } from '../monthNumber.ts';
import { type PChart, pChart } from '../statistics/pChart.ts';
import { type RunChart, runChart } from '../statistics/runChart.ts';
import { type XmrChart, xmrChart } from '../statistics/xmrChart.ts';
import type { Month } from './Audit.ts';

export type MonthCharts = Readonly<{
  months: readonly Month[];
  /** The share of gaps; every month has its own limits. */
  gap: PChart;
  /** Alerts by month, for the months that have a count. */
  alerts: Readonly<{ run: RunChart; xmr: XmrChart; leftOut: readonly string[] }>;
}>;

/** Returns charts over months, as data. Throws RangeError unless the months are in order. */
export function monthCharts(months: readonly Month[]): MonthCharts {
  months.forEach(({ month }, i) => {
    const last = months[i - 1];
    if (monthNumber(month) <= (last ? monthNumber(last.month) : -1)) {
      throw new RangeError(`The month ${month} was given after ${last?.month}. Give months in order.`);
    }
  });
  const alerts = months.flatMap((one) => (one.alerts === null ? [] : [one.alerts]));
  const leftOut = months.filter((one) => one.alerts === null).map(({ month }) => month);
  return {
    months,
    gap: pChart(months.map(({ gap }) => gap)),
    alerts: { run: runChart(alerts), xmr: xmrChart(alerts), leftOut },
  };
}
