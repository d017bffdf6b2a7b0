import type { DenyReason, Obligation, PermitReason } from './Decision.ts';
import type { FactId } from './Facts.ts';

/** What one rule says about one person and one label, before all persons are weighed together. */
export type Verdict =
  | Readonly<{
      effect: 'permit';
      reason: PermitReason;
      basis: readonly FactId[];
      obligations: readonly Obligation[];
    }>
  | Readonly<{ effect: 'deny'; reason: DenyReason; basis: readonly FactId[] }>;
