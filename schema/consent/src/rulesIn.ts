import type { Rule } from './Facts.ts';

/** Returns every node of a consent's tree, from the top. */
export function rulesIn(rule: Rule): readonly Rule[] {
  return [rule, ...(rule.except ?? []).flatMap(rulesIn)];
}
