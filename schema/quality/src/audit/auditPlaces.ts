import type { Window } from '../reaudit/Audit.ts';
import type { Place } from '../suppression/CountTable.ts';
import { valuesOf } from '../suppression/Dimension.ts';
import { monthsBetween } from '../suppression/monthsBetween.ts';
import { endOf } from './cellOf.ts';

const ofAlert = ['NONE', 'INDICATED', 'DISCLOSED', 'ASSESSED', 'HISTORICAL'] as const;
const ofNoAlert = ['NONE', 'RULED_OUT', 'CORRECTED'] as const;
/** The bands of `toAlert` for an alert raised in the window, with the fewest days in each. */
const bands = { BEFORE: 0, DAYS_0_7: 0, DAYS_8_30: 8, DAYS_31_90: 31, OVER_90: 91 } as const;

/**
 * Returns every place in which `cellOf` can put a record. Its dimensions depend on each other, and readers of what is published
 * know how: an alert raised before the window precedes its evidence; evidence in the window's last month is answered within a
 * month, or not within the window.
 */
export function auditPlaces(window: Window): readonly Place[] {
  const months = valuesOf(monthsBetween(window.first, window.last).branches);
  const place = (standing: string, raised: string, month: string, certainty: string, toAlert = 'NONE'): Place => ({
    ...{ standing, raised, month, certainty, toAlert },
  });
  return [
    ...ofNoAlert.flatMap((certainty) => [
      place('NEITHER', 'NONE', 'NONE', certainty),
      ...months.map((month) => place('GAP', 'NONE', month, certainty)),
    ]),
    ...ofAlert.flatMap((certainty) => [
      place('ALERT_ONLY', 'EARLIER', 'NONE', certainty),
      ...months.flatMap((month) => [
        place('ALERT_ONLY', 'WITHIN', month, certainty),
        // An alert with no known day of raising counts as old, and falls in no band.
        ...['NONE', 'BEFORE'].map((band) => place('NAMED', 'EARLIER', month, certainty, band)),
        ...bandsOf(month, window).map((band) => place('NAMED', 'WITHIN', month, certainty, band)),
      ]),
    ]),
  ];
}

function bandsOf(month: string, window: Window): readonly string[] {
  const longest = Math.round((Date.parse(endOf(window)) - Date.parse(`${month}-01`)) / 86_400_000);
  return Object.entries(bands).flatMap(([band, fewest]) => (fewest <= longest ? [band] : []));
}
