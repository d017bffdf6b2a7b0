import type { QueryExercisesArgs } from '@accord/contract/generated/api';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { ExerciseRow } from '../../store/exercises.ts';
import { assertMayDo } from '../../subgraph/mayDo.ts';
import { keysetPage, type Page } from '../../subgraph/pageOf.ts';
import type { Cursors } from '../../subgraph/sealCursor.ts';
import { type ExerciseParts, type ExerciseView, exerciseView } from './exerciseView.ts';

/** Returns the exercises to which the requester's agency is invited, newest first. */
export function exercises(
  args: QueryExercisesArgs,
  parts: ExerciseParts & Readonly<{ cursors: Cursors }>,
  context: RequestContext,
): Promise<Page<ExerciseView>> {
  const { requester } = context;
  assertMayDo('exercises', requester);
  const openOnly = args.openOnly ?? true;
  const use = { requester, list: JSON.stringify(['exercises', openOnly]) };
  return keysetPage(args, { cursors: parts.cursors, use }, async (after, first) => {
    const rows = await parts.store.exercises.page({ agencyId: requester.agency.id, openOnly, after, first });
    return rows.map((row) => ({ at: row.at, id: row.id, item: exerciseView(row, parts, context) }));
  });
}

/** Returns one exercise; null if there is none, or the requester's agency is not invited. */
export async function exercise(
  id: string,
  parts: ExerciseParts,
  context: RequestContext,
): Promise<ExerciseView | null> {
  assertMayDo('exercises', context.requester);
  const row = await parts.store.exercises.find(id);
  return row?.agencies.includes(context.requester.agency.id) ? exerciseView(row, parts, context) : null;
}

/** Returns the exercise. Throws `FACT_UNKNOWN` if there is none, or the requester's agency is not invited. */
export async function invitedTo(
  id: string,
  { store }: ExerciseParts,
  { requester }: RequestContext,
): Promise<ExerciseRow> {
  const row = await store.exercises.find(id);
  if (!row?.agencies.includes(requester.agency.id)) throw new CallerFault('FACT_UNKNOWN');
  return row;
}
