// The parts of FHIR R4 that are read here, under FHIR's own names. Servers leave out what they do not have, so only type
// and id are certain.

/** https://hl7.org/fhir/R4/datatypes.html#Coding */
export type Coding = Readonly<{ system?: string; code?: string; display?: string }>;

/** https://hl7.org/fhir/R4/datatypes.html#CodeableConcept */
export type CodeableConcept = Readonly<{ coding?: readonly Coding[]; text?: string }>;

/** A `date` or `dateTime`: a year, a month, a day or an instant. https://hl7.org/fhir/R4/datatypes.html#dateTime */
export type DateTime = string;

/** Both ends included. https://hl7.org/fhir/R4/datatypes.html#Period */
export type FhirPeriod = Readonly<{ start?: DateTime; end?: DateTime }>;

/** https://hl7.org/fhir/R4/references.html */
export type Reference = Readonly<{ reference?: string; display?: string }>;

/** https://hl7.org/fhir/R4/datatypes.html#Identifier */
export type Identifier = Readonly<{ system?: string; value?: string; period?: FhirPeriod }>;

/** https://hl7.org/fhir/R4/datatypes.html#HumanName */
export type HumanName = Readonly<{
  use?: 'usual' | 'official' | 'temp' | 'nickname' | 'anonymous' | 'old' | 'maiden';
  text?: string;
  family?: string;
  given?: readonly string[];
  period?: FhirPeriod;
}>;

/** https://hl7.org/fhir/R4/datatypes.html#ContactPoint */
export type ContactPoint = Readonly<{
  system?: 'phone' | 'fax' | 'email' | 'pager' | 'url' | 'sms' | 'other';
  value?: string;
  use?: 'home' | 'work' | 'temp' | 'old' | 'mobile';
  /** 1 is the most preferred. */
  rank?: number;
  period?: FhirPeriod;
}>;

/** https://hl7.org/fhir/R4/datatypes.html#Address */
export type FhirAddress = Readonly<{
  use?: 'home' | 'work' | 'temp' | 'old' | 'billing';
  type?: 'postal' | 'physical' | 'both';
  text?: string;
  line?: readonly string[];
  city?: string;
  state?: string;
  postalCode?: string;
  period?: FhirPeriod;
}>;

/** https://hl7.org/fhir/R4/resource.html; `meta.security`: https://hl7.org/fhir/R4/security-labels.html */
export type Resource<Type extends string = string> = Readonly<{
  resourceType: Type;
  id: string;
  meta?: Readonly<{ security?: readonly Coding[] }>;
  extension?: readonly Readonly<{ url?: string; valueCodeableConcept?: CodeableConcept }>[];
}>;

/** https://hl7.org/fhir/R4/patient.html */
export type Patient = Resource<'Patient'> &
  Readonly<{
    active?: boolean;
    name?: readonly HumanName[];
    telecom?: readonly ContactPoint[];
    gender?: 'male' | 'female' | 'other' | 'unknown';
    birthDate?: DateTime;
    deceasedBoolean?: boolean;
    deceasedDateTime?: DateTime;
    address?: readonly FhirAddress[];
    communication?: readonly Readonly<{ language?: CodeableConcept; preferred?: boolean }>[];
    link?: readonly Readonly<{ other?: Reference; type?: 'replaced-by' | 'replaces' | 'refer' | 'seealso' }>[];
  }>;

/** https://hl7.org/fhir/R4/flag.html */
export type Flag = Resource<'Flag'> &
  Readonly<{
    status?: 'active' | 'inactive' | 'entered-in-error';
    code?: CodeableConcept;
    subject?: Reference;
    period?: FhirPeriod;
    author?: Reference;
  }>;

/** https://hl7.org/fhir/R4/condition.html */
export type Condition = Resource<'Condition'> &
  Readonly<{
    /** active | recurrence | relapse | inactive | remission | resolved */
    clinicalStatus?: CodeableConcept;
    /** unconfirmed | provisional | differential | confirmed | refuted | entered-in-error */
    verificationStatus?: CodeableConcept;
    code?: CodeableConcept;
    subject?: Reference;
    onsetDateTime?: DateTime;
    abatementDateTime?: DateTime;
    recordedDate?: DateTime;
  }>;

