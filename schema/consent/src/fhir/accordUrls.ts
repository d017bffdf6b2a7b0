/**
 * Names that this partnership gives in FHIR to what HL7 has none for. `accord.example` stands for the partnership's own
 * domain: change it here, once, before the first export leaves the house.
 */
const BASE = 'https://accord.example/fhir';

/** The system of ids that cannot be FHIR ids. */
export const ACCORD_ID = `${BASE}/id`;
/** The policy that every exported R4 consent is under: the consent rules of this hub. */
export const ACCORD_POLICY = `${BASE}/policy/consent`;
/** HL7's own extension for who saw the consent given. */
export const WITNESS = 'http://hl7.org/fhir/StructureDefinition/consent-Witness';

export const accordSystem = (kind: 'category' | 'purpose'): string => `${BASE}/CodeSystem/${kind}`;

const extension = <Name extends string>(name: Name) => `${BASE}/StructureDefinition/${name}`;

/** The extensions, by what they hold (FHIR.md has the table). */
export const EXTENSION = {
  status: extension('consent-status'),
  base: extension('consent-base'),
  recordedAt: extension('recorded-at'),
  withdrawnAt: extension('withdrawn-at'),
  supersedes: extension('supersedes'),
  evidenceKind: extension('evidence-kind'),
  capacity: extension('capacity'),
  authority: extension('authority'),
  anyDate: extension('any-date'),
  outermost: extension('outermost-provision'),
} as const;

/** Those that change what a provision says, and so stand in `modifierExtension`: who does not know them must not read on. */
export const MODIFIER = {
  type: extension('provision-type'),
  root: extension('root-provision'),
  actorsTogether: extension('actors-together'),
  requestPeriod: extension('request-period'),
} as const;
