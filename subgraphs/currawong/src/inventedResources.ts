import type { EpisodeOfCare, Flag, Patient, Resource } from '@accord/kit/source/fhir/r4';
import * as own from './ownCodes.ts';

const givens = ['Ada', 'Bao', 'Cleo', 'Dov', 'Esi', 'Finn', 'Gita', 'Hana'];
const families = ['Moss', 'Reed', 'Vale', 'Brook', 'Fenn'];

/** An invented Currawong patient, with a flag, a problem, an episode and a note. */
export function inventedResources(number: number): readonly Resource[] {
  const id = `p${number}`;
  const subject = { reference: `Patient/${id}` };
  const patient: Patient = {
    ...{ resourceType: 'Patient', id, active: true, gender: number % 2 === 0 ? 'male' : 'female' },
    name: [
      {
        use: 'official',
        family: families[number % families.length] ?? '',
        given: [`${givens[number % givens.length]}`],
      },
    ],
    birthDate: `19${50 + (number % 50)}-0${1 + (number % 9)}-1${number % 10}`,
    telecom: [{ system: 'phone', value: `03 5550 ${String(number).padStart(4, '0')}`, use: 'mobile' }],
    address: [{ use: 'home', line: [`${number} Example Street`], city: 'Kew', state: 'VIC', postalCode: '3101' }],
  };
  const flag: Flag = {
    ...{ resourceType: 'Flag', id: `f${number}`, status: 'active', subject, period: { start: '2026-03-01' } },
    code: { coding: [{ system: own.flagSystem, code: 'falls' }], text: 'Falls at home' },
    author: { reference: 'Practitioner/nurse' },
  };
  const episode: EpisodeOfCare = {
    ...{ resourceType: 'EpisodeOfCare', id: `e${number}`, status: 'active', patient: subject },
    type: [{ text: 'Community nursing' }],
    period: { start: '2026-02-01' },
    careManager: { reference: 'Practitioner/nurse' },
  };
  return [
    patient,
    flag,
    episode,
    {
      ...{ resourceType: 'Condition', id: `c${number}`, subject, recordedDate: '2026-02-03' },
      clinicalStatus: status('condition-clinical', 'active'),
      verificationStatus: status('condition-ver-status', 'confirmed'),
      code: { coding: [{ system: 'http://snomed.info/sct', code: '413473000' }] },
    } as Resource,
    {
      ...{ resourceType: 'Observation', id: `o${number}`, status: 'final', subject, effectiveDateTime: '2026-03-04' },
      code: { coding: [{ system: own.noteSystem, code: 'progress' }] },
      performer: [{ reference: 'Practitioner/nurse' }],
      valueString: 'Walks with a frame.',
    } as Resource,
  ];
}

const status = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});

/** Currawong's only nurse. */
export const staff: readonly Resource[] = [
  {
    ...{ resourceType: 'Practitioner', id: 'nurse', active: true },
    identifier: [{ system: own.signInSystem, value: 'nfinch' }],
    name: [{ family: 'Finch', given: ['Nell'] }],
    telecom: [{ system: 'phone', value: '03 5550 0199', use: 'work' }],
  } as Resource,
  {
    ...{ resourceType: 'PractitionerRole', id: 'nurse-role', active: true },
    practitioner: { reference: 'Practitioner/nurse' },
    code: [{ text: 'Community nurse' }],
  } as Resource,
];
