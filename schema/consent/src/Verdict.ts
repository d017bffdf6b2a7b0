import type { Obligation, Reason } from './Decision.ts';
import type { FactId } from './Facts.ts';

/** What one rule says about one person and one label, before all persons are weighed together. */
export type Verdict =
  | Readonly<{
      effect: 'permit';
      reason: Reason;
      basis: readonly FactId[];
      obligations: readonly Obligation[];
    }>
  | Denial;

/** `by`: what denies. Breaking the glass lifts what consent denies, or the want of it, and nothing else. */
export type Denial = Readonly<{
  effect: 'deny';
  by: 'CONSENT' | 'LAW';
  reason: Reason;
  basis: readonly FactId[];
}>;
