const startsWithDay = /^(\d{4})-(\d\d)-(\d\d)(?![0-9])/;

/**
 * The calendar day of a date column, `YYYY-MM-DD`; null where there is none.
 *
 * A PostgreSQL `date` comes as a `Date` at midnight UTC, so the day is read in UTC, whatever the server's time zone.
 * Text must begin with `YYYY-MM-DD`. Text that names no day of the calendar gives null.
 */
export function day(value: Date | string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  const text = startsWithDay.exec(value)?.[0];
  return text !== undefined && isOnCalendar(text) ? text : null;
}

/**
 * Reads days that are written another way, such as `dayWritten('DD/MM/YYYY')('22/11/2026')`. Gives null for what is written
 * otherwise or is no day of the calendar.
 */
export function dayWritten(
  how: 'DD/MM/YYYY' | 'DD.MM.YYYY' | 'YYYYMMDD',
): (text: string | null | undefined) => string | null {
  const parts = ['YYYY', 'MM', 'DD'].map((part) => [how.indexOf(part), part.length] as const);
  const pattern = new RegExp(`^${how.replaceAll('.', '\\.').replaceAll(/[YMD]/g, '\\d')}$`);
  return (text) =>
    text && pattern.test(text) ? day(parts.map(([at, size]) => text.slice(at, at + size)).join('-')) : null;
}

/** The calendar day of an instant where the agency is, such as `dayIn(row.createdAt, 'Australia/Melbourne')`. */
export function dayIn(instant: Date | null | undefined, timeZone: string): string | null {
  if (!instant || Number.isNaN(instant.getTime())) return null;
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}

/** True for a day that is on the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return startsWithDay.exec(text)?.[0] === text && isOnCalendar(text);
}

/** 2026-02-30 parses, but as another day. */
function isOnCalendar(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
