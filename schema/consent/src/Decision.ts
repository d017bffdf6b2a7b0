import type { FactId, PersonId } from './Facts.ts';

/** Reasons the profile's law gives. A partnership under other law adds its own here. */
export type LawPermitReason = 'FVISS_PERPETRATOR' | 'FVISS_ALLEGED' | 'FVISS_CHILD' | 'CISS' | 'SERIOUS_THREAT';
export type PermitReason = 'OWN_RECORD' | 'SELF' | 'CONSENT' | 'BREAK_GLASS' | LawPermitReason;
/** Where persons are permitted for different reasons, all of them, sorted: `CONSENT+FVISS_PERPETRATOR`. */
export type JoinedReason = PermitReason | `${PermitReason}+${string}`;

export type BlockReason = 'SAFETY_BLOCK' | 'EXCLUDED_INFORMATION' | 'COURT_SUPPRESSION';
export type GateReason = 'NOT_PRESCRIBED' | 'VOLUNTEER' | 'PURPOSE_NOT_OPEN_TO_ENTITY' | 'NOT_RELEVANT';
export type LapseReason =
  | 'WITHDRAWN'
  | 'EXPIRED'
  | 'AUTHORITY_LAPSED'
  | 'AUTHORITY_SCOPE'
  | 'AUTHORITY_INVALID'
  | 'NOT_YET';
export type SilenceReason = 'NO_CONSENT' | 'CONSENT_REQUIRED';
/** The denials that come from consent, or from the want of it: the ones break-glass can lift. */
export type ConsentDenial = 'REFUSED' | 'DENIED_BY_CLIENT' | LapseReason | SilenceReason;
export type DenyReason =
  | 'UNLABELLED'
  | 'AGENCY_SUSPENDED'
  | 'UNKNOWN_PURPOSE'
  | 'ALLEGED_ONLY_FOR_ASSESSMENT'
  | 'BREAK_GLASS_NO_REASON'
  | 'BREAK_GLASS_NOT_ALLOWED'
  | BlockReason
  | GateReason
  | ConsentDenial;
export type Reason = JoinedReason | DenyReason;

export const OBLIGATIONS = ['REVIEW', 'NOTIFY_CLIENT_IF_SAFE', 'RECORD_DISCLOSURE', 'REVIEW_HIGH'] as const;
/** What releasing it binds the hub to do. */
export type Obligation = (typeof OBLIGATIONS)[number];

/**
 * The answer to one ask. `basis` holds the ids of the facts it rests on, sorted. It is empty where no recorded fact is
 * needed, and the reason itself is then the basis: OWN_RECORD, SELF, BREAK_GLASS, and the laws that go by a person's role.
 *
 * `reason` is fine-grained: for the ledger and the client, never for the requester.
 */
export type Decision =
  | Readonly<{
      effect: 'permit';
      reason: JoinedReason;
      basis: readonly FactId[];
      obligations: readonly Obligation[];
    }>
  | Readonly<{
      effect: 'mask';
      /** Why the first masked person does not permit. */
      reason: DenyReason;
      /** Whose parts must be left out. Never everyone: that is a denial. */
      mask: readonly PersonId[];
      basis: readonly FactId[];
      obligations: readonly Obligation[];
    }>
  | Readonly<{ effect: 'deny'; reason: DenyReason; basis: readonly FactId[] }>;
