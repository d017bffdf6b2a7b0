/**
 * Names this partnership gives in FHIR to what HL7 has no name for. `accord.example` stands for the partnership's own domain:
 * change it here, once, before the first export leaves the partnership.
 */
const BASE = 'https://accord.example/fhir';

/** The system for ids that cannot be FHIR ids. */
export const ACCORD_ID = `${BASE}/id`;
/** The policy that every exported R4 consent names: this hub's consent rules. */
export const ACCORD_POLICY = `${BASE}/policy/consent`;
/** HL7's own extension for who witnessed the consent. */
export const WITNESS = 'http://hl7.org/fhir/StructureDefinition/consent-Witness';

export const accordSystem = (kind: 'category' | 'purpose'): string => `${BASE}/CodeSystem/${kind}`;

const extension = <Name extends string>(name: Name) => `${BASE}/StructureDefinition/${name}`;

/** The extensions, by what they hold (table in FHIR.md). */
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

/**
 * Extensions that change what a provision says. They go in `modifierExtension`, so that a reader who does not know them must
 * not use the provision.
 */
export const MODIFIER = {
  type: extension('provision-type'),
  root: extension('root-provision'),
  actorsTogether: extension('actors-together'),
  requestPeriod: extension('request-period'),
} as const;
