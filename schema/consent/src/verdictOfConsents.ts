import type { Subject } from './Ask.ts';
import type { StandingConsent } from './consentsOf.ts';
import type { LapseReason, SilenceReason } from './Decision.ts';
import type { FactId } from './Facts.ts';
import type { Question } from './Question.ts';
import type { Verdict } from './Verdict.ts';
import { wordOf } from './wordOf.ts';

const MOST_TELLING_FIRST: readonly LapseReason[] = [
  'WITHDRAWN',
  'EXPIRED',
  'AUTHORITY_LAPSED',
  'AUTHORITY_SCOPE',
  'AUTHORITY_INVALID',
  'NOT_YET',
];

/**
 * What one person's consents say together.
 *
 * Consent rules, order 4: a refusal, then an explicit exception, beats any permit, whatever their dates. Where nothing
 * speaks, the reason tells of the consents that would have opened it, had they been in force.
 */
export function verdictOfConsents(standing: readonly StandingConsent[], subject: Subject, question: Question): Verdict {
  const refusing: FactId[] = [];
  const excepting: FactId[] = [];
  const opening = new Map<StandingConsent['opening'], FactId[]>();
  for (const { consent, opening: how, closes } of standing) {
    const word = wordOf(consent, question);
    if (word === 'deny' && closes) (consent.status === 'refused' ? refusing : excepting).push(consent.id);
    if (word === 'permit') opening.set(how, [...(opening.get(how) ?? []), consent.id]);
  }
  if (refusing.length > 0) return { effect: 'deny', reason: 'REFUSED', basis: refusing };
  if (excepting.length > 0) return { effect: 'deny', reason: 'DENIED_BY_CLIENT', basis: excepting };

  const live = opening.get('LIVE');
  if (live !== undefined) return { effect: 'permit', reason: 'CONSENT', basis: live, obligations: [] };

  for (const reason of MOST_TELLING_FIRST) {
    const lapsed = opening.get(reason);
    if (lapsed !== undefined) return { effect: 'deny', reason, basis: lapsed };
  }
  return { effect: 'deny', reason: silenceFor(subject, question), basis: [] };
}

function silenceFor({ role }: Subject, { ask, profile }: Question): SilenceReason {
  const named = profile.silence.find(({ roles, purposes }) => roles.includes(role) && purposes.includes(ask.purpose));
  return named?.reason ?? 'NO_CONSENT';
}
