import type { Window } from '../reaudit/Audit.ts';

/** An alert as an audit sees it. Days are `YYYY-MM-DD`; null if none is on file. */
export type AlertFact = Readonly<{
  raisedOn: string | null;
  endedOn: string | null;
  status: string | null;
  certainty: string | null;
}>;

/** What is known about a record and one alert category: the days of evidence, and the alerts of that category. */
export type Facts = Readonly<{ evidence: readonly string[]; alerts: readonly AlertFact[] }>;

type Place = Readonly<Record<string, string>>;

/**
 * Returns a record's place in the table of a window, as things were on the window's last day: one value for each dimension of
 * `auditDimensions`. Only evidence dated within the window counts.
 *
 * An alert that was ruled out or corrected is not active; the record's certainty says which.
 */
export function cellOf({ evidence, alerts }: Facts, window: Window): Place {
  const end = endOf(window);
  const within = evidence.filter((day) => isWithin(day, window)).sort();
  const [firstEvidence] = within;
  const active = activeOn(alerts, end);
  const alert = active ?? ruledOutBy(alerts, end);
  const raisedWithin = active?.raisedOn != null && isWithin(active.raisedOn, window);
  const month = firstEvidence ?? (raisedWithin ? active.raisedOn : null);
  return {
    standing: firstEvidence === undefined ? (active ? 'ALERT_ONLY' : 'NEITHER') : active ? 'NAMED' : 'GAP',
    raised: active === undefined ? 'NONE' : raisedWithin ? 'WITHIN' : 'EARLIER',
    month: month?.slice(0, 7) ?? 'NONE',
    certainty: alert?.certainty ?? 'NONE',
    toAlert: firstEvidence === undefined || !active?.raisedOn ? 'NONE' : bandOf(firstEvidence, active.raisedOn),
  };
}

/** Returns how the same record stands on a later day: with an alert, or without one. */
export const standsOn = ({ alerts }: Pick<Facts, 'alerts'>, day: string): 'GAP' | 'NAMED' =>
  activeOn(alerts, day) ? 'NAMED' : 'GAP';

/** Returns the last day of a window. */
export function endOf({ last }: Window): string {
  const [year = 0, month = 1] = last.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return `${last}-${days}`;
}

const isWithin = (day: string, { first, last }: Window): boolean => {
  const month = day.slice(0, 7);
  return first <= month && month <= last;
};

/**
 * Returns the alert that was in force on the day; if there were several, the one raised first. One without a day of raising
 * counts as old.
 */
function activeOn(alerts: readonly AlertFact[], day: string): AlertFact | undefined {
  return known(alerts, day).find(
    ({ status, endedOn, certainty }) =>
      !noAlert.has(certainty ?? '') && (endedOn === null ? status !== 'CLOSED' : endedOn > day),
  );
}

const ruledOutBy = (alerts: readonly AlertFact[], day: string): AlertFact | undefined =>
  known(alerts, day).find(({ certainty }) => noAlert.has(certainty ?? ''));

const known = (alerts: readonly AlertFact[], day: string): readonly AlertFact[] =>
  alerts
    .filter(({ raisedOn, status }) => status !== 'ENTERED_IN_ERROR' && (raisedOn ?? '') <= day)
    .sort((a, b) => ((a.raisedOn ?? '') < (b.raisedOn ?? '') ? -1 : 1));

const noAlert: ReadonlySet<string> = new Set(['RULED_OUT', 'CORRECTED']);

function bandOf(evidence: string, raisedOn: string): string {
  const days = Math.round((Date.parse(raisedOn) - Date.parse(evidence)) / 86_400_000);
  if (days < 0) return 'BEFORE';
  if (days <= 7) return 'DAYS_0_7';
  if (days <= 30) return 'DAYS_8_30';
  return days <= 90 ? 'DAYS_31_90' : 'OVER_90';
}
