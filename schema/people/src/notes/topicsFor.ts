import { ageOn } from '../calendar.ts';
import type { Filing } from '../Filing.ts';
import type { AgencyKey } from '../InventedPerson.ts';
import { alcoholAndDrugs, bodyHealth, mentalHealth, pregnancy } from './notesOfHealth.ts';
import { housing, money } from './notesOfHousing.ts';
import {
  children,
  contact,
  culture,
  firstPeoplesCulture,
  interpreting,
  legal,
  ofAChild,
  ofAnInfant,
  services,
  strengths,
} from './notesOfLife.ts';
import type { Sentence } from './Sentence.ts';

type Topics = readonly (readonly [readonly Sentence[], number])[];

const adults: Readonly<Record<AgencyKey, Topics>> = {
  harbour: [
    [housing, 40],
    [money, 18],
    [services, 10],
    [strengths, 6],
    [legal, 5],
    [contact, 4],
    [mentalHealth, 6],
    [alcoholAndDrugs, 4],
    [bodyHealth, 4],
  ],
  wattle: [
    [housing, 16],
    [legal, 16],
    [money, 10],
    [services, 14],
    [contact, 8],
    [strengths, 10],
    [mentalHealth, 8],
  ],
  kestrel: [
    [mentalHealth, 30],
    [bodyHealth, 26],
    [alcoholAndDrugs, 18],
    [services, 8],
    [strengths, 8],
    [money, 4],
    [contact, 3],
    [housing, 3],
  ],
};

/** Returns what this agency's notes about this person are likely to be about, with weights. */
export function topicsFor({ agency, truth, language, asOf }: Filing): Topics {
  const age = ageOn(truth.dateOfBirth, asOf);
  if (age < 5) return [[ofAnInfant, 1]];
  if (age < 14) return [[ofAChild, 1]];
  const own = truth.tradition.key === 'first-peoples' ? firstPeoplesCulture : culture;
  const mayBePregnant = truth.sex === '2' && age >= 18 && age < 42;
  return [
    ...adults[agency],
    [own, truth.tradition.culturalIdentity === null ? 0 : 3],
    [interpreting, language === 'English' ? 0 : 8],
    [children, truth.hasChildren ? 14 : 0],
    [pregnancy, mayBePregnant ? 2 : 0],
  ];
}
