import { randomUUID } from 'node:crypto';
import type { ExerciseInput } from '@accord/contract/generated/api';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { NewExercise } from '../../store/exercises.ts';
import { assertCodes } from '../../subgraph/checkedInput.ts';
import { assertMayDo } from '../../subgraph/mayDo.ts';
import { ownText } from './exerciseInput.ts';
import { noticesOfExercise } from './exerciseNotices.ts';
import { newExerciseSecret } from './exerciseSeals.ts';
import { type ExerciseParts, type ExerciseView, exerciseView } from './exerciseView.ts';

const mostScenarios = 20;

/**
 * Sets up an exercise led by the requester's agency, with notices for the people of the agencies invited.
 *
 * Throws `ARGUMENT_REFUSED` if a text looks as if it were about somebody, or for an unknown agency or category.
 */
export async function createExercise(
  input: ExerciseInput,
  parts: ExerciseParts,
  context: RequestContext,
): Promise<ExerciseView> {
  const { requester, now, partners } = context;
  assertMayDo('createExercise', requester);
  const { length } = input.scenarios;
  if (length < 1 || length > mostScenarios)
    throw new CallerFault('ARGUMENT_REFUSED', `"scenarios" has ${length} entries; it must have 1 to ${mostScenarios}.`);
  const inForce = [...context.words.alerts.values()].filter(({ retired }) => !retired).map(({ code }) => code);
  const active = new Set([...partners.values()].filter(({ state }) => state === 'ACTIVE').map(({ id }) => id));
  const { offered } = input;
  assertCodes(
    { offered, agencies: input.agencies.length > 0 ? input.agencies : null },
    { offered: new Set<string>(inForce), agencies: active },
  );
  const exercise: NewExercise = {
    ...{ id: randomUUID(), title: ownText('title', input.title, 200), agencyId: requester.agency.id, at: now },
    agencies: [...new Set([requester.agency.id, ...input.agencies])].sort(),
    offered: inForce.filter((code) => !offered || offered.includes(code)),
    breakDownBy: input.breakDownBy ?? 'NOTHING',
    scenarios: input.scenarios.map((text, place) => ({
      id: randomUUID(),
      text: ownText(`scenarios[${place}]`, text, 4_000),
    })),
  };
  await parts.store.exercises.create(
    exercise,
    newExerciseSecret(),
    {
      id: randomUUID(),
      exerciseId: exercise.id,
      act: 'CREATE',
      at: now,
      by: requester.user,
      agencyId: requester.agency.id,
    },
    await noticesOfExercise(exercise, 'EXERCISE_OPEN', parts, context),
  );
  return exerciseView({ ...exercise, stage: 'FIRST_PLACING' }, parts, context);
}
