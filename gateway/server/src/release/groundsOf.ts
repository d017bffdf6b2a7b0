import type { Decision } from '@accord/consent/Decision';

type Permit = Extract<Decision, { effect: 'permit' }>;

/**
 * Returns what a permit stands on, as the ledger keeps it: the ids of the facts and, if it is more than a consent, the reason
 * (`OWN_RECORD`, a law's, `BREAK_GLASS`). Never empty.
 */
export function groundsOf({ basis, reason }: Pick<Permit, 'basis' | 'reason'>): readonly string[] {
  const reasons = reason.split('+').filter((one) => one !== 'CONSENT' || basis.length === 0);
  return [...basis, ...reasons];
}
