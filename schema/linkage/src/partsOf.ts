import type { PartName } from './ClientSchema.ts';
import { foldedName } from './foldedName.ts';
import { knownDate } from './knownDate.ts';
import type { LinkagePerson } from './LinkagePerson.ts';
import { type SexTable, sexOf } from './slk581.ts';

/** Returns the parts of a person as they are encoded; null where unknown. */
export function partsOf(person: LinkagePerson, sexTable: SexTable): Readonly<Record<PartName, string | null>> {
  const { day, month, year } = knownDate(person.dateOfBirth, person.dobAccuracy);
  const sex = sexOf(person.sex, sexTable);
  return {
    given: foldedName(person.given),
    family: foldedName(person.family),
    day,
    month,
    year,
    birth: day !== null && month !== null && year !== null ? year + month + day : null,
    sex: sex === '9' ? null : sex,
    suburb: foldedName(person.suburb),
    postcode: postcodeOf(person.postcode),
  };
}

/** Returns the letters and figures of a postcode; one without a figure (`n/a`) counts as unknown. */
function postcodeOf(postcode: string | null): string | null {
  const folded = (postcode ?? '').normalize('NFKC').toUpperCase();
  return /[0-9]/.test(folded) ? folded.replaceAll(/[^0-9A-Z]/g, '') : null;
}
