/**
 * Days and instants. A day without a time of day belongs to a time zone. As a beginning it is the first moment of that day
 * there; as an end it is the first moment of the next day, so that `to: 2026-11-22` includes the whole of the 22nd.
 */

/** A calendar day (`2026-11-22`) or an instant with its offset (`2026-11-22T10:00:00+11:00`, `…Z`). */
export type When = string;

/** Half-open: `from` is included, `to` is not. A side left out is unbounded. */
export type Span = Readonly<{ from?: When | undefined; to?: When | undefined }>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
// An offset is required: a time without one would mean a different moment on another machine.
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY_MS = 86_400_000;

export function isDay(text: string): boolean {
  return DAY.test(text) && isRealDay(text);
}

export function isInstant(text: string): boolean {
  const day = INSTANT.exec(text)?.[1];
  return day !== undefined && isRealDay(day) && !Number.isNaN(Date.parse(text));
}

/** Returns when `when` begins, in milliseconds since 1970. Throws a RangeError for what is neither a day nor an instant. */
export function startOf(when: When, timeZone: string): number {
  if (INSTANT.test(when)) return parsed(when);
  return midnight(when, timeZone, 0);
}

/** Returns when `when` is over, in milliseconds since 1970: the next midnight for a day, itself for an instant. */
export function endOf(when: When, timeZone: string): number {
  if (INSTANT.test(when)) return parsed(when);
  return midnight(when, timeZone, 1);
}

export function hasBegun(span: Span, at: number, timeZone: string): boolean {
  return span.from === undefined || at >= startOf(span.from, timeZone);
}

export function hasEnded(span: Span, at: number, timeZone: string): boolean {
  return span.to !== undefined && at >= endOf(span.to, timeZone);
}

export function within(span: Span, at: number, timeZone: string): boolean {
  return hasBegun(span, at, timeZone) && !hasEnded(span, at, timeZone);
}

/** Returns the first moment of the `years`th birthday. Someone born on 29 February has it on 1 March in a common year. */
export function birthday(dob: string, years: number, timeZone: string): number {
  const year = String(Number(dob.slice(0, 4)) + years).padStart(4, '0');
  const normal = new Date(dayInUtc(`${year}${dob.slice(4)}`)).toISOString().slice(0, 10);
  return startOf(normal, timeZone);
}

/** True if this machine knows a time zone of that name. */
export function isKnownTimeZone(name: string): boolean {
  try {
    formatFor(name);
    return true;
  } catch {
    return false;
  }
}

function parsed(instant: When): number {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new RangeError('A date or time was found that does not exist.');
  return at;
}

function isRealDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function dayInUtc(day: string): number {
  if (!DAY.test(day)) {
    throw new RangeError('A date or time was found that is neither YYYY-MM-DD nor an instant with its offset.');
  }
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

// Working out a midnight costs far more than the rest of a decision, and the same few days come up again and again. The memo
// changes no answer. It is emptied once it holds more days than any real partnership would ask about.
const MIDNIGHTS_KEPT = 20_000;
const midnights = new Map<string, number>();

function midnight(day: string, timeZone: string, daysLater: 0 | 1): number {
  const key = `${day} ${daysLater} ${timeZone}`;
  const known = midnights.get(key);
  if (known !== undefined) return known;
  const found = firstMoment(dayInUtc(day) + daysLater * DAY_MS, timeZone);
  if (midnights.size >= MIDNIGHTS_KEPT) midnights.clear();
  midnights.set(key, found);
  return found;
}

/** Clocks may change at midnight, so the first moment is the earliest one that falls on that day in the zone's calendar. */
function firstMoment(utcMidnight: number, timeZone: string): number {
  const offsets = [utcMidnight - DAY_MS, utcMidnight + DAY_MS].map((at) => offsetAt(at, timeZone));
  const candidates = offsets.map((offset) => utcMidnight - offset).sort((a, b) => a - b);
  const isThatDay = (at: number) => Math.floor((at + offsetAt(at, timeZone)) / DAY_MS) * DAY_MS === utcMidnight;
  return candidates.find(isThatDay) ?? Math.max(...candidates);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns how far the zone's clocks are ahead of UTC at that moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(at / 1000) * 1000;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}
