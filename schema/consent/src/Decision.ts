import type { FactId, PersonId } from './Facts.ts';
import type { LawReason } from './Profile.ts';
import type { RuleReason } from './ruleReasons.ts';

/** Why: a reason from the rules themselves, or one that the profile's law gives. */
export type Reason = RuleReason | LawReason;

/** Why the consents that cover the question do not open it now, the most informative reason first (consent rules, order 4). */
export const LAPSE_REASONS = [
  'WITHDRAWN',
  'EXPIRED',
  'AUTHORITY_LAPSED',
  'AUTHORITY_SCOPE',
  'AUTHORITY_INVALID',
  'NOT_YET',
] as const satisfies readonly RuleReason[];
export type LapseReason = (typeof LAPSE_REASONS)[number];

export const OBLIGATIONS = ['REVIEW', 'NOTIFY_CLIENT_IF_SAFE', 'RECORD_DISCLOSURE', 'REVIEW_HIGH'] as const;
/** What the hub must do when it releases the information. */
export type Obligation = (typeof OBLIGATIONS)[number];

/**
 * The answer to one ask at one instant. `basis` holds the ids of the facts it rests on, sorted. It is empty where no recorded
 * fact is needed and the reason itself is the basis: OWN_RECORD, SELF, BREAK_GLASS, and laws that go by a person's role.
 *
 * CAUTION: `reason` is fine-grained. It is for the ledger and the client, never for the requester.
 */
export type Answer =
  | Readonly<{
      effect: 'permit';
      /** If people are permitted for different reasons, all of the reasons, sorted: `CONSENT+FVISS_PERPETRATOR`. */
      reason: Reason;
      basis: readonly FactId[];
      obligations: readonly Obligation[];
    }>
  | Readonly<{
      effect: 'mask';
      /** Why the first masked person does not permit. */
      reason: Reason;
      /** Whose parts must be left out. Never everyone: that is a denial. */
      mask: readonly PersonId[];
      basis: readonly FactId[];
      obligations: readonly Obligation[];
    }>
  | Readonly<{ effect: 'deny'; reason: Reason; basis: readonly FactId[] }>;

/** An answer, and how long it holds. */
export type Decision = Answer &
  Readonly<{
    /**
     * The instant (ISO, UTC) at which the answer may next change because of a date in the facts. Absent: no date on file can
     * change it. New facts always can.
     */
    validUntil?: string;
  }>;
