import { isolated } from '../../languages/isolated.ts';
/** Formatters of numbers and times in one language. */
export type Numbers = ReturnType<typeof numbersIn>;

/** Returns the formatters of numbers and times for a language. */
export function numbersIn(language: string) {
  const write = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(language, options);
    return (value: number): string => format.format(value);
  };
  const signed = write({ maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const tiny = write({ maximumSignificantDigits: 1, signDisplay: 'exceptZero' });
  const month = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const instant = (day: string): Date => new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  return {
    count: write({ maximumFractionDigits: 1 }),
    percent: write({ style: 'percent', maximumFractionDigits: 1 }),
    /** A difference of shares, in percentage points, with its sign. */
    points: (difference: number): string => {
      const points = difference * 100;
      // A difference that is not zero is never written as "0".
      return points !== 0 && Math.abs(points) < 0.05 ? tiny(points) : signed(points);
    },
    times: write({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    /** `YYYY-MM`, or any day in it. */
    month: (day: string): string => month.format(instant(day)),
    /** A range of months; what they share is written once, if the language does so. */
    span: ({ from, to }: Readonly<{ from: string; to: string }>): string =>
      month.formatRange(instant(from), instant(to)),
    list: (items: readonly string[]): string => new Intl.ListFormat(language).format(items.map(isolated)),
  };
}
