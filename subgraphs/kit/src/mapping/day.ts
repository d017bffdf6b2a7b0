import { remark } from './remark.ts';
import { saysNone } from './saysNone.ts';

const startsWithDay = /^(\d{4})-(\d\d)-(\d\d)(?![0-9])/;

/**
 * The calendar day of a date column, `YYYY-MM-DD`; null where there is none.
 *
 * A PostgreSQL `date` comes as a `Date` at midnight UTC, so the day is read in UTC, whatever the server's time zone. Text
 * must begin with `YYYY-MM-DD`. Text that is not a day of the calendar gives null.
 */
export function day(value: Date | string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  const text = startsWithDay.exec(value)?.[0];
  if (text !== undefined && isOnCalendar(text)) return text;
  notADay(value, value);
  return null;
}

/** Remarks on a text that is not a day. A text that means "none" is not a mistake. */
function notADay(text: string, value: DayText): void {
  if (text.trim() !== '' && !saysNone(text)) remark({ kind: 'NOT_A_DAY', value });
}

/** Ways to write a day. `D` and `M` may have a leading zero or not. */
type Written =
  | 'DD/MM/YYYY'
  | 'D/M/YYYY'
  | 'MM/DD/YYYY'
  | 'M/D/YYYY'
  | 'DD.MM.YYYY'
  | 'DD-MM-YYYY'
  | 'YYYY/MM/DD'
  | 'YYYYMMDD'
  | 'YYYY-MM-DD';

/**
 * Reads days in another format, such as `dayWritten('DD/MM/YYYY')('22/11/2026')`. Gives null for any other format and for
 * days that are not on the calendar. A number is read by its digits (`20261122`). A time of day behind it is ignored
 * (`22/11/2026 14:30`).
 *
 * Where a column holds several formats, name them all, the most certain first: `dayWritten('D/M/YYYY', 'YYYY-MM-DD')`.
 */
export function dayWritten(...ways: readonly [Written, ...Written[]]): (text: DayText) => string | null {
  const patterns = ways.map(patternOf);
  return (written) => {
    const text = String(written ?? '');
    for (const pattern of patterns) {
      const found = pattern.exec(text.trim())?.groups;
      const told = `${found?.year}-${found?.month?.padStart(2, '0')}-${found?.day?.padStart(2, '0')}`;
      if (found && isOnCalendar(told)) return told;
    }
    notADay(text, written);
    return null;
  };
}

type DayText = string | number | null | undefined;

function patternOf(how: Written): RegExp {
  const groups = { YYYY: '(?<year>\\d{4})', MM: '(?<month>\\d\\d)', DD: '(?<day>\\d\\d)' };
  const short = { M: '(?<month>\\d\\d?)', D: '(?<day>\\d\\d?)' };
  const part = new Map<string, string>(Object.entries({ ...groups, ...short, '.': '\\.' }));
  const behind = `(?:${timeBehind.source.replace(/\$$/, '')})?`;
  const day = how.replaceAll(/YYYY|MM|DD|M|D|\./g, (word) => part.get(word) ?? word);
  return new RegExp(`^${day}${behind}$`, 'i');
}

/** A time of day behind a day: ` 14:30`, ` 02:30:00 PM`. Without a zone, the day is the one that is written. */
export const timeBehind = /[ T,]+([01]?\d|2[0-3])[:.][0-5]\d([:.][0-5]\d([.,]\d{1,9})?)?( ?[ap]\.?m\.?)?$/i;

/**
 * Reads days counted from an origin, such as `daysAfter('1899-12-30')(46348)` for a spreadsheet's or `'1840-12-31'` for a
 * MUMPS system's. A fraction of a day is dropped.
 */
export function daysAfter(origin: string): (count: string | number | null | undefined) => string | null {
  const start = Date.parse(`${origin}T00:00:00Z`);
  return (written) => {
    if (written === null || written === undefined || written === '') return null;
    const count = Math.floor(Number(written));
    const told = day(new Date(start + count * 86_400_000));
    if (told === null || !isDay(told)) remark({ kind: 'NOT_A_DAY', value: written });
    return told !== null && isDay(told) ? told : null;
  };
}

/**
 * The instant in a column that counts seconds or milliseconds since 1970. For its date:
 * `dayIn(epoch('SECONDS')(row.CREATED), zone)`.
 */
export function epoch(unit: 'SECONDS' | 'MILLISECONDS'): (count: EpochCount) => Date | null {
  return (written) => {
    if (written === null || written === undefined || written === '') return null;
    const instant = new Date(Number(written) * (unit === 'SECONDS' ? 1000 : 1));
    if (!Number.isNaN(instant.getTime())) return instant;
    remark({ kind: 'NOT_AN_INSTANT', value: written });
    return null;
  };
}

type EpochCount = string | number | bigint | null | undefined;

/** The calendar day of an instant where the agency is, such as `dayIn(row.createdAt, 'Australia/Melbourne')`. */
export function dayIn(instant: Date | null | undefined, timeZone: string): string | null {
  if (!instant || Number.isNaN(instant.getTime())) return null;
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}

/**
 * Whether a day has ended: the day itself still counts. False where there is no day. `timeZone` says where days begin and
 * end; UTC by default.
 *
 * For things that end on a day that may be in the future (an expiry, a planned exit, `31/12/9999`): a date in the column
 * does not mean that it has passed.
 */
export const isOver = (day: string | null, now: Date, timeZone = 'UTC'): boolean =>
  day !== null && day < (dayIn(now, timeZone) ?? '');

/** True for a day that is on the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return startsWithDay.exec(text)?.[0] === text && isOnCalendar(text);
}

/**
 * 2026-02-30 is written like a day but is not one. Takes what `startsWithDay` found. Computed without a `Date`, because
 * every day an agency serves is checked.
 */
function isOnCalendar(text: string): boolean {
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && isLeap ? 29 : (lastDays[month - 1] ?? 0);
  return date >= 1 && date <= last;
}
const lastDays: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
