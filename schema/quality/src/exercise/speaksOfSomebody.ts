/** What a text about an invented case does not need. */
export type TraitOfSomebody = 'TELEPHONE' | 'EMAIL' | 'DATE' | 'NUMBER';

const looks: Readonly<Record<TraitOfSomebody, RegExp>> = {
  EMAIL: /[^\s@]+@[^\s@]+\.[^\s@]+/u,
  // Eight or more digits, however spaced, with or without a country code.
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
  // Five or more digits in a row, or letters and digits in the style of record numbers: AB-1234, #204.
  NUMBER:
    /\d{5,}|\b\p{Lu}{1,4}[-/]?\d{3,}\b|#\s?\d+|\b(?:urn?|mrn|crn|file|record|case|client|medicare)\s*(?:no\.?|number|id)?\s*[:#]?\s*\d{2,}/iu,
};

const order = ['EMAIL', 'DATE', 'TELEPHONE', 'NUMBER'] as const satisfies readonly TraitOfSomebody[];

/**
 * Returns what in a text looks as if it belonged to a real person: a telephone number, an e-mail address, a date of birth, a
 * record number. Null if there is nothing.
 *
 * Such a text is refused rather than corrected. This finds no names and no real stories: it is for the author to make sure that
 * a scenario is invented.
 */
export const speaksOfSomebody = (text: string): TraitOfSomebody | null =>
  order.find((trait) => looks[trait].test(text)) ?? null;
