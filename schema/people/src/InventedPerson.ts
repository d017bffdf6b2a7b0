/**
 * What the generator says about one invented person: the truth, and what each agency has on file about them.
 *
 * Everything here is invented. Codes are those of the contract's vocabulary; the agencies' seeds translate them into the codes,
 * names and habits of their own tables.
 */
export type AgencyKey = 'harbour' | 'wattle' | 'kestrel';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export type Spelling = Readonly<{
  given: string;
  family: string;
  /** Another name they go by (former family name, nickname), where this agency knows one. */
  alias?: Readonly<{ given: string; family: string }>;
  /** Null where the agency never learned it. */
  dateOfBirth: Day | null;
  dateAccuracy: 'EXACT' | 'ESTIMATED' | 'UNKNOWN';
  /** 1 male, 2 female, 3 another term, 9 not stated (AIHW; METeOR 750032). */
  sex: '1' | '2' | '3' | '9';
}>;

export type Place = Readonly<{ line: string; suburb: string; state: 'VIC'; postcode: string }>;

export type Staff = Readonly<{
  /** Sign-in name, unique across the partnership, e.g. `mara.okafor@harbour`. */
  login: string;
  name: string;
  role: 'PRACTITIONER' | 'TEAM_LEADER' | 'MANAGER';
  team: string;
  phone: string;
}>;

export type InventedNeed = Readonly<{
  id: number;
  /** National reason for seeking assistance, '1' to '26' or '99' (METeOR 398625). */
  reason: string;
  identifiedOn: Day;
  metOn?: Day;
}>;

export type InventedAlert = Readonly<{
  id: number;
  code: string; // contract vocabulary: FAMILY_VIOLENCE_EXPERIENCING …
  certainty: 'INDICATED' | 'DISCLOSED' | 'ASSESSED' | 'HISTORICAL' | 'RULED_OUT';
  severity: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';
  status: 'ACTIVE' | 'UNDER_REVIEW' | 'CLOSED' | 'ENTERED_IN_ERROR';
  text: string;
  raisedOn: Day;
  raisedBy: Staff['role'];
  reviewDue?: Day;
  endedOn?: Day;
  endedReason?: string;
}>;

export type InventedNote = Readonly<{
  id: number;
  writtenOn: Day;
  writtenBy: string; // Staff.login
  text: string;
  /** Every category of information in the note, as contract categories. */
  about: readonly string[];
  /** True where the text describes family violence. This is the truth for audits; no agency stores it. */
  describesFamilyViolence: boolean;
}>;

export type InventedEpisode = Readonly<{
  id: number;
  programme: string;
  status: 'PLANNED' | 'WAITLIST' | 'ACTIVE' | 'ONHOLD' | 'FINISHED' | 'CANCELLED';
  start: Day;
  end?: Day;
}>;

/** What one agency has on file about the person. Ids are the agency's own, unique within agency and kind. */
export type FiledRecord = Readonly<{
  agency: AgencyKey;
  /** The agency's own record number. */
  number: number;
  spelling: Spelling;
  place: Place | null;
  phone: string | null;
  email: string | null;
  /** Ways of contacting them that are unsafe. */
  unsafeContact: readonly ('VOICEMAIL' | 'SMS' | 'LETTER')[];
  language: string; // English name of the language, 'English' where none other is needed
  culturalIdentity: string | null;
  programme: string;
  worker: Staff;
  since: Day;
  until?: Day;
  needs: readonly InventedNeed[];
  alerts: readonly InventedAlert[];
  notes: readonly InventedNote[];
  episodes: readonly InventedEpisode[];
  housing: Readonly<{
    situation:
      | 'ROUGH_SLEEPING'
      | 'CRISIS_ACCOMMODATION'
      | 'STAYING_WITH_OTHERS'
      | 'BOARDING'
      | 'RENTING'
      | 'OWNING'
      | 'INSTITUTION';
    since: Day;
    atRisk: boolean;
  }> | null;
  /** Kestrel only: coded observations. */
  health: readonly Readonly<{
    id: number;
    kind: 'MENTAL_HEALTH' | 'AOD' | 'MEDICATION' | 'HEALTH';
    concept: string;
    value: string;
    on: Day;
  }>[];
}>;

/**
 * A consent on file at the hub, in the words of the consent rules (schema/consent).
 *
 * How it reads as a rule tree. `R` is `{ agencies, purposes, categories, sources }`; a list that is unset here is unset there:
 * - status `refused`: base deny, rule `R` (a refusal of exactly this scope; of everything if no list is set);
 * - base `deny`: rule `{ except: [R] }`;
 * - base `permit`: rule `{ except }`; this form never has lists of its own.
 */
export type InventedConsent = Readonly<{
  id: string;
  status: 'active' | 'refused' | 'draft';
  /** `deny`: the opt-in form (only what `agencies`, `purposes`, `categories` name). `permit`: everything but `except`. */
  base: 'permit' | 'deny';
  agencies?: readonly AgencyKey[];
  purposes?: readonly string[];
  categories?: readonly string[];
  /** Whose data: the agencies that may release their records. Unset: every agency. */
  sources?: readonly AgencyKey[];
  /** Base `permit` only: what it leaves out. */
  except?: readonly Readonly<{
    agencies?: readonly AgencyKey[];
    purposes?: readonly string[];
    categories?: readonly string[];
  }>[];
  /** Truth id of the parent who gave it for a child; unset if the person gave it themself. */
  givenByParent?: string;
  from: Day;
  to?: Day;
  withdrawnOn?: Day;
  supersedes?: readonly string[];
  recordedBy: AgencyKey;
  evidence: 'signed' | 'verbal' | 'in-person';
  language: string;
}>;

export type InventedPerson = Readonly<{
  /** Truth id, such as `p00001`: the same id means the same person. The hub never sees it. */
  id: string;
  household: string;
  given: string;
  family: string;
  dateOfBirth: Day;
  records: readonly FiledRecord[];
  consents: readonly InventedConsent[];
  /** Blocks on file at the hub. `against` names other people by their truth id. */
  blocks: readonly Readonly<{ id: string; categories?: readonly string[]; against?: readonly string[] }>[];
}>;

export type InventedPartnership = Readonly<{
  staff: Readonly<Record<AgencyKey, readonly Staff[]>>;
  people: readonly InventedPerson[];
}>;
