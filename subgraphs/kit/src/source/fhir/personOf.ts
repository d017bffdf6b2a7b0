import type { Address, Contact, Identity, PersonName, Sex } from '@accord/contract/generated/api';
import { tokenOf, wordsOf } from './concepts.ts';
import { birthOf, inForce, type Moment } from './inForce.ts';
import type { CodeableConcept, ContactPoint, FhirAddress, FhirPeriod, HumanName, Patient } from './r4.ts';

const sexes: Readonly<Record<string, Sex>> = {
  male: 'MALE',
  female: 'FEMALE',
  other: 'ANOTHER_TERM',
  unknown: 'NOT_STATED',
};

/** https://hl7.org/fhir/R4/valueset-administrative-gender.html */
export const sexOf = ({ gender }: Patient): Sex | null => sexes[String(gender)] ?? null;

/** Uses that mark the name in use, the best first. https://hl7.org/fhir/R4/valueset-name-use.html */
const nameUses = ['usual', 'official', undefined, 'temp'] as const;

/** The name in use, and all others. An anonymous name is left out: it exists so that nobody knows whose it is. */
export function namesOf(
  { name = [] }: Patient,
  now: Moment,
): Readonly<{ current: PersonName | null; others: readonly PersonName[] }> {
  const known = name.filter(({ use }) => use !== 'anonymous');
  const current = bestOf(known, nameUses, ({ use }) => use, now);
  return { current: current ? asName(current) : null, others: known.filter((other) => other !== current).map(asName) };
}

const asName = ({ given, family, text }: HumanName): PersonName =>
  given || family ? { given: given?.join(' ') ?? null, family: family ?? null } : { given: text ?? null, family: null };

export function identityOf(patient: Patient, now: Moment): Identity {
  const { current, others } = namesOf(patient, now);
  const { day, accuracy } = birthOf(patient.birthDate);
  return {
    name: current,
    alsoKnownAs: others,
    dateOfBirth: day,
    dateOfBirthAccuracy: accuracy,
    sex: sexOf(patient),
    language: languageOf(patient),
  };
}

/** The preferred language, or the only one. https://hl7.org/fhir/R4/patient-definitions.html#Patient.communication */
function languageOf({ communication = [] }: Patient): string | null {
  const [only] =
    communication.length === 1 ? communication : communication.filter(({ preferred }) => preferred === true);
  return inEnglish(only?.language) ?? wordsOf(only?.language);
}

const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
function inEnglish(language: CodeableConcept | undefined): string | null {
  const coding = language?.coding?.find((each) => tokenOf(each).startsWith('urn:ietf:bcp:47|'));
  try {
    return coding?.code ? (english.of(coding.code) ?? null) : null;
  } catch {
    return null; // not a language tag
  }
}

/** https://hl7.org/fhir/R4/valueset-contact-point-use.html */
const pointUses = ['mobile', 'home', undefined, 'temp', 'work'] as const;

/** The contact details in force. FHIR has no way to mark a way of contact as unsafe. */
export const contactOf = ({ telecom = [] }: Patient, now: Moment): Contact => ({
  phone: pointIn(telecom, ['phone', 'sms'], now),
  email: pointIn(telecom, ['email'], now),
  unsafe: [],
});

/** The best one by `rank`, then by use. */
export function pointIn(
  points: readonly ContactPoint[],
  systems: readonly ContactPoint['system'][],
  now: Moment,
  uses: readonly ContactPoint['use'][] = pointUses,
): string | null {
  const byRank = points
    .filter(({ system, value }) => systems.includes(system) && value)
    .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || 0);
  const first = byRank.find(
    (point) => point.rank !== undefined && uses.includes(point.use) && inForce(point.period, now),
  );
  return (first ?? bestOf(byRank, uses, ({ use }) => use, now))?.value ?? null;
}

/** Where the person lives, not where they work or where bills or letters go. https://hl7.org/fhir/R4/valueset-address-use.html */
const addressUses = ['home', undefined, 'temp'] as const;
const livedAt = ({ address = [] }: Patient) => address.filter(({ type }) => type !== 'postal');

export function addressOf(patient: Patient, now: Moment): Address | null {
  const best = bestOf(livedAt(patient), addressUses, ({ use }) => use, now);
  return best ? asAddress(best) : null;
}

/** The last address, for linkage, which also uses one that has ended. */
export function lastAddressOf(patient: Patient, now: Moment): Address | null {
  const lived = livedAt(patient).filter(({ use }) => use !== 'work' && use !== 'billing');
  const newest = [...lived].sort((a, b) => (b.period?.end ?? '9').localeCompare(a.period?.end ?? '9'));
  return addressOf(patient, now) ?? (newest[0] ? asAddress(newest[0]) : null);
}

const asAddress = ({ line, text, city, state, postalCode }: FhirAddress): Address => ({
  line: line?.join(', ') ?? text ?? null,
  suburb: city ?? null,
  state: state ?? null,
  postcode: postalCode ?? null,
});

/** The first item in force, in the order of `uses`; items with another use do not count. */
function bestOf<Item extends Readonly<{ period?: FhirPeriod }>, Use>(
  items: readonly Item[],
  uses: readonly Use[],
  useOf: (item: Item) => Use | string | undefined,
  now: Moment,
): Item | undefined {
  const current = items.filter(({ period }) => inForce(period, now));
  return uses.map((use) => current.find((item) => useOf(item) === use)).find((item) => item !== undefined);
}
