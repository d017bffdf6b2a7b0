import { type Decision, keyOf } from '../Facts.ts';

/** Returns the latest decision on each pair; of two with the same order, the denial. */
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
