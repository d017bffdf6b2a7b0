import type { Obligation, Reason } from './Decision.ts';
import type { FactId } from './Facts.ts';

/** What one rule says about one person and one label, before everyone is weighed together. */
export type Verdict =
  | Readonly<{
      effect: 'permit';
      reason: Reason;
      basis: readonly FactId[];
      obligations: readonly Obligation[];
    }>
  | Denial;

/** `by` is what denies. Breaking the glass lifts a denial by consent, or for lack of consent, and nothing else. */
export type Denial = Readonly<{
  effect: 'deny';
  by: 'CONSENT' | 'LAW';
  reason: Reason;
  basis: readonly FactId[];
}>;