/** https://hl7.org/fhir/R4/episodeofcare.html */
export type EpisodeOfCare = Resource<'EpisodeOfCare'> &
  Readonly<{
    status?: 'planned' | 'waitlist' | 'active' | 'onhold' | 'finished' | 'cancelled' | 'entered-in-error';
    type?: readonly CodeableConcept[];
    patient?: Reference;
    managingOrganization?: Reference;
    period?: FhirPeriod;
    careManager?: Reference;
  }>;

/** https://hl7.org/fhir/R4/observation.html */
export type Observation = Resource<'Observation'> &
  Readonly<{
    status?:
      | 'registered'
      | 'preliminary'
      | 'final'
      | 'amended'
      | 'corrected'
      | 'cancelled'
      | 'entered-in-error'
      | 'unknown';
    code?: CodeableConcept;
    subject?: Reference;
    effectiveDateTime?: DateTime;
    issued?: DateTime;
    performer?: readonly Reference[];
    valueString?: string;
    valueCodeableConcept?: CodeableConcept;
    note?: readonly Readonly<{ text?: string }>[];
  }>;

/** https://hl7.org/fhir/R4/consent.html#Consent.provision */
export type Provision = Readonly<{
  type?: 'deny' | 'permit';
  period?: FhirPeriod;
  provision?: readonly Provision[];
}>;

/** https://hl7.org/fhir/R4/consent.html */
export type Consent = Resource<'Consent'> &
  Readonly<{
    status?: 'draft' | 'proposed' | 'active' | 'rejected' | 'inactive' | 'entered-in-error';
    category?: readonly CodeableConcept[];
    patient?: Reference;
    provision?: Provision;
  }>;

/** https://hl7.org/fhir/R4/practitioner.html */
export type Practitioner = Resource<'Practitioner'> &
  Readonly<{
    active?: boolean;
    identifier?: readonly Identifier[];
    name?: readonly HumanName[];
    telecom?: readonly ContactPoint[];
  }>;

/** https://hl7.org/fhir/R4/practitionerrole.html */
export type PractitionerRole = Resource<'PractitionerRole'> &
  Readonly<{
    active?: boolean;
    practitioner?: Reference;
    code?: readonly CodeableConcept[];
    telecom?: readonly ContactPoint[];
  }>;

/** The resource types this kit requests from a server. */
export type Resources = {
  Patient: Patient;
  Flag: Flag;
  Condition: Condition;
  EpisodeOfCare: EpisodeOfCare;
  Observation: Observation;
  Consent: Consent;
  Practitioner: Practitioner;
  PractitionerRole: PractitionerRole;
};
export type ResourceType = keyof Resources;

/** Ids are letters, digits, `-` and `.`, at most 64 of them. https://hl7.org/fhir/R4/datatypes.html#id */
export const isFhirId = (text: unknown): text is string =>
  typeof text === 'string' && /^[A-Za-z0-9.-]{1,64}$/.test(text);

/**
 * The id in a reference to a resource of this type on the server with this base, whatever the version; null where it refers
 * to something else. References are relative or absolute. https://hl7.org/fhir/R4/references.html#literal
 */
export function idIn(reference: Reference | undefined, type: ResourceType, base: URL): string | null {
  const [of, id, ...version] = underBase(reference?.reference, base)?.split('/').slice(0, 4) ?? [];
  const plain = version.length === 0 || (version.length === 2 && version[0] === '_history');
  return of === type && plain && isFhirId(id) ? id : null;
}

/** The part after the base. A text that is relative, or on another server, is returned as it is. */
function underBase(text: unknown, base: URL): string | undefined {
  if (typeof text !== 'string') return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  const path = `${base.pathname.replace(/\/$/, '')}/`;
  return url?.origin === base.origin && url.pathname.startsWith(path) ? url.pathname.slice(path.length) : text;
}
