/** What a text about an invented case has no use for. */
export type TraitOfSomebody = 'TELEPHONE' | 'EMAIL' | 'DATE' | 'NUMBER';

const looks: Readonly<Record<TraitOfSomebody, RegExp>> = {
  EMAIL: /[^\s@]+@[^\s@]+\.[^\s@]+/u,
  // Eight digits and more, however they are spaced, with or without a country's code.
  TELEPHONE: /(?<![\p{L}\d])\+?\(?\d(?:[\s().-]{0,2}\d){7,}(?!\d)/u,
  // A day with its year, in figures or with the month in words.
  DATE: new RegExp(
    [
      String.raw`\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})\b`,
      String.raw`\b\d{4}-\d{1,2}-\d{1,2}\b`,
      String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}\b`,
      String.raw`\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b`,
      String.raw`\b(?:dob|d\.o\.b\.?|date of birth|born on)\b`,
    ].join('|'),
    'iu',
  ),
  // Five digits and more in a row, or letters and digits as records are numbered: AB-1234, #204.
  NUMBER:
    /\d{5,}|\b\p{Lu}{1,4}[-/]?\d{3,}\b|#\s?\d+|\b(?:urn?|mrn|crn|file|record|case|client|medicare)\s*(?:no\.?|number|id)?\s*[:#]?\s*\d{2,}/iu,
};

const order = ['EMAIL', 'DATE', 'TELEPHONE', 'NUMBER'] as const satisfies readonly TraitOfSomebody[];

/**
 * What in a text looks as if it were somebody's: a telephone number, an e-mail address, a day of birth, the number of a record.
 * Null where there is nothing.
 *
 * Such a text is refused rather than mended. It finds no name and no story: that a scenario is invented is for its author.
 */
export const speaksOfSomebody = (text: string): TraitOfSomebody | null =>
  order.find((trait) => looks[trait].test(text)) ?? null;
