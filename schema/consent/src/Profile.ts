import type { Entity, Role } from './Ask.ts';
import type { Obligation } from './Decision.ts';
import type { Category, Purpose } from './Facts.ts';

/** A kind of information, with its plain-language label and its place in the tree. */
export type CategoryEntry = Readonly<{
  label: string;
  parent?: Category | undefined;
  /** Opened only where it is named itself. */
  sensitive?: boolean | undefined;
}>;

/**
 * A code of the profile that says why its law opens or closes something, or leaves it open: CISS, NOT_PRESCRIBED,
 * CONSENT_REQUIRED …
 */
export type LawReason = string;

/** A condition that closes a purpose outright, whatever the client consented to. Gates are tried in order. */
export type Gate = Readonly<{ reason: LawReason; purposes: readonly Purpose[] }> &
  (
    | Readonly<{ kind: 'entity'; entity: Entity }>
    | Readonly<{ kind: 'no-volunteers' }>
    | Readonly<{ kind: 'relevance' }>
  );

/** A law that opens without consent: because of a person's role in the record, or because of a recorded basis in force. */
export type Law = Readonly<{
  reason: LawReason;
  purposes: readonly Purpose[];
  obligations: readonly Obligation[];
  /** False: the person it is about must not learn that this law opened something, because they may be the danger. */
  tellPerson?: false | undefined;
}> &
  (Readonly<{ kind: 'role'; role: Role }> | Readonly<{ kind: 'recorded'; basis: string }>);

/** A role whose information may not be shared for these purposes unless a law opened it. */
export type LawLimit = Readonly<{ reason: LawReason; purposes: readonly Purpose[]; role: Role }>;

/** The reason given where no consent covers these roles for these purposes. Elsewhere it is NO_CONSENT. */
export type SilenceName = Readonly<{ reason: LawReason; purposes: readonly Purpose[]; roles: readonly Role[] }>;

/** Categories of their own file that a person in one of these roles does not read, nor learns of, with all that is below them. */
export type OwnFileLimit = Readonly<{ roles: readonly Role[]; categories: readonly Category[] }>;

/**
 * One jurisdiction's law and vocabulary, as data. The order of the rules (`decide`) is fixed.
 *
 * Made by `parseProfile`, which refuses a profile that contradicts itself. PROFILE.md describes the file.
 */
export type Profile = Readonly<{
  id: string;
  /** IANA name of the time zone in which days without a time of day begin and end. */
  timeZone: string;
  /** Parents before their children. */
  categories: ReadonlyMap<Category, CategoryEntry>;
  purposes: ReadonlySet<Purpose>;
  /** The profile's own labels for purposes, where it has them. */
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
  ownFileLimits: readonly OwnFileLimit[];
}>;
