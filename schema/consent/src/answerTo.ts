import type { Ask, Subject } from './Ask.ts';
import { blockOn } from './blockOn.ts';
import { breakGlass } from './breakGlass.ts';
import { consentsOf, type StandingConsent } from './consentsOf.ts';
import type { Answer } from './Decision.ts';
import type { Block, Facts, LegalBasis, PersonId } from './Facts.ts';
import { gateOn } from './gateOn.ts';
import { startOf } from './instants.ts';
import { legalBasisFor } from './legalBasisFor.ts';
import type { Profile } from './Profile.ts';
import { type Question, questionsOf } from './Question.ts';
import { type PersonVerdict, settle } from './settle.ts';
import type { Verdict } from './Verdict.ts';
import { verdictOfConsents } from './verdictOfConsents.ts';

/** The facts as they stand at one instant: all of them, or only those that matter to one requester (`compile`). */
export type Ground = Readonly<{
  blocks: readonly Block[];
  bases: readonly LegalBasis[];
  consentsOf: (person: PersonId) => readonly StandingConsent[];
}>;

/** Returns all the facts as they stand at `at`. */
export function groundOf(facts: Facts, at: Ask['at'], { timeZone }: Profile): Ground {
  return {
    blocks: facts.blocks ?? [],
    bases: facts.bases ?? [],
    consentsOf: (person) => consentsOf(facts, person, startOf(at, timeZone), timeZone),
  };
}

/** Returns the answer to one ask, in the fixed order of the consent rules. `ground` must be for the ask's own instant. */
export function answerTo(ground: Ground, ask: Ask, profile: Profile): Answer {
  const settled = timelessAnswerTo(ground, ask, profile);
  if (settled !== undefined) return settled;
  const questions = questionsOf(ask, profile) ?? [];
  return settle(
    ask,
    ask.subjects.flatMap((subject) => verdictsOn(subject, ground, questions)),
  );
}

/**
 * Orders 0 to 2 and the profile's gates, which no date can change. Undefined if they leave the answer to what follows: the law
 * and the people's consents.
 */
export function timelessAnswerTo({ blocks }: Pick<Ground, 'blocks'>, ask: Ask, profile: Profile): Answer | undefined {
  const questions = questionsOf(ask, profile);
  if (questions === undefined) return { effect: 'deny', reason: 'UNLABELLED', basis: [] };
  if (ask.viewer.suspended === true) return { effect: 'deny', reason: 'AGENCY_SUSPENDED', basis: [] };
  if (!profile.purposes.has(ask.purpose)) return { effect: 'deny', reason: 'UNKNOWN_PURPOSE', basis: [] };

  const blocked = blockOn(blocks, questions);
  if (blocked !== undefined) return blocked;

  if (readsOwnRecord(ask, profile)) return { effect: 'permit', reason: 'OWN_RECORD', basis: [], obligations: [] };

  return gateOn(ask, profile);
}

/**
 * True if the requester is a client. A client who reads through an agency reads as themself and not as that agency: the
 * agency's own records, and what others said it may know, are not for its clients, one of whom may be a danger to another.
 */
export const readsAsClient = ({ viewer, purpose }: Ask, profile: Profile): boolean =>
  viewer.self !== undefined || purpose === profile.clientAccess;

/** Order 2: an agency reads its own record. */
function readsOwnRecord(ask: Ask, profile: Profile): boolean {
  const { viewer, source } = ask;
  return viewer.agency === source && !readsAsClient(ask, profile);
}

function verdictsOn(subject: Subject, ground: Ground, questions: readonly Question[]): readonly PersonVerdict[] {
  const standing = ground.consentsOf(subject.person);
  return questions.map((question) => ({
    person: subject.person,
    verdict: breakGlass(verdictOn(subject, ground, standing, question), question.ask),
  }));
}

/** Orders 3 and 4: a person's own file, and nobody else's to a client; then the law; then consent. */
function verdictOn(
  subject: Subject,
  { bases }: Ground,
  standing: readonly StandingConsent[],
  question: Question,
): Verdict {
  const { ask, profile } = question;
  if (ask.viewer.self === subject.person) return { effect: 'permit', reason: 'SELF', basis: [], obligations: [] };
  if (readsAsClient(ask, profile)) return { effect: 'deny', by: 'LAW', reason: 'NO_CONSENT', basis: [] };
  return legalBasisFor(bases, subject, question) ?? verdictOfConsents(standing, subject, question);
}
