import { reaches } from './covers.ts';
import type { Answer } from './Decision.ts';
import type { Block } from './Facts.ts';
import type { Question } from './Question.ts';

// Where several blocks bite, one name is given, and always the same one, in whatever order they are on file.
const KINDS = ['COURT_SUPPRESSION', 'EXCLUDED_INFORMATION', 'SAFETY_BLOCK'] as const;

/**
 * The denial of the blocks that bite, or undefined where none does.
 *
 * Consent rules, order 1: a block beats consent, law, break-glass and an agency's hold on its own record. A block says
 * whom, which categories and which records it is about; what the ask leaves unsaid is taken to be what is blocked, and an
 * empty list limits nothing.
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
