import { ageOn } from './calendar.ts';
import { dayOnFile, type Filing } from './Filing.ts';
import type { FiledRecord } from './InventedPerson.ts';

type Housing = NonNullable<FiledRecord['housing']>;

const situations: readonly (readonly [Housing['situation'], number])[] = [
  ['ROUGH_SLEEPING', 7],
  ['CRISIS_ACCOMMODATION', 13],
  ['STAYING_WITH_OTHERS', 22],
  ['BOARDING', 11],
  ['RENTING', 38],
  ['OWNING', 4],
  ['INSTITUTION', 4],
];

/** Returns the housing situation, which the homelessness service always asks about and the others do not record as a code. */
export function inventHousing(filing: Filing): Housing | null {
  const { agency, truth, asOf, random } = filing;
  if (agency !== 'harbour' || random.chance(0.03)) return null;
  const child = ageOn(truth.dateOfBirth, asOf) < 16;
  const situation = random.weighted(child ? situations.filter(([one]) => one !== 'ROUGH_SLEEPING') : situations);
  const settled = situation === 'RENTING' || situation === 'OWNING';
  return { situation, since: dayOnFile(filing), atRisk: random.chance(settled ? 0.45 : 0.8) };
}
