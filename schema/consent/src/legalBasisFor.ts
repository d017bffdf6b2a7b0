import type { Subject } from './Ask.ts';
import { covers } from './covers.ts';
import type { FactId, LegalBasis } from './Facts.ts';
import { within } from './instants.ts';
import type { Law } from './Profile.ts';
import type { Question } from './Question.ts';
import type { Verdict } from './Verdict.ts';

/**
 * Returns what the law says about this person regardless of consent: a permit, a limit it sets, or undefined where it leaves
 * the matter to consent.
 *
 * Consent rules, order 3. The laws are tried in the profile's order, then the limits: a law opens before a limit closes.
 */
export function legalBasisFor(bases: readonly LegalBasis[], subject: Subject, question: Question): Verdict | undefined {
  const { ask, profile } = question;
  for (const law of profile.laws) {
    if (!law.purposes.includes(ask.purpose)) continue;
    const basis = basisOf(law, bases, subject, question);
    if (basis !== undefined) return { effect: 'permit', reason: law.reason, basis, obligations: law.obligations };
  }
  const limit = profile.limits.find(({ purposes, role }) => role === subject.role && purposes.includes(ask.purpose));
  return limit && { effect: 'deny', by: 'LAW', reason: limit.reason, basis: [] };
}

/** Returns the recorded facts the law rests on: empty if it goes by role, undefined if it does not apply. */
function basisOf(
  law: Law,
  bases: readonly LegalBasis[],
  subject: Subject,
  question: Question,
): readonly FactId[] | undefined {
  switch (law.kind) {
    case 'role':
      return law.role === subject.role ? [] : undefined;
    case 'recorded': {
      const inForce = bases.filter((basis) => basis.kind === law.basis && applies(basis, subject, question));
      return inForce.length > 0 ? inForce.map((basis) => basis.id) : undefined;
    }
    default:
      return law satisfies never;
  }
}

function applies(basis: LegalBasis, subject: Subject, { label, at, profile }: Question): boolean {
  if (!(basis.about ?? []).includes(subject.person)) return false;
  if (basis.categories !== undefined && !basis.categories.some((category) => covers(profile, category, label))) {
    return false;
  }
  return within(basis.period, at, profile.timeZone);
}
