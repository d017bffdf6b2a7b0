/** True if the calendar has the day; there is no year 0. */
export function isDay(year: number, month: number, day: number): boolean {
  return year > 0 && day > 0 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return leap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
