import { keep } from '@accord/execution/keep';

/** Making a formatter takes a hundred times as long as using it, and a hub has only one time zone. */
const formatFor = keep(
  (timeZone) => new Intl.DateTimeFormat('en-AU', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
  10,
);

/**
 * Days by minute: time zones differ from UTC by whole minutes, so a day never changes within one. Keeps several hours' worth of minutes.
 */
const dayKept = keep((_: string, instant: Date, timeZone: string): string => {
  const parts = formatFor(timeZone).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}, 500);

/** The calendar day an instant falls on in a time zone (IANA name), `YYYY-MM-DD`. */
export const dayIn = (instant: Date, timeZone: string): string =>
  dayKept(`${Math.floor(instant.getTime() / 60_000)} ${timeZone}`, instant, timeZone);
