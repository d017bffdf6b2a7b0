import { type Decision, keyOf } from '../Facts.ts';

/** Each pair with the last decision on it; of two at once the denial. */
export function lastWords(decisions: readonly Decision[]): readonly Decision[] {
  const last = new Map<string, Decision>();
  for (const decision of decisions) {
    const before = last.get(keyOf(decision.pair));
    const later = before === undefined || decision.order > before.order;
    const asLate = before?.order === decision.order && decision.verdict === 'DENIED';
    if (later || asLate) last.set(keyOf(decision.pair), decision);
  }
  return [...last.values()];
}
