import type { Consent, Rule } from './Facts.ts';

/**
 * Whether the consent can say anything where only rules that `fits` count. What can never speak may be left out of a
 * decision; an opt-in form speaks through its exceptions only.
 */
export function maySpeak({ status, base, rule }: Consent, fits: (rule: Rule) => boolean): boolean {
  if (!fits(rule)) return false;
  const isOptIn = status === 'active' && base === 'deny' && rule.effect !== 'permit';
  return !isOptIn || (rule.except ?? []).some(fits);
}
