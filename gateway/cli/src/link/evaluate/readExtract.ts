import { knownDate } from '@accord/linkage/knownDate';
import type { LinkagePerson } from '@accord/linkage/LinkagePerson';
import { InputFault } from '../../InputFault.ts';
import { extractColumns, optionalColumns } from './extractColumns.ts';
import { readTable } from './readTable.ts';

/** One agency's records, as its own people extracted them from its system. */
export type Extract = Readonly<{
  file: string;
  people: readonly LinkagePerson[];
  /** The position of each record in `people`. */
  placeOf: ReadonlyMap<string, number>;
  /** Values that could not be read; they count as absent. */
  unread: Readonly<{ dates: number; sexes: number }>;
}>;

const sexes: ReadonlySet<string> = new Set([
  '1',
  '2',
  '3',
  '9',
  'M',
  'F',
  'X',
  'MALE',
  'FEMALE',
  'ANOTHER_TERM',
  'NOT_STATED',
]);

/** Reads a whole extract. Throws an `InputFault` if a column or an id is missing, or an id occurs twice. */
export function readExtract(file: string): Extract {
  const lineOf = new Map<string, number>();
  const placeOf = new Map<string, number>();
  const unread = { dates: 0, sexes: 0 };
  const people: LinkagePerson[] = [];
  for (const { line, values } of readTable(file, extractColumns, optionalColumns)) {
    const { id } = values;
    if (id === '') throw new InputFault(`${file}: line ${line}, column id: is empty; expected the id of a record.`);
    const first = lineOf.get(id);
    if (first !== undefined)
      throw new InputFault(`${file}: line ${line}, column id: repeats the id of line ${first}; expected each id once.`);
    lineOf.set(id, line);
    placeOf.set(id, people.length);
    const dateOfBirth = dateIn(values.date_of_birth);
    if (dateOfBirth === null && values.date_of_birth !== '') unread.dates += 1;
    const sex = values.sex.toUpperCase();
    if (sex !== '' && !sexes.has(sex)) unread.sexes += 1;
    const other = { given: orNull(values.other_given_name), family: orNull(values.other_family_name) };
    people.push({
      given: orNull(values.given_name),
      family: orNull(values.family_name),
      alsoKnownAs: other.given === null && other.family === null ? [] : [other],
      dateOfBirth,
      dobAccuracy: accuracyIn(values.dob_accuracy, file, line),
      sex: orNull(sex),
      suburb: orNull(values.suburb),
      postcode: orNull(values.postcode),
    });
  }
  return { file, people, placeOf, unread };
}

const orNull = (value: string): string | null => (value === '' ? null : value);

/** `YYYY-MM-DD`, from that or from `YYYYMMDD`, with zeros for an unknown part; null if it is not a day of the calendar. */
function dateIn(value: string): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(value);
  if (match === null) return null;
  const date = `${match[1]}-${match[2]}-${match[3]}`;
  const { day, month, year } = knownDate(date, null);
  return day === null && month === null && year === null ? null : date;
}

function accuracyIn(value: string, file: string, line: number): string | null {
  const indicator = value.toUpperCase();
  if (indicator !== '' && !/^[AEU]{3}$/.test(indicator)) {
    throw new InputFault(
      `${file}: line ${line}, column dob_accuracy: expected A, E or U for each of day, month and year, as in EEA.`,
    );
  }
  return orNull(indicator);
}
