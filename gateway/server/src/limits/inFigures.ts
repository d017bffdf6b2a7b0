const most = 1_000_000_000;
const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Writes a count for a sentence: `50,000`. Nested fragments can add up to a number of hundreds of digits, which is written as a bound. */
export const inFigures = (count: number): string =>
  count > most ? `more than ${figures.format(most)}` : figures.format(count);
