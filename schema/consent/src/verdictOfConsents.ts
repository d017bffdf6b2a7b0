import type { Subject } from './Ask.ts';
import type { StandingConsent } from './consentsOf.ts';
import { LAPSE_REASONS, type Reason } from './Decision.ts';
import type { FactId } from './Facts.ts';
import type { LawReason } from './Profile.ts';
import type { Question } from './Question.ts';
import type { Verdict } from './Verdict.ts';
import { wordOf } from './wordOf.ts';

/**
 * Returns what one person's consents say together.
 *
 * Consent rules, order 4: a refusal, then an explicit exception, beats any permit, whatever their dates. If nothing in force
 * covers the question, the reason comes from consents that once did, that will, or that someone gave without authority.
 */
export function verdictOfConsents(standing: readonly StandingConsent[], subject: Subject, question: Question): Verdict {
  const refusing: FactId[] = [];
  const excepting: FactId[] = [];
  const stillExcepting: FactId[] = [];
  const opening: FactId[] = [];
  const lapsed = new Map<StandingConsent['opening'], FactId[]>();
  for (const { consent, opening: how, closes } of standing) {
    const word = wordOf(consent, question);
    if (word === 'silent') continue;
    if (word === 'deny' && closes) exceptionsOf(consent.status, how).push(consent.id);
    if (word === 'permit' && how === 'LIVE') opening.push(consent.id);
    if (how !== 'LIVE' && consent.status === 'active') lapsed.set(how, [...(lapsed.get(how) ?? []), consent.id]);
  }
  if (refusing.length > 0) return denied('REFUSED', refusing);
  if (excepting.length > 0) return denied('DENIED_BY_CLIENT', excepting);
  if (opening.length > 0) {
    // What a withdrawn consent excepted denies nothing by itself, but no other consent may open it.
    if (stillExcepting.length > 0) return denied('DENIED_BY_CLIENT', stillExcepting);
    return { effect: 'permit', reason: 'CONSENT', basis: opening, obligations: [] };
  }
  for (const reason of LAPSE_REASONS) {
    const telling = lapsed.get(reason);
    if (telling !== undefined) return denied(reason, telling);
  }
  return denied(silenceFor(subject, question), []);

  function exceptionsOf(status: string, how: StandingConsent['opening']): FactId[] {
    if (status === 'refused') return refusing;
    return how === 'WITHDRAWN' ? stillExcepting : excepting;
  }
}

const denied = (reason: Reason, basis: readonly FactId[]): Verdict => ({
  effect: 'deny',
  by: 'CONSENT',
  reason,
  basis,
});

function silenceFor({ role }: Subject, { ask, profile }: Question): LawReason | 'NO_CONSENT' {
  const named = profile.silence.find(({ roles, purposes }) => roles.includes(role) && purposes.includes(ask.purpose));
  return named?.reason ?? 'NO_CONSENT';
}
