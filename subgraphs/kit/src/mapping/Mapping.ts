import type {
  Address,
  Alert,
  Contact,
  DateAccuracy,
  Episode,
  HousingSituation,
  Identity,
  Involvement,
  Need,
  Note,
  Sex,
} from '@accord/contract/generated/api';
import type { ContractVersion, ModuleName } from '@accord/contract/subgraphs';
import type { AlertTerm } from '@accord/contract/vocabulary';
import type { Whereabouts } from '../guard/mentionOf.ts';
import type { OwnModule } from './defineModule.ts';
import type { Writes } from './defineWrites.ts';
import type { Many, One } from './section.ts';
import type { Table } from './table.ts';

/** An entry of a list, with its id in the agency's own tables. The hub makes ids opaque. */
export type Own<Entry extends Readonly<{ id: string }>> = Omit<Entry, 'id'> & Readonly<{ id: string | number }>;

/** The modules an agency declares, and their sections. */
export type ModuleSections = Partial<
  Readonly<{ housing: Readonly<{ housing: One<HousingSituation> }> } & Record<ModuleName, object>>
>;

/** A span of days, both included, `YYYY-MM-DD`. */
export type Period = Readonly<{ from: string; to: string }>;

/** Raw counts. The kit suppresses counts too small to disclose. */
export type RawFigures = Readonly<{
  /** People with a record on file at any time in the period. */
  people: number;
  /** Alerts raised in the period, by agreed category. */
  alerts: Iterable<readonly [code: string, count: number]>;
  /** Open needs identified in the period, by national reason. */
  needs: Iterable<readonly [code: string, count: number]>;
}>;

/**
 * How well records are kept, as raw counts. Leave out what the agency does not know. The kit suppresses counts too small to
 * disclose.
 */
export type RawDataQuality = Readonly<{
  /** People with a record on file now, open or not. */
  records: number;
  /** How many of these have no date of birth, and how many have an estimated one. */
  birthDates?: Readonly<{ missing: number; estimated?: number }>;
  /** How many of these are open and have had nothing written in them (a note, a need, an alert …) since `yearAgo`. */
  untouched?: number;
  /** Alerts that are active or under review; how many of these have no review date, and how many a review date before `today`. */
  alerts?: Readonly<{ active: number; withoutReview: number; overdue: number }>;
  /** All alerts, and those whose code falls into the `rest` of the mapping's codes. */
  alertCodes?: Readonly<{ all: number; unmapped: number }>;
  /** The same for needs. */
  needCodes?: Readonly<{ all: number; unmapped: number }>;
}>;

/**
 * What linkage needs to know about a record. It is encoded at the agency; only the keys, `sex`, `dobAccuracy`, `worker` and
 * `open` leave.
 */
export type LinkageRow = Readonly<{
  number: string | number;
  given: string | null;
  family: string | null;
  /** `YYYY-MM-DD`. */
  dateOfBirth: string | null;
  sex: Sex | null;
  dobAccuracy: DateAccuracy;
  /** Former names and nicknames. A null part is the same as in the current name. */
  alsoKnownAs?: readonly Readonly<{ given: string | null; family: string | null }>[];
  suburb?: string | null;
  postcode?: string | null;
  /** True where the person agreed to be linked. Needed where the agency announces only records of people who agreed. */
  consentedToLinkage?: boolean;
  /** Sign-in name of the worker in charge. */
  worker: string | null;
  /** True while the agency works with the person. */
  open: boolean;
}>;

/** All records of the agency, page by page, in a stable order. */
export type Linkage = Readonly<{
  /** At most `size` records after the one with this number (null: from the first); empty at the end. */
  page(after: string | null, size: number): Promise<readonly LinkageRow[]>;
  /** Where several people tables are read in turn: the `after` values from which `page` starts each of them. */
  starts?: readonly string[];
  /** How many records there are, to show a sync's progress. */
  count?(): Promise<number>;
  /**
   * Numbers of records that are on file but could not be read, and so appear on no page: they are not gone. Null where it
   * is unknown which they are; then no record is withdrawn. Leave this out where the pages hold every record there is.
   */
  unread?(): Promise<readonly (string | number)[] | null>;
  /** Present where the agency keeps a log of changes. */
  changes?: LinkageChanges;
}>;

/**
 * What changed after a position in the agency's own log (null: from the beginning): at most `size` records, none at the
 * end. The position is the agency's own value, such as a sequence number. The hub stores it, so it must not say anything
 * about a person. A timestamp works only if no two changes share one: a page that ends among several changes of the same
 * time would skip the rest of them.
 */
export type LinkageChanges = (
  cursor: string | null,
  size: number,
) => Promise<Readonly<{ rows: readonly LinkageRow[]; removed: readonly (string | number)[]; cursor: string }>>;

/** How an agency's own tables answer the contract. A section that is left out is null for every record. */
export type Mapping = Readonly<{
  /** The agency's short name, such as `harbour`. */
  id: string;
  /** The version of the contract the mapping is written for; if left out, the newest this kit knows. */
  contract?: ContractVersion;
  /** Which records exist. A record without a row here is not served at all, even where other tables still have rows for it. */
  records: Table<unknown>;
  identity?: One<Identity>;
  contact?: One<Contact>;
  address?: One<Address>;
  /**
   * Addresses and contact details that are disclosed to nobody, whatever the person consented to: a silent address, an
   * unsafe number, a refuge. They are removed from `address` and `contact`, and free text that mentions them is withheld.
   */
  silent?: Many<Whereabouts>;
  involvement?: One<Involvement>;
  episodes?: Many<Own<Episode>>;
  needs?: Many<Own<Need>>;
  alerts?: Many<Own<Alert>>;
  /**
   * Alert categories that the partnership agreed on since this version of the contract (listed in
   * `Query.vocabulary.alerts`). For alerts with such a code, set `about` with `aboutAlert(code, agreedAlerts)`. An alert
   * with a code that is listed nowhere is about nothing, and so is released to nobody.
   */
  agreedAlerts?: readonly AlertTerm[];
  notes?: Many<Own<Note>>;
  /** Sign-in name of the worker in charge, who is asked a record's prompts. If left out, only leads are asked. */
  inCharge?: One<Readonly<{ user: string | null }>>;
  /** How the agency takes alerts that its own workers raise through the hub. If left out, it takes none. */
  writes?: Writes;
  modules?: ModuleSections;
  /** Modules that belong to this partnership alone and whose SDL the hub has on file (`defineModule`). */
  ownModules?: readonly OwnModule[];
  figures?: (period: Period) => Promise<RawFigures>;
  /**
   * How well records are kept. Let the database do the counting, in a few statements however many records there are; days
   * are `YYYY-MM-DD`. If left out, nothing is reported.
   */
  dataQuality?: (days: Readonly<{ today: string; yearAgo: string }>) => Promise<RawDataQuality>;
  linkage?: Linkage;
  /**
   * For an agency that serves from extracts: the state they are in (`ExtractState`). `GET /health` and `accord-agency
   * check` show it.
   */
  extract?: () => Readonly<{
    asOf: Date | null;
    open: boolean;
    leftOut: number;
    waiting: string | null;
    strays?: (records: Table<unknown>) => Promise<
      readonly Readonly<{
        file: string;
        column: string;
        rows: number;
        people: string;
        merged?: true;
      }>[]
    >;
  }>;
}>;

/** Returns the mapping unchanged; the compiler checks it where it is written. */
export const defineAgency = (mapping: Mapping): Mapping => mapping;
