import { reaches } from './covers.ts';
import type { Answer } from './Decision.ts';
import type { Block } from './Facts.ts';
import type { Question } from './Question.ts';

// If several blocks apply, the first of these is the reason, so that their order on file makes no difference.
const KINDS = ['COURT_SUPPRESSION', 'EXCLUDED_INFORMATION', 'SAFETY_BLOCK'] as const;

/**
 * Returns the denial from the blocks that apply, or undefined if none does.
 *
 * Consent rules, order 1: a block beats consent, law, breaking the glass and an agency's access to its own record. A block
 * names a person, categories, records, or several of these. If the ask does not say which record it is about, a block on any
 * record applies. An empty list limits nothing.
 */
export function blockOn(blocks: readonly Block[], questions: readonly Question[]): Answer | undefined {
  const biting = blocks.filter((block) => questions.some((question) => bites(block, question)));
  const reason = KINDS.find((kind) => biting.some((block) => block.kind === kind));
  if (reason === undefined) return undefined;
  return { effect: 'deny', reason, basis: biting.map((block) => block.id).sort() };
}

function bites(block: Block, { ask, label, profile }: Question): boolean {
  const { person, categories, records, against = [] } = block;
  if (person !== undefined && !ask.subjects.some((subject) => subject.person === person)) return false;
  if (isGiven(categories) && !categories.some((category) => reaches(profile, category, label))) return false;
  if (isGiven(records) && ask.record !== undefined && !records.includes(ask.record)) return false;
  if (against.length === 0) return true;
  const { self, user, agencyWorksWith } = ask.viewer;
  return against.some((other) => other === self || other === user || agencyWorksWith.includes(other));
}

function isGiven(list: readonly string[] | undefined): list is readonly string[] {
  return list !== undefined && list.length > 0;
}
