import type { AgencyId, Category, PersonId, Purpose, RecordId, UserId } from './Facts.ts';
import type { When } from './instants.ts';

/** What a person is in the record asked for, as a code of the profile: CLIENT, CHILD, VICTIM_SURVIVOR … */
export type Role = string;

/** What the law has prescribed the requester's agency as, as a code of the profile: ISE, RAE … */
export type Entity = string;

export const ACTIONS = ['read', 'list', 'count', 'filter', 'sort'] as const;
export type Action = (typeof ACTIONS)[number];

export type Subject = Readonly<{ person: PersonId; role: Role }>;

/** The requester, as the verified token and the hub's own tables describe them. */
export type Viewer = Readonly<{
  user?: UserId | undefined;
  agency?: AgencyId | undefined;
  entity?: readonly Entity[] | undefined;
  volunteer?: boolean | undefined;
  /** Clients of the requester's agency: a block `against` one of them applies to the whole agency. */
  agencyWorksWith: readonly PersonId[];
  canBreakGlass?: boolean | undefined;
  /** The person the requester is, when a client reads about themselves. */
  self?: PersonId | undefined;
  /** The requester's agency is suspended from the hub. */
  suspended?: boolean | undefined;
}>;

/** One question: may this requester have this category of this record, for this purpose, now? */
export type Ask = Readonly<{
  viewer: Viewer;
  purpose: Purpose;
  /** Everyone the datum identifies. An empty list is denied, so that naming nobody is no way around consent. */
  subjects: readonly Subject[];
  category?: Category | undefined;
  /** Categories the datum was computed from; it carries them as well as its own. */
  derivedFrom?: readonly Category[] | undefined;
  source: AgencyId;
  record?: RecordId | undefined;
  dataDate?: When | undefined;
  /**
   * Whether each person's part can be left out because the data is structured. Free text that names others is not separable.
   */
  separable?: boolean | undefined;
  /** `false` where the record's holder marked it as not relevant to the purpose. */
  relevant?: boolean | undefined;
  /** Left out: `read`. */
  action?: Action | undefined;
  at: When;
  breakGlass?: Readonly<{ reason?: string | undefined }> | undefined;
}>;
