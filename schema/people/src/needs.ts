import { ageOn } from './calendar.ts';
import { dayOnFile, type Filing, laterOnFile } from './Filing.ts';
import type { AgencyKey, InventedNeed } from './InventedPerson.ts';

type Weights = readonly (readonly [reason: string, weight: number])[];

const adultReasons: Readonly<Record<AgencyKey, Weights>> = {
  harbour: [
    ['1', 18],
    ['2', 22],
    ['3', 24],
    ['4', 10],
    ['5', 14],
    ['6', 2],
    ['7', 12],
    ['10', 2],
    ['11', 10],
    ['12', 5],
    ['13', 6],
    ['14', 5],
    ['15', 3],
    ['16', 9],
    ['17', 2],
    ['18', 4],
    ['19', 1],
    ['20', 1],
    ['21', 2],
    ['22', 4],
    ['23', 1],
    ['25', 10],
    ['26', 3],
    ['99', 3],
  ],
  wattle: [
    ['1', 14],
    ['2', 8],
    ['3', 12],
    ['5', 4],
    ['6', 4],
    ['7', 16],
    ['8', 4],
    ['11', 8],
    ['12', 2],
    ['14', 2],
    ['21', 2],
    ['25', 14],
    ['26', 2],
  ],
  kestrel: [
    ['1', 6],
    ['7', 6],
    ['10', 1],
    ['11', 30],
    ['12', 28],
    ['13', 14],
    ['14', 14],
    ['16', 4],
    ['17', 4],
    ['21', 1],
    ['25', 10],
    ['26', 3],
    ['99', 2],
  ],
};

const childReasons: Weights = [
  ['7', 10],
  ['11', 6],
  ['12', 6],
  ['24', 10],
  ['25', 6],
  ['3', 8],
  ['26', 2],
];

/** Family violence is a need of nearly everyone at a specialist service; elsewhere only where the person told a worker. */
const VIOLENCE = '9';
const toldAsNeed: Readonly<Record<AgencyKey, number>> = { harbour: 0.5, wattle: 0.93, kestrel: 0.25 };

export function inventNeeds(filing: Filing): readonly InventedNeed[] {
  const { agency, truth, asOf, random } = filing;
  const weights = ageOn(truth.dateOfBirth, asOf) < 16 ? childReasons : adultReasons[agency];
  const reasons = new Set<string>();
  const told = truth.violence !== undefined && (filing.tells || filing.named || agency === 'wattle');
  if (told && random.chance(toldAsNeed[agency])) reasons.add(VIOLENCE);
  const wanted =
    reasons.size +
    random.weighted([
      [0, 4],
      [1, 40],
      [2, 34],
      [3, 16],
      [4, 6],
    ]);
  while (reasons.size < wanted) reasons.add(random.weighted(weights));

  return random.shuffled([...reasons]).map((reason): InventedNeed => {
    const identifiedOn = random.chance(0.6) ? filing.since : dayOnFile(filing);
    const met = random.chance(filing.until === undefined ? 0.25 : 0.6);
    const need = { id: filing.nextId('need'), reason, identifiedOn };
    return met ? { ...need, metOn: laterOnFile(filing, identifiedOn, random.int(14, 240)) } : need;
  });
}
