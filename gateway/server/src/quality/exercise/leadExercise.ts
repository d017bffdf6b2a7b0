import { randomUUID } from 'node:crypto';
import { type Act, shownOnClosing, stageAfter } from '@accord/quality/exercise/stages';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { ExerciseRow, ExerciseStepRow } from '../../store/exercises.ts';
import { type Action, assertMayDo } from '../../subgraph/mayDo.ts';
import { noticesOfExercise } from './exerciseNotices.ts';
import { invitedTo } from './exercises.ts';
import { type ExerciseParts, type ExerciseView, exerciseView } from './exerciseView.ts';
import { resultsOf } from './resultsOf.ts';

/** Shows everybody what was placed. Throws `FACT_UNKNOWN` if another agency leads the exercise, `STAGE_REFUSED` if no round is open. */
export async function revealRound(id: string, parts: ExerciseParts, context: RequestContext): Promise<ExerciseView> {
  const row = await ledBy('revealRound', id, parts, context);
  return moved(row, 'REVEAL', parts, context);
}

/** Opens the second round. Throws as `revealRound`, and `ARGUMENT_REFUSED` for any other round. */
export async function openRound(
  { id, round }: Readonly<{ id: string; round: number }>,
  parts: ExerciseParts,
  context: RequestContext,
): Promise<ExerciseView> {
  const row = await ledBy('openRound', id, parts, context);
  if (round !== 2)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `"round" is ${round}. The first round is open from the start; give 2 for the second.`,
    );
  return moved(row, 'OPEN_SECOND_ROUND', parts, context);
}

/** Closes an exercise: keeps what everybody was shown, and destroys the rest. Throws as `revealRound`. */
export async function closeExercise(id: string, parts: ExerciseParts, context: RequestContext): Promise<ExerciseView> {
  const row = await ledBy('closeExercise', id, parts, context);
  const { stage } = row;
  if (stage === 'CLOSED') throw refused('CLOSE', row);
  const show = shownOnClosing(stage);
  const done = await parts.store.exercises.close({ id, from: stage }, stepOf(row, 'CLOSE', context), (opened) => ({
    ...resultsOf(opened, parts.exerciseSeals, show).results(),
  }));
  if (!done) throw refused('CLOSE', row);
  return exerciseView(row, parts, context);
}

async function moved(
  row: ExerciseRow,
  act: Exclude<Act, 'CLOSE'>,
  parts: ExerciseParts,
  context: RequestContext,
): Promise<ExerciseView> {
  const to = stageAfter(row.stage, act);
  const kind = act === 'REVEAL' ? 'EXERCISE_REVEALED' : 'EXERCISE_OPEN';
  const notices = to === null ? [] : await noticesOfExercise(row, kind, parts, context);
  const done =
    to !== null &&
    (await parts.store.exercises.move({ id: row.id, from: row.stage, to }, stepOf(row, act, context), notices));
  if (!done) throw refused(act, row);
  return exerciseView(row, parts, context);
}

/** For anybody who may lead exercises at the agency that leads this one, so that it does not depend on one person being at work. */
async function ledBy(action: Action, id: string, parts: ExerciseParts, context: RequestContext): Promise<ExerciseRow> {
  assertMayDo(action, context.requester);
  const row = await invitedTo(id, parts, context);
  if (row.agencyId !== context.requester.agency.id) throw new CallerFault('FACT_UNKNOWN');
  return row;
}

const stepOf = ({ id }: ExerciseRow, act: ExerciseStepRow['act'], { now, requester }: RequestContext) => ({
  ...{ id: randomUUID(), exerciseId: id, act, at: now, by: requester.user, agencyId: requester.agency.id },
});

const after: Readonly<Record<Act, string>> = {
  REVEAL: 'A round can be revealed only while it is open for placing.',
  OPEN_SECOND_ROUND: 'The second round can be opened only while the first is being discussed.',
  CLOSE: 'An exercise can be closed only once.',
};
const refused = (act: Act, { stage }: ExerciseRow): CallerFault =>
  new CallerFault('STAGE_REFUSED', `${after[act]} At the time of this request, the exercise was at ${stage}.`);
