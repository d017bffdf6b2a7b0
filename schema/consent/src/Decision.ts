import type { FactId, PersonId } from './Facts.ts';
import type { LawReason } from './Profile.ts';
import type { RuleReason } from './ruleReasons.ts';

/** Why: a reason of the rules themselves, or one that the profile's law gives. */
export type Reason = RuleReason | LawReason;

/** Why the consents that spoke of it do not open it now. The most telling first (consent rules, order 4). */
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
      /** Where persons are permitted for different reasons, all of them, sorted: `CONSENT+FVISS_PERPETRATOR`. */
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

/** An answer, and how long it stands. */
export type Decision = Answer &
  Readonly<{
    /**
     * The instant (ISO, UTC) at which it may next change because of a date the facts name. Absent: no date on file can
     * change it. New facts can at any time.
     */
    validUntil?: string;
  }>;
