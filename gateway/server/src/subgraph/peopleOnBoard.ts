import type { CaseloadScope } from '@accord/contract/generated/api';
import type { RequestContext } from '../RequestContext.ts';
import type { OpenClient } from '../release/ReleaseBook.ts';
import type { Cursors, CursorUse } from './sealCursor.ts';

/**
 * How many people one list of alerts over a caseload covers. An agency may have thousands, and nobody can wait for all of them at
 * once.
 */
export const mostPeople = 200;

/** The people whom one list of alerts covers. */
export type PeopleOnBoard = Readonly<{
  clients: readonly OpenClient[];
  /** The id of the person after whom they begin; null if they begin with the first. */
  after: string | null;
  /** Where the people who are not on the list begin, sealed only when somebody asks; null if everybody is on it. */
  nextPeople: (() => string) | null;
}>;

/** Whose caseload it is; null if it is the whole agency's. */
export const workerIn = (of: CaseloadScope, { requester }: RequestContext): string | null =>
  of === 'MINE' ? requester.user : null;

/**
 * Returns the next people of a caseload for a list of alerts, and whether there are more: somebody who is not on the list must
 * not look like somebody without alerts. Throws `CURSOR_REFUSED` if `peopleAfter` is not a cursor of this caseload's people.
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
