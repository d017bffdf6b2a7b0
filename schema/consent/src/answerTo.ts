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

/** The facts as they stand at one instant: all of them, or those that matter to one requester (`compile`). */
export type Ground = Readonly<{
  blocks: readonly Block[];
  bases: readonly LegalBasis[];
  consentsOf: (person: PersonId) => readonly StandingConsent[];
}>;

/** All the facts, as they stand at `at`. */
export function groundOf(facts: Facts, at: Ask['at'], { timeZone }: Profile): Ground {
  return {
    blocks: facts.blocks ?? [],
    bases: facts.bases ?? [],
    consentsOf: (person) => consentsOf(facts, person, startOf(at, timeZone), timeZone),
  };
}

/** The answer to one ask, in the fixed order of the consent rules. The ground is that of the ask's own instant. */
export function answerTo(ground: Ground, ask: Ask, profile: Profile): Answer {
  const settled = timelessAnswerTo(ground, ask, profile);
  if (settled !== undefined) return settled;
  const questions = questionsOf(ask, profile) ?? [];
  return settle(
    ask,
    ask.subjects.flatMap((subject) => verdictsOn(subject, ground, questions)),
  );
}

/** Orders 0 to 2 and the profile's gates: what no date can change. Undefined where it is for the people to say. */
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
 * A client who reads through an agency reads as themself and not as that agency: neither its own records nor what others said that it may
 * know are for its clients, one of whom may be a danger to another.
 */
export const readsAsClient = ({ viewer, purpose }: Ask, profile: Profile): boolean =>
  viewer.self !== undefined || purpose === profile.clientAccess;

/** Order 2. */
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

/** Orders 3 and 4: their own file, and to a client nobody else's; then the law, then consent. */
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
