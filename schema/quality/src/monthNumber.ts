/** Returns the number of a month such as "2026-07", counted from year 0. Throws RangeError if it is not a month. */
export function monthNumber(month: string): number {
  const [, year, inYear] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined || inYear === undefined)
    throw new RangeError(`"${month}" was given. Write a month as YYYY-MM.`);
  return Number(year) * 12 + Number(inYear) - 1;
}
