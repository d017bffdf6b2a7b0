import { isDay } from './isDay.ts';
import { lettersOf } from './lettersOf.ts';

export type SlkPerson = Readonly<{
  /** Null or empty where the agency does not know it. */
  given: string | null;
  family: string | null;
  /** `YYYY-MM-DD`; null where unknown. */
  dateOfBirth: string | null;
  /** The agency's own code, looked up in the table. */
  sex: string | null;
}>;

export type SlkSex = '1' | '2' | '3' | '9';

/** What an agency's sex codes mean in the key: 1 male, 2 female, 3 another term, 9 not stated. */
export type SexTable = Readonly<Record<string, SlkSex>>;

/** The national codes, and the letters used for them on most forms. */
export const nationalSexTable: SexTable = { '1': '1', '2': '2', '3': '3', '9': '9', M: '1', F: '2', X: '3' };

const PAST_THE_END = '2';
const NOT_STATED: SlkSex = '9';

/**
 * Returns the statistical linkage key SLK-581 (AIHW; METeOR 349510): letters 2, 3 and 5 of the family name, 2 and 3 of the
 * given name, date of birth DDMMYYYY, sex code. Fourteen characters.
 *
 * CAUTION: the key must never leave the agency unkeyed (see `keyedSlk`).
 *
 * - A place past the end of a short name is `2`. A missing family name is `999`, a missing given name `99`; a name without a
 *   Latin letter counts as missing.
 * - A sex code that is absent or not in the table is `9`, not stated.
 * - A single name gives one key as a family name and another as a given name, so a partnership must agree on one field for it.
 *
 * Null if the date of birth is unknown or not in the calendar: otherwise two people without a known date could have equal keys,
 * and missing data must never look like agreement. An estimated date goes into the key as it is; the date-accuracy indicator is
 * sent beside the key.
 */
export function slk581(person: SlkPerson, sexTable: SexTable = nationalSexTable): string | null {
  const born = bornOf(person.dateOfBirth);
  if (born === null) return null;
  const family = lettersOf(person.family ?? '');
  const given = lettersOf(person.given ?? '');
  const familyPart = family === '' ? '999' : places(family, [2, 3, 5]);
  const givenPart = given === '' ? '99' : places(given, [2, 3]);
  return familyPart + givenPart + born + sexOf(person.sex, sexTable);
}

function places(letters: string, wanted: readonly number[]): string {
  return wanted.map((place) => letters.charAt(place - 1) || PAST_THE_END).join('');
}

/**
 * Returns the meaning of a code; 9, not stated, if the table has none. Only the table's own entries count: a code such as
 * `constructor` must find nothing.
 */
export function sexOf(code: string | null, table: SexTable): SlkSex {
  if (code === null || !Object.hasOwn(table, code)) return NOT_STATED;
  return table[code] ?? NOT_STATED;
}

function bornOf(day: string | null): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  if (match === null) return null;
  const [, year = '', month = '', date = ''] = match;
  if (!isDay(Number(year), Number(month), Number(date))) return null;
  return date + month + year;
}
