import type { Decision } from '@accord/consent/Decision';

/** A decision in full, with empty lists where it has nothing: always the same keys, in the same order. */
export type WholeDecision = Readonly<{
  effect: string;
  reason: string;
  mask: readonly string[];
  basis: readonly string[];
  obligations: readonly string[];
  validUntil?: string;
}>;

/** The decision as it is printed. */
export function wholeDecision(decision: Decision): WholeDecision {
  return {
    effect: decision.effect,
    reason: decision.reason,
    mask: decision.effect === 'mask' ? decision.mask : [],
    basis: decision.basis,
    obligations: decision.effect === 'deny' ? [] : decision.obligations,
    ...(decision.validUntil !== undefined && { validUntil: decision.validUntil }),
  };
}
