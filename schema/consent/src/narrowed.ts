import type { Effect, Rule } from './Facts.ts';

/**
 * A rule that opens less: every part of it that permits gets these exceptions, stated as denials, at every depth.
 *
 * Narrowing never opens (a generated law says so): nothing is taken out, and what is put in denies whatever is beside it
 * (consent rules, order 4: a stated deny sibling wins).
 */
export function narrowed(base: Effect, rule: Rule, leaveOut: readonly Rule[]): Rule {
  const effect = rule.effect ?? base;
  const flipped = effect === 'permit' ? 'deny' : 'permit';
  const below = (rule.except ?? []).map((exception) => narrowed(flipped, exception, leaveOut));
  const denials = effect === 'permit' ? leaveOut.map((part): Rule => ({ ...part, effect: 'deny' })) : [];
  const except = [...below, ...denials];
  return except.length > 0 ? { ...rule, except } : rule;
}
