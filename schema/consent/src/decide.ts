import type { Ask, Subject } from './Ask.ts';
import { blockOn } from './blockOn.ts';
import { breakGlass } from './breakGlass.ts';
import { consentsOf, type StandingConsent } from './consentsOf.ts';
import type { Decision } from './Decision.ts';
import type { Facts } from './Facts.ts';
import { gateOn } from './gateOn.ts';
import { legalBasisFor } from './legalBasisFor.ts';
import type { Profile } from './Profile.ts';
import { type Question, questionsOf } from './Question.ts';
import { type PersonVerdict, settle } from './settle.ts';
import type { Verdict } from './Verdict.ts';
import { verdictOfConsents } from './verdictOfConsents.ts';

/**
 * May this be released? One ask, answered from the facts and the profile's law, in a fixed order.
 *
 * Pure: the clock is `ask.at`, and the same arguments give the same answer, in whatever order the facts are. What is
 * absent or unknown is denied. Every denial has a reason and every permit names the facts it rests on.
 *
 * Facts, asks and profile are taken to be parsed (`parseFacts`, `parseAsk`): a date that is none throws a RangeError.
 * Cost: O(facts given + rules of these people's consents); give it the facts of the people asked about.
 */
export function decide(facts: Facts, ask: Ask, profile: Profile): Decision {
  const questions = questionsOf(ask, profile);
  if (questions === undefined) return { effect: 'deny', reason: 'UNLABELLED', basis: [] };
  if (ask.viewer.suspended === true) return { effect: 'deny', reason: 'AGENCY_SUSPENDED', basis: [] };
  if (!profile.purposes.has(ask.purpose)) return { effect: 'deny', reason: 'UNKNOWN_PURPOSE', basis: [] };

  const blocked = blockOn(facts, questions);
  if (blocked !== undefined) return blocked;

  if (readsOwnRecord(ask, profile)) return { effect: 'permit', reason: 'OWN_RECORD', basis: [], obligations: [] };

  const shut = gateOn(ask, profile);
  if (shut !== undefined) return shut;

  return settle(
    ask,
    ask.subjects.flatMap((subject) => verdictsOn(subject, facts, questions)),
  );
}

/** Order 2. A client who reads through an agency reads as themselves, not as that agency. */
function readsOwnRecord({ viewer, source, purpose }: Ask, profile: Profile): boolean {
  const itsOwn = viewer.agency !== undefined && viewer.agency === source;
  return itsOwn && viewer.self === undefined && purpose !== profile.clientAccess;
}

function verdictsOn(subject: Subject, facts: Facts, questions: readonly Question[]): readonly PersonVerdict[] {
  const [first] = questions;
  if (first === undefined) return [];
  const standing = consentsOf(facts, subject.person, first.at, first.profile.timeZone);
  return questions.map((question) => ({
    person: subject.person,
    verdict: breakGlass(verdictOn(subject, facts, standing, question), question.ask),
  }));
}

/** Orders 3 and 4: their own file, then the law, then consent. */
function verdictOn(subject: Subject, facts: Facts, standing: readonly StandingConsent[], question: Question): Verdict {
  if (question.ask.viewer.self === subject.person) {
    return { effect: 'permit', reason: 'SELF', basis: [], obligations: [] };
  }
  return legalBasisFor(facts, subject, question) ?? verdictOfConsents(standing, subject, question);
}
