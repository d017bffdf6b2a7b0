import type { Effect, Rule } from './Facts.ts';

/**
 * Returns a rule that opens less: every part of it that permits gets `leaveOut` as exceptions, stated as denials, at every
 * depth.
 *
 * Narrowing never opens (a generated law checks this): nothing is removed, and each addition denies whatever is beside it
 * (consent rules, order 4: a stated deny wins over its siblings).
 */
export function narrowed(base: Effect, rule: Rule, leaveOut: readonly Rule[]): Rule {
  const effect = rule.effect ?? base;
  const flipped = effect === 'permit' ? 'deny' : 'permit';
  const below = (rule.except ?? []).map((exception) => narrowed(flipped, exception, leaveOut));
  const denials = effect === 'permit' ? leaveOut.map((part): Rule => ({ ...part, effect: 'deny' })) : [];
  const except = [...below, ...denials];
  return except.length > 0 ? { ...rule, except } : rule;
}
