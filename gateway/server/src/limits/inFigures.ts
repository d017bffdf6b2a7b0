const most = 1_000_000_000;
const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A count for a sentence: `50,000`. What fragments of fragments add up to can have hundreds of digits; such a one is told as a bound. */
export const inFigures = (count: number): string =>
  count > most ? `more than ${figures.format(most)}` : figures.format(count);
