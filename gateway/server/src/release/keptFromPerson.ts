import type { Profile } from '@accord/consent/Profile';
import type { LedgerEntry } from '../store/LedgerEntry.ts';

/** Says whether a disclosure is kept from the person it was about, given their role under the law now. */
export type KeptFromPerson = (entry: Pick<LedgerEntry, 'purpose' | 'basis'>, role: string) => boolean;

/**
 * Returns what the profile keeps from the person themself: everything that a law with `tellPerson: false` opened. If such a law
 * applies to the person's role, it also keeps back every look for a purpose that laws open for, and every emergency access.
 *
 * Without the second, the first would not hold: that somebody asked "to protect from family violence", or by a finding of a
 * serious threat, or looked at their own agency's record for it, discloses as much to a person who uses violence as the law's own
 * name. The protected come before the accused (`roleOf`), so nobody who was taken for the danger by mistake is kept from their
 * file by it.
 */
export function keptFromPerson({ laws }: Profile): KeptFromPerson {
  const quiet = laws.filter(({ tellPerson }) => tellPerson === false);
  const reasons = new Set<string>(quiet.map(({ reason }) => reason));
  const roles = new Set<string>(quiet.flatMap((law) => (law.kind === 'role' ? [law.role] : [])));
  const purposes = new Set<string>(laws.flatMap((law) => law.purposes));
  return ({ purpose, basis }, role) =>
    basis.some((ground) => reasons.has(ground)) ||
    (roles.has(role) && (purposes.has(purpose) || basis.includes('BREAK_GLASS')));
}
