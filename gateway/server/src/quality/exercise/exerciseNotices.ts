import type { RequestContext } from '../../RequestContext.ts';
import type { NewExercise } from '../../store/exercises.ts';
import type { NewNotice } from '../../store/notices.ts';
import { newNotices } from '../../subgraph/newNotices.ts';
import type { ExerciseParts } from './exerciseView.ts';

/**
 * Returns notices for everybody whom one can reach at the agencies invited: leads, and the workers of open records.
 *
 * All of them each time, whether or not they take part: the hub cannot tell who does, and notices for those alone would disclose
 * it.
 */
export async function noticesOfExercise(
  { id, agencies }: Pick<NewExercise, 'id' | 'agencies'>,
  kind: 'EXERCISE_OPEN' | 'EXERCISE_REVEALED',
  { store }: ExerciseParts,
  { now, requester }: RequestContext,
): Promise<readonly NewNotice[]> {
  const leads = agencies.map((agencyId) => ({ agencyId, reader: null }));
  const workers = await store.exercises.workersOf(agencies);
  const others = workers.filter(
    ({ agencyId, reader }) => !(agencyId === requester.agency.id && reader === requester.user),
  );
  return newNotices({ kind, aboutId: id, clientId: null, at: now }, [...leads, ...others]);
}
