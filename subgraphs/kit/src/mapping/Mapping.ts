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

/** An entry of a list, under the id it has in the agency's own tables. The hub makes ids opaque. */
export type Own<Entry extends Readonly<{ id: string }>> = Omit<Entry, 'id'> & Readonly<{ id: string | number }>;

/** The modules an agency declares, and their sections. */
export type ModuleSections = Partial<
  Readonly<{ housing: Readonly<{ housing: One<HousingSituation> }> } & Record<ModuleName, object>>
>;

/** A span of days, both included, `YYYY-MM-DD`. */
export type Period = Readonly<{ from: string; to: string }>;

/** Counts as they are. The kit suppresses what is too small to tell. */
export type RawFigures = Readonly<{
  /** People with a record on file at any time in the period. */
  people: number;
  /** Alerts raised in the period, by agreed category. */
  alerts: Iterable<readonly [code: string, count: number]>;
  /** Open needs identified in the period, by national reason. */
  needs: Iterable<readonly [code: string, count: number]>;
}>;

/** How well records are kept, as counts as they are; what the agency does not know is left out. The kit suppresses what is too small to tell. */
export type RawDataQuality = Readonly<{
  /** People with a record on file now, open or not. */
  records: number;
  /** Of these, without a date of birth; with one that is an estimate. */
  birthDates?: Readonly<{ missing: number; estimated?: number }>;
  /** Of these, open, with nothing written in them (a note, a need, an alert …) since `yearAgo`. */
  untouched?: number;
  /** Alerts that hold or are reviewed; of these, without a day of review, and with one before `today`. */
  alerts?: Readonly<{ active: number; withoutReview: number; overdue: number }>;
  /** Alerts, and those whose code falls to the rest of the mapping's codes. */
  alertCodes?: Readonly<{ all: number; unmapped: number }>;
  /** Needs, likewise. */
  needCodes?: Readonly<{ all: number; unmapped: number }>;
}>;

/** What linkage needs to know of a record. It is encoded at the agency; of this only the keys, `sex`, `dobAccuracy`, `worker` and `open` leave. */
export type LinkageRow = Readonly<{
  number: string | number;
  given: string | null;
  family: string | null;
  /** `YYYY-MM-DD`. */
  dateOfBirth: string | null;
  sex: Sex | null;
  dobAccuracy: DateAccuracy;
  /** Former names and nicknames; what one leaves out is as in the name. */
  alsoKnownAs?: readonly Readonly<{ given: string | null; family: string | null }>[];
  suburb?: string | null;
  postcode?: string | null;
  /** True where the person agreed to be linked: asked for where the agency takes part with such records only. */
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
  /** Where more than one people table is read in turn: what to give `page` as `after` for the first records of each. */
  starts?: readonly string[];
  /** How many there are, for whoever watches a sync. */
  count?(): Promise<number>;
  /**
   * Records on file that could not be read and so stand on no page, by number: they are not gone. Null where nobody can say which, and
   * then none is taken back. Left out where a page has every record there is.
   */
  unread?(): Promise<readonly (string | number)[] | null>;
  /** Where the agency keeps a list of what changed. */
  changes?: LinkageChanges;
}>;

/**
 * What changed after a place in the agency's own list (null: from the beginning), at most `size` records; nothing at the end. The
 * place is the agency's own word, such as a sequence number; the hub keeps it, so it says nothing of anybody. A time does only where no
 * two changes have the same: a page that ends among several of one time leaves the others of it out.
 */
export type LinkageChanges = (
  cursor: string | null,
  size: number,
) => Promise<Readonly<{ rows: readonly LinkageRow[]; removed: readonly (string | number)[]; cursor: string }>>;

/** How an agency's own tables answer the contract. A section that is left out is null for every record. */
export type Mapping = Readonly<{
  /** The agency's short name, such as `harbour`. */
  id: string;
  /** The version of the contract it is written for; left out, the newest this kit knows. */
  contract?: ContractVersion;
  /** Which records exist. Where there is no row here, nothing of the record is told, even where other tables still have rows. */
  records: Table<unknown>;
  identity?: One<Identity>;
  contact?: One<Contact>;
  address?: One<Address>;
  /**
   * Where somebody is and how to reach them that is told to nobody, whatever they consented to: a silent address, an unsafe number, a
   * refuge. `address` and `contact` leave it out; here it is looked for in somebody's own words, which are withheld where they hold it.
   */
  silent?: Many<Whereabouts>;
  involvement?: One<Involvement>;
  episodes?: Many<Own<Episode>>;
  needs?: Many<Own<Need>>;
  alerts?: Many<Own<Alert>>;
  /**
   * Alert categories the partnership agreed on since this version of the contract (`Query.vocabulary.alerts` has them). Alerts of such a
   * code say `about` by `aboutAlert(code, agreedAlerts)`; one of a code that stands nowhere is about nothing, and so told to nobody.
   */
  agreedAlerts?: readonly AlertTerm[];
  notes?: Many<Own<Note>>;
  /** Sign-in name of the worker in charge: who is asked the prompts of a record. Left out, leads only are. */
  inCharge?: One<Readonly<{ user: string | null }>>;
  /** How the agency takes alerts that its own workers raise through the hub. Left out, it takes none. */
  writes?: Writes;
  modules?: ModuleSections;
  /** Modules of this partnership alone, whose SDL the hub has on file (`defineModule`). */
  ownModules?: readonly OwnModule[];
  figures?: (period: Period) => Promise<RawFigures>;
  /**
   * How well records are kept. Counted by the database, in a few statements however many records there are; days are `YYYY-MM-DD`. Left out,
   * nothing is told of it.
   */
  dataQuality?: (days: Readonly<{ today: string; yearAgo: string }>) => Promise<RawDataQuality>;
  linkage?: Linkage;
  /** Where the agency tells from extracts: how things stand with them (`ExtractState`). `GET /health` and `accord-agency check` show it. */
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

/** Says that an object is a mapping, so that the compiler checks it where it is written. Returns it as it is. */
export const defineAgency = (mapping: Mapping): Mapping => mapping;
