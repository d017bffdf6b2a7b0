/**
 * Parses a date of birth as far as it is known: `3/2/1990`, `2/1990`, `1990`, or the same as `1990-02-03`.
 *
 * @returns the date as `1990-02-03`, `1990-02` or `1990`; `null` if nothing was written, `undefined` if it cannot be parsed.
 */
export function dayAsFarAsKnown(text: string): string | null | undefined {
  const parts = text
    .trim()
    .split(/[-/. ]+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return null;
  if (parts.length > 3 || !parts.every((part) => /^\d+$/.test(part))) return undefined;
  const [year, month, day] = parts[0]?.length === 4 ? parts : parts.reverse();
  if (year?.length !== 4) return undefined;
  const known = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]));
  return isDay(Number(year), Number(month ?? 1), Number(day ?? 1)) ? known.join('-') : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
