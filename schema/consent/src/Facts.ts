import type { Span, When } from './instants.ts';

/** Ids are opaque text assigned by the hub: compared, never interpreted. */
export type FactId = string;
export type PersonId = string;
export type AgencyId = string;
export type UserId = string;
export type RecordId = string;
/** A code of the profile: HOUSING, ADDRESS … A code the profile does not list is unknown, and what is unknown is withheld. */
export type Category = string;
/** A code of the profile: SERVICE_COORDINATION, FV_PROTECTION … */
export type Purpose = string;

export type Effect = 'permit' | 'deny';

/**
 * One node of a consent's tree. A list left out means any. Values within a list are alternatives (OR); all lists must match
 * (AND). If `effect` is left out, it is the opposite of the parent's, which makes the node an exception, as in FHIR Consent.
 * The outermost rule takes the consent's `base`.
 */
export type Rule = Readonly<{
  effect?: Effect | undefined;
  agencies?: readonly AgencyId[] | undefined;
  users?: readonly UserId[] | undefined;
  purposes?: readonly Purpose[] | undefined;
  categories?: readonly Category[] | undefined;
  sources?: readonly AgencyId[] | undefined;
  /** Dates of the data. */
  dataPeriod?: Span | undefined;
  /** Dates of the request. */
  period?: Span | undefined;
  except?: readonly Rule[] | undefined;
}>;

export type Capacity = 'self' | ProxyCapacity;
export type ProxyCapacity = 'parent' | 'guardian' | 'attorney';

export type Giver = Readonly<{ person: PersonId; capacity: Capacity; authorityRef?: string | undefined }>;

export type Evidence = Readonly<{
  kind: 'signed' | 'verbal' | 'in-person';
  witness?: string | undefined;
  noticeVersion: string;
  language: string;
}>;

export type Consent = Readonly<{
  id: FactId;
  subject: PersonId;
  status: 'draft' | 'active' | 'refused' | 'superseded' | 'entered-in-error';
  /** Left out: the consent is the subject's own word. */
  givenBy?: Giver | undefined;
  /** `deny` is the opt-in form: it says nothing about what it does not open, and does not refuse it. */
  base: Effect;
  rule: Rule;
  effective: Span;
  recordedAt?: When | undefined;
  withdrawnAt?: When | undefined;
  supersedes?: readonly FactId[] | undefined;
  evidence?: Evidence | undefined;
}>;

/** A recorded finding that the law asks for before information may be shared without consent. */
export type LegalBasis = Readonly<{
  id: FactId;
  /** A code of the profile: SERIOUS_THREAT, FV_CHILD_AT_RISK … */
  kind: string;
  /** If left out, the basis covers nobody: such a finding is always about someone. */
  about?: readonly PersonId[] | undefined;
  categories?: readonly Category[] | undefined;
  period: Span;
  assertedBy?: string | undefined;
  reason?: string | undefined;
  consultedViews?: string | boolean | undefined;
}>;

export type Block = Readonly<{
  id: FactId;
  kind: 'SAFETY_BLOCK' | 'EXCLUDED_INFORMATION' | 'COURT_SUPPRESSION';
  person?: PersonId | undefined;
  categories?: readonly Category[] | undefined;
  records?: readonly RecordId[] | undefined;
  /** Whom it protects from. If left out, it stands against everyone. */
  against?: readonly PersonId[] | undefined;
}>;

/** Someone who may speak for a person, and how far. */
export type ProxyListing = Readonly<{
  person: PersonId;
  capacity: ProxyCapacity;
  period?: Span | undefined;
  /** What a guardian or attorney was appointed for. Only `information` gives authority over consent. */
  scope?: readonly string[] | undefined;
  personUsingViolence?: boolean | undefined;
}>;

export type Person = Readonly<{
  /** Date of birth, `YYYY-MM-DD`. */
  dob?: string | undefined;
  /** Assessed as able to make this decision for themselves, though under 18. */
  matureMinor?: boolean | undefined;
  proxies?: readonly ProxyListing[] | undefined;
}>;

/** Everything a decision is made from, apart from the ask itself. Order never matters; a list left out is empty. */
export type Facts = Readonly<{
  consents?: readonly Consent[] | undefined;
  bases?: readonly LegalBasis[] | undefined;
  blocks?: readonly Block[] | undefined;
  people?: Readonly<Record<PersonId, Person>> | undefined;
}>;
