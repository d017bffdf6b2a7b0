/** 0: not on file; 1 and 2: two ways in which it may be on file. */
export type Variant = 0 | 1 | 2;

/**
 * How one item of a record is filed. `key` is its name within the record, and `categories` are all the kinds of information it
 * discloses. An item without a category (`untold`) is released to nobody.
 */
export type Draw = (key: string, ...categories: readonly string[]) => Variant;

/** A record that is to be written into an agency's own tables. */
export type Filing = Readonly<{ number: number; draw: Draw }>;

/** Rows of an agency's own tables, by table. */
export type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Stands for what is deleted, voided, merged away or never categorised. */
export const untold = 'UNTOLD';

/** Text that shows, wherever it turns up, what was released: `[harbour 1 HEALTH+AOD]`. */
export const mark = (agency: string, number: number, categories: readonly string[]): string =>
  `[${agency} ${number} ${categories.join('+')}]`;

/** What an answer released, read from the marks in it. */
export function marksIn(
  text: string,
): readonly Readonly<{ agency: string; number: string; categories: readonly string[] }>[] {
  return [...text.matchAll(/\[(\w+) (\d+) ([\w+]+)\]/g)].map(([, agency = '', number = '', categories = '']) => ({
    agency,
    number,
    categories: categories.split('+'),
  }));
}

/** Kinds of notes: one of each category, and some of several. */
export const kindsOfNotes: readonly (readonly string[])[] = [
  ...['SERVICE_USE', 'IDENTITY', 'CONTACT', 'ADDRESS', 'HOUSING', 'FINANCE', 'LEGAL', 'FV_RISK', 'FV_NARRATIVE'],
  ...['HEALTH', 'MENTAL_HEALTH', 'AOD', 'CULTURAL_IDENTITY'],
]
  .map((category): readonly string[] => [category])
  .concat([
    ['HEALTH', 'MENTAL_HEALTH'],
    ['CONTACT', 'ADDRESS'],
    ['SERVICE_USE', 'FV_RISK'],
  ]);

/** One national presenting reason for each kind of information. */
export const kindsOfNeeds = [
  ['1', 'FINANCE'],
  ['2', 'HOUSING'],
  ['6', 'SERVICE_USE'],
  ['9', 'FV_RISK'],
  ['11', 'MENTAL_HEALTH'],
  ['12', 'HEALTH'],
  ['13', 'AOD'],
  ['18', 'LEGAL'],
  ['21', 'CULTURAL_IDENTITY'],
] as const;

/** One agreed alert for each kind of information. */
export const kindsOfAlerts = [
  ['FAMILY_VIOLENCE_EXPERIENCING', 'FV_RISK'],
  ['CHILD_WELLBEING', 'CHILD_WELLBEING'],
  ['SUICIDE_SELF_HARM', 'MENTAL_HEALTH'],
  ['MEDICAL', 'HEALTH'],
  ['WORKER_SAFETY_PERSON', 'WORKER_SAFETY'],
  ['COMMUNICATION_SAFETY', 'CONTACT'],
  ['COURT_ORDER', 'LEGAL'],
  ['INTERPRETER', 'CULTURAL_IDENTITY'],
  ['DATA_CORRECTION_PENDING', 'SERVICE_USE'],
] as const;

/** A day in the first half of 2026. Several things fall on the same day, so that their order is tested too. */
export const dayOf = (position: number, variant: Variant): string =>
  `2026-0${1 + (position % 3)}-1${variant + (position % 2)}`;

/** The row if something is on file, otherwise none. */
export const present = <Row>(variant: Variant, row: (variant: 1 | 2) => Row): readonly Row[] =>
  variant === 0 ? [] : [row(variant)];
