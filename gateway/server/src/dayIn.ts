import { keep } from './keep.ts';

/** Making a format takes a hundred times as long as using it, and a hub has one time zone. */
const formatFor = keep(
  (timeZone) => new Intl.DateTimeFormat('en-AU', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
  10,
);

/** The calendar day an instant falls on in a time zone (IANA name), `YYYY-MM-DD`. */
export function dayIn(instant: Date, timeZone: string): string {
  const parts = formatFor(timeZone).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
