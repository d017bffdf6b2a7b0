import type { Ask } from './Ask.ts';
import { type Answer, OBLIGATIONS, type Reason } from './Decision.ts';
import type { PersonId } from './Facts.ts';
import type { Denial, Verdict } from './Verdict.ts';

export type PersonVerdict = Readonly<{ person: PersonId; verdict: Verdict }>;
type Permit = Extract<Verdict, { effect: 'permit' }>;

/**
 * Makes one decision from the verdicts on every person and label.
 *
 * Consent rules, order 6: everyone must permit. Otherwise a record that is read and can be taken apart is released without the
 * people who do not; anything else is denied with the first reason. If nobody permits there is nothing to release, so masking
 * everyone is a denial, and so is a datum that names nobody.
 */
export function settle(ask: Ask, found: readonly PersonVerdict[]): Answer {
  const masked = new Set<PersonId>();
  let first: Denial | undefined;
  for (const { person, verdict } of found) {
    if (verdict.effect === 'permit') continue;
    masked.add(person);
    first ??= verdict;
  }
  // A person is masked whole, so a permit for one of their labels is no longer relied on.
  const permits: Permit[] = [];
  for (const { person, verdict } of found) {
    if (verdict.effect === 'permit' && !masked.has(person)) permits.push(verdict);
  }

  const [permit, ...others] = permits;
  if (permit === undefined) return denial(first);
  if (first === undefined) {
    return { effect: 'permit', reason: joined(permit, others), ...groundsOf(permits) };
  }
  if (ask.separable !== true || (ask.action ?? 'read') !== 'read') return denial(first);
  return { effect: 'mask', reason: first.reason, mask: [...masked], ...groundsOf(permits) };
}

/** With no denial at all, nobody was asked. */
function denial(first: Denial | undefined): Answer {
  if (first === undefined) return { effect: 'deny', reason: 'NO_CONSENT', basis: [] };
  return { effect: 'deny', reason: first.reason, basis: [...first.basis].sort() };
}

function joined(permit: Permit, others: readonly Permit[]): Reason {
  const reasons = new Set<Reason>([permit, ...others].map(({ reason }) => reason));
  const [least = permit.reason, ...rest] = [...reasons].sort();
  return rest.length === 0 ? least : `${least}+${rest.join('+')}`;
}

function groundsOf(permits: readonly Permit[]): Pick<Permit, 'basis' | 'obligations'> {
  const owed = new Set(permits.flatMap(({ obligations }) => obligations));
  return {
    basis: [...new Set(permits.flatMap(({ basis }) => basis))].sort(),
    obligations: OBLIGATIONS.filter((obligation) => owed.has(obligation)),
  };
}
