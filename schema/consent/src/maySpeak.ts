import type { Consent, Rule } from './Facts.ts';

/**
 * True if the consent can say anything when only rules that `fits` accepts count. One that can never speak may be left out of a
 * decision. An opt-in form speaks only through its exceptions.
 */
export function maySpeak({ status, base, rule }: Consent, fits: (rule: Rule) => boolean): boolean {
  if (!fits(rule)) return false;
  const isOptIn = status === 'active' && base === 'deny' && rule.effect !== 'permit';
  return !isOptIn || (rule.except ?? []).some(fits);
}
