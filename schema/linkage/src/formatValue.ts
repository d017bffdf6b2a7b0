import type { ClkFeature, ClkFormat } from './ClkSchema.ts';
import { isDay } from './isDay.ts';

/**
 * Returns a value as it is hashed: a sentinel replaced (or left as it is), whole numbers without blanks, plus sign or leading
 * zeros, dates as `YYYYMMDD`.
 *
 * Throws RangeError, without the value in it, if a number or date is not one.
 */
export function formatValue(value: string, { identifier, format, hashing }: ClkFeature): string {
  const missing = hashing.missingValue;
  if (missing !== undefined && missing.sentinel === value) return missing.replaceWith ?? value;
  const formatted = inFormat(value, format);
  if (formatted === undefined) throw new RangeError(`A value of "${identifier}" does not fit its format.`);
  return formatted;
}

function inFormat(value: string, format: ClkFormat): string | undefined {
  switch (format.type) {
    case 'string':
    case 'enum':
      return value;
    case 'integer':
      return /^[+-]?\d+(_\d+)*$/.test(value.trim()) ? String(BigInt(value.trim().replaceAll(/[+_]/g, ''))) : undefined;
    case 'date':
      return dateOf(value, format.format);
    default:
      format satisfies never;
      return undefined;
  }
}

const patterns: ReadonlyMap<string, string> = new Map([
  ['%Y', '(?<year>\\d{4})'],
  ['%y', '(?<short>\\d{2})'],
  ['%m', '(?<month>1[0-2]|0?[1-9])'],
  ['%d', '(?<day>3[01]|[12]\\d|0?[1-9])'],
  ['%%', '%'],
]);

/** Understands %Y, %y, %m and %d of strptime, and the text between them. */
function dateOf(value: string, format: string): string | undefined {
  const pattern = format.replaceAll(/%.|[\\^$.*+?()[\]{}|]/gs, (part) => {
    if (!part.startsWith('%')) return `\\${part}`;
    const known = patterns.get(part);
    if (known === undefined) throw new RangeError(`The date format has "${part}", which is not supported.`);
    return known;
  });
  const parts = new RegExp(`^${pattern}$`).exec(value)?.groups;
  if (parts === undefined) return undefined;
  const short = Number(parts.short);
  // POSIX: 69 to 99 belong to the twentieth century.
  const year = parts.year ?? String(short + (short >= 69 ? 1900 : 2000));
  const month = (parts.month ?? '1').padStart(2, '0');
  const day = (parts.day ?? '1').padStart(2, '0');
  return isDay(Number(year), Number(month), Number(day)) ? year + month + day : undefined;
}
