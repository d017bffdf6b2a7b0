import type { Ask, Subject } from './Ask.ts';
import { readsAsClient, timelessAnswerTo } from './answerTo.ts';
import { isOwnWord } from './authorityOf.ts';
import type { Consent, Facts, Person, Rule } from './Facts.ts';
import { fitAtSomeTime } from './fitOf.ts';
import { startOf } from './instants.ts';
import { legalBasisFor } from './legalBasisFor.ts';
import { maySpeak } from './maySpeak.ts';
import type { Profile } from './Profile.ts';
import { personIn } from './personIn.ts';
import { type Question, questionsOf } from './Question.ts';
import { adulthoodOf, edgesOf, turningPointsOf } from './turningPoints.ts';

/**
 * Returns the instant after `ask.at`, in milliseconds since 1970, at which the answer may next change because of a date on
 * file: of a consent, of a rule in it, of a legal basis, of a proxy, or an 18th birthday. Undefined if no date can change it.
 *
 * Never too late. It may be too early, where what changes then leaves the answer as it was.
 */
export function nextChange(facts: Facts, ask: Ask, profile: Profile): number | undefined {
  const questions = questionsOf(ask, profile) ?? [];
  if (timelessAnswerTo({ blocks: facts.blocks ?? [] }, ask, profile) !== undefined) return undefined;
  const at = startOf(ask.at, profile.timeZone);
  let next = Number.POSITIVE_INFINITY;
  for (const subject of ask.subjects) {
    for (const question of questions) {
      for (const instant of instantsFor(subject, facts, question)) {
        if (instant > at && instant < next) next = instant;
      }
    }
  }
  return Number.isFinite(next) ? next : undefined;
}

function* instantsFor(subject: Subject, facts: Facts, question: Question): Iterable<number> {
  const { ask, profile } = question;
  if (readsAsClient(ask, profile)) return;
  const kinds = new Set(
    profile.laws.flatMap((law) => (law.kind === 'recorded' && law.purposes.includes(ask.purpose) ? [law.basis] : [])),
  );
  for (const { kind, about, period } of facts.bases ?? []) {
    if (kinds.has(kind) && (about ?? []).includes(subject.person)) yield* edgesOf(period, profile.timeZone);
  }
  // While the law answers, consent does not matter; the law stops answering at one of the instants above.
  if (legalBasisFor(facts.bases ?? [], subject, question) !== undefined) return;

  const person = personIn(facts.people, subject.person);
  const fits = (rule: Rule) => fitAtSomeTime(rule, question) !== 'no';
  for (const consent of facts.consents ?? []) {
    if (consent.subject !== subject.person || consent.status === 'draft' || consent.status === 'entered-in-error')
      continue;
    const movesOthers = (consent.supersedes ?? []).length > 0 || (person?.matureMinor === true && isOwnWord(consent));
    if (movesOthers || maySpeak(consent, fits)) yield* instantsOf(consent, person, profile.timeZone);
  }
}

function* instantsOf(consent: Consent, person: Person | undefined, timeZone: string): Iterable<number> {
  yield* turningPointsOf(consent, timeZone);
  if (person !== undefined) yield* adulthoodOf(person, timeZone);
  for (const { person: proxy, period } of person?.proxies ?? []) {
    if (proxy === consent.givenBy?.person && period !== undefined) yield* edgesOf(period, timeZone);
  }
}
