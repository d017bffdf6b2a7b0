import type { Day } from './InventedPerson.ts';

/**
 * Arithmetic on days of the Gregorian calendar, without `Date`, so that no clock or time zone can leak in.
 *
 * Converts by the era method (400-year eras of 146,097 days, with years beginning in March).
 */
export type DateParts = Readonly<{ year: number; month: number; day: number }>;

/** Returns year, month and day of `YYYY-MM-DD`. Throws RangeError for anything else. */
export function partsOf(day: Day): DateParts {
  const parts = { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
  if (dayOf(parts) !== day || parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > 31) {
    throw new RangeError(`A day is written YYYY-MM-DD; "${day}" is not.`);
  }
  return parts;
}

export function dayOf({ year, month, day }: DateParts): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Returns the day this many days later (earlier if negative). */
export function addDays(day: Day, days: number): Day {
  return dayOf(partsOfNumber(numberOf(partsOf(day)) + days));
}

/** Returns the days from one day to another; negative if `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(partsOf(to)) - numberOf(partsOf(from));
}

/** Returns someone's age in whole years on that day. */
export function ageOn(dateOfBirth: Day, day: Day): number {
  const born = partsOf(dateOfBirth);
  const on = partsOf(day);
  const hadBirthday = on.month > born.month || (on.month === born.month && on.day >= born.day);
  return on.year - born.year - (hadBirthday ? 0 : 1);
}

function numberOf({ year, month, day }: DateParts): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

function partsOfNumber(number: number): DateParts {
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}
