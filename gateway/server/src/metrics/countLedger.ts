import type { Ledger } from '../store/ledger.ts';
import type { Counts } from './Counts.ts';

/** Wraps the ledger's `append` so that each attempt is counted. */
export function countLedger(append: Ledger['append'], counts: Pick<Counts, 'appended'>): Ledger['append'] {
  return async (disclosures) => {
    const begun = performance.now();
    const since = (): number => (performance.now() - begun) / 1_000;
    try {
      const outcome = await append(disclosures);
      counts.appended(outcome.kind, since());
      return outcome;
    } catch (error) {
      counts.appended('FAILED', since());
      throw error;
    }
  };
}
