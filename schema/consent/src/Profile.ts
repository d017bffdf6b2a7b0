import type { Entity, Role } from './Ask.ts';
import type { GateReason, LawPermitReason, Obligation, SilenceReason } from './Decision.ts';
import type { Category, LegalBasis, Purpose } from './Facts.ts';

export type CategoryEntry = Readonly<{
  parent?: Category | undefined;
  /** Opened only where it is named itself. */
  sensitive?: boolean | undefined;
}>;

/** A condition that closes a purpose outright, whatever the client consented to. They are tried in order. */
export type Gate = Readonly<{ reason: GateReason; purposes: readonly Purpose[] }> &
  (
    | Readonly<{ kind: 'entity'; entity: Entity }>
    | Readonly<{ kind: 'no-volunteers' }>
    | Readonly<{ kind: 'relevance' }>
  );

/** A law that opens without consent: by what the person is in the record, or by a recorded basis in force. */
export type Law = Readonly<{
  reason: LawPermitReason;
  purposes: readonly Purpose[];
  obligations: readonly Obligation[];
}> &
  (Readonly<{ kind: 'role'; role: Role }> | Readonly<{ kind: 'recorded'; basis: LegalBasis['kind'] }>);

/** A role that may not be shared about under these purposes, unless a law above it opened. */
export type LawLimit = Readonly<{
  reason: 'ALLEGED_ONLY_FOR_ASSESSMENT';
  purposes: readonly Purpose[];
  role: Role;
}>;

/** What silence is called for these roles under these purposes. */
export type SilenceName = Readonly<{ reason: SilenceReason; purposes: readonly Purpose[]; roles: readonly Role[] }>;

/**
 * The rules of law and the vocabulary of one jurisdiction, as data. The order of the rules (`decide`) is fixed.
 */
export type Profile = Readonly<{
  id: string;
  /** IANA name. Days without a time of day begin and end here. */
  timeZone: string;
  categories: ReadonlyMap<Category, CategoryEntry>;
  purposes: ReadonlySet<Purpose>;
  /** The purpose under which clients read about themselves. */
  clientAccess: Purpose;
  gates: readonly Gate[];
  laws: readonly Law[];
  limits: readonly LawLimit[];
  silence: readonly SilenceName[];
}>;
