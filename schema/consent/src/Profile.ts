import type { Entity, Role } from './Ask.ts';
import type { Obligation } from './Decision.ts';
import type { Category, Purpose } from './Facts.ts';

/** A kind of information, in plain words and in its place in the tree. */
export type CategoryEntry = Readonly<{
  label: string;
  parent?: Category | undefined;
  /** Opened only where it is named itself. */
  sensitive?: boolean | undefined;
}>;

/** A code of the profile that says why its law opens, closes or is silent: CISS, NOT_PRESCRIBED, CONSENT_REQUIRED … */
export type LawReason = string;

/** A condition that closes a purpose outright, whatever the client consented to. They are tried in order. */
export type Gate = Readonly<{ reason: LawReason; purposes: readonly Purpose[] }> &
  (
    | Readonly<{ kind: 'entity'; entity: Entity }>
    | Readonly<{ kind: 'no-volunteers' }>
    | Readonly<{ kind: 'relevance' }>
  );

/** A law that opens without consent: by what the person is in the record, or by a recorded basis in force. */
export type Law = Readonly<{
  reason: LawReason;
  purposes: readonly Purpose[];
  obligations: readonly Obligation[];
  /** False: that it opened something is kept from the person it is about, who may be the danger. */
  tellPerson?: false | undefined;
}> &
  (Readonly<{ kind: 'role'; role: Role }> | Readonly<{ kind: 'recorded'; basis: string }>);

/** A role that may not be shared about under these purposes, unless a law opened. */
export type LawLimit = Readonly<{ reason: LawReason; purposes: readonly Purpose[]; role: Role }>;

/** What silence is called for these roles under these purposes; elsewhere it is NO_CONSENT. */
export type SilenceName = Readonly<{ reason: LawReason; purposes: readonly Purpose[]; roles: readonly Role[] }>;

/**
 * The rules of law and the vocabulary of one jurisdiction, as data. The order of the rules (`decide`) is fixed.
 *
 * Made by `parseProfile`, which refuses one that contradicts itself. PROFILE.md describes the file.
 */
export type Profile = Readonly<{
  id: string;
  /** IANA name. Days without a time of day begin and end here. */
  timeZone: string;
  /** Parents before their children. */
  categories: ReadonlyMap<Category, CategoryEntry>;
  purposes: ReadonlySet<Purpose>;
  /** What its own words for a purpose are, where it has some. */
  purposeLabels: ReadonlyMap<Purpose, string>;
  /** The purpose under which clients read about themselves. */
  clientAccess: Purpose;
  roles: ReadonlySet<Role>;
  entities: ReadonlySet<Entity>;
  /** Kinds of recorded legal basis. */
  bases: ReadonlySet<string>;
  /** The reasons its law gives, in plain words. */
  reasons: ReadonlyMap<LawReason, string>;
  gates: readonly Gate[];
  laws: readonly Law[];
  limits: readonly LawLimit[];
  silence: readonly SilenceName[];
}>;
