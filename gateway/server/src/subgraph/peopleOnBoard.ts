import type { CaseloadScope } from '@accord/contract/generated/api';
import type { RequestContext } from '../RequestContext.ts';
import type { OpenClient } from '../release/ReleaseBook.ts';
import type { Cursors, CursorUse } from './sealCursor.ts';

/** How many people one list of alerts over a caseload is about. An agency may have thousands, and all of them at once is a question nobody can wait for. */
const mostPeople = 200;

/** The people of one list of alerts. */
export type PeopleOnBoard = Readonly<{
  clients: readonly OpenClient[];
  /** The id of the person after whom they begin; null: from the first. */
  after: string | null;
  /** Where those begin who are not on it, sealed when somebody asks; null where everybody is on it. */
  nextPeople: (() => string) | null;
}>;

/** Whose caseload; null: the whole agency's. */
export const workerIn = (of: CaseloadScope, { requester }: RequestContext): string | null =>
  of === 'MINE' ? requester.user : null;

/**
 * The next people of a caseload that a list of alerts is about, and whether there are more: who is not on it must not look like
 * somebody without alerts. Throws `CURSOR_REFUSED` where `peopleAfter` is no cursor of this caseload's people.
 */
export async function peopleOnBoard(
  { of, peopleAfter }: Readonly<{ of: CaseloadScope; peopleAfter: string | null | undefined }>,
  context: RequestContext,
  cursors: Cursors,
): Promise<PeopleOnBoard> {
  const { book, requester } = context;
  const use: CursorUse = { requester, list: JSON.stringify(['people on a board', of]) };
  const after = peopleAfter ? String(cursors.open(peopleAfter, use)[0]) : null;
  const { clients, last, more } = await book.caseload({
    ...{ agencyId: requester.agency.id, worker: workerIn(of, context) },
    ...{ after, first: mostPeople },
  });
  return { clients, after, nextPeople: more && last !== undefined ? () => cursors.seal([last], use) : null };
}
