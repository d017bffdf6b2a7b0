import type { FactId, PersonId } from './Facts.ts';
import type { LawReason } from './Profile.ts';

export type PermitReason = 'OWN_RECORD' | 'SELF' | 'CONSENT' | 'BREAK_GLASS' | LawReason;
/** Where persons are permitted for different reasons, all of them, sorted: `CONSENT+FVISS_PERPETRATOR`. */
export type JoinedReason = PermitReason | `${PermitReason}+${string}`;

export type BlockReason = 'SAFETY_BLOCK' | 'EXCLUDED_INFORMATION' | 'COURT_SUPPRESSION';
export type LapseReason =
  | 'WITHDRAWN'
  | 'EXPIRED'
  | 'AUTHORITY_LAPSED'
  | 'AUTHORITY_SCOPE'
  | 'AUTHORITY_INVALID'
  | 'NOT_YET';
/** Why the consents on file do not open it, or that there are none. */
export type ConsentDenial = 'REFUSED' | 'DENIED_BY_CLIENT' | LapseReason | 'NO_CONSENT' | LawReason;
export type DenyReason =
  | 'UNLABELLED'
  | 'AGENCY_SUSPENDED'
  | 'UNKNOWN_PURPOSE'
  | 'BREAK_GLASS_NO_REASON'
  | 'BREAK_GLASS_NOT_ALLOWED'
  | BlockReason
  | ConsentDenial;
export type Reason = JoinedReason | DenyReason;

export const OBLIGATIONS = ['REVIEW', 'NOTIFY_CLIENT_IF_SAFE', 'RECORD_DISCLOSURE', 'REVIEW_HIGH'] as const;
/** What releasing it binds the hub to do. */
export type Obligation = (typeof OBLIGATIONS)[number];

/**
 * The answer to one ask at one instant. `basis` holds the ids of the facts it rests on, sorted. It is empty where no
 * recorded fact is needed, and the reason itself is then the basis: OWN_RECORD, SELF, BREAK_GLASS, and the laws that go by a
 * person's role.
 *
 * `reason` is fine-grained: for the ledger and the client, never for the requester.
 */
export type Answer =
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

/** An answer, and how long it stands. */
export type Decision = Answer &
  Readonly<{
    /**
     * The instant (ISO, UTC) at which it may next change because of a date the facts name. Absent: no date on file can
     * change it. New facts can at any time.
     */
    validUntil?: string;
  }>;
