import type { BarriersInput, PlacingInput } from '@accord/contract/generated/api';
import { type Barriers, type Placing, placedNowhere, unsureWhere } from '@accord/quality/exercise/Placing';
import { discussedRound, mayJoin, placingRound } from '@accord/quality/exercise/stages';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { AnswerKey, ExerciseRow } from '../../store/exercises.ts';
import { assertMayDo } from '../../subgraph/mayDo.ts';
import { ownTextIfAny } from './exerciseInput.ts';
import type { ExerciseSeals } from './exerciseSeals.ts';
import { invitedTo } from './exercises.ts';
import { type ExerciseParts, type ExerciseView, exerciseView } from './exerciseView.ts';

const longest = 1_000;

/** Joins an exercise. Throws `FACT_UNKNOWN` if the requester's agency is not invited, `STAGE_REFUSED` after the first reveal. */
export async function joinExercise(id: string, parts: ExerciseParts, context: RequestContext): Promise<ExerciseView> {
  const { requester } = context;
  assertMayDo('joinExercise', requester);
  const row = await invitedTo(id, parts, context);
  const seals = await sealsFor(row, parts);
  if (!seals || !mayJoin(row.stage)) throw tooLateToJoin();
  const alias = aliasOf(seals, context);
  const groups = { NOTHING: null, AGENCY: requester.agency.id, ROLE: requester.role };
  const sealed = seals.seal({ group: groups[row.breakDownBy] }, { exerciseId: id, alias });
  if (!(await parts.store.exercises.join(id, { alias, sealed }, row.stage))) throw tooLateToJoin();
  return exerciseView(row, parts, context);
}

/** Places a scenario, or moves it. Throws as `joinExercise`, and `ARGUMENT_REFUSED`. */
export async function place(input: PlacingInput, parts: ExerciseParts, context: RequestContext): Promise<ExerciseView> {
  assertMayDo('place', context.requester);
  const row = await invitedTo(input.exercise, parts, context);
  const round = placingRound(row.stage);
  if (round === null || round !== input.round)
    throw new CallerFault(
      'STAGE_REFUSED',
      round === null ? 'No round is open for placing.' : `Round ${round} is open for placing.`,
    );
  const placing = placingOf(input, row);
  await say({ scenarioId: input.scenario, round, kind: 'PLACING' }, placing, row, parts, context);
  return exerciseView(row, parts, context);
}

/** Notes what makes a scenario hard to name, replacing what was noted before. Throws as `place`. */
export async function noteBarriers(
  input: BarriersInput,
  parts: ExerciseParts,
  context: RequestContext,
): Promise<ExerciseView> {
  assertMayDo('noteBarriers', context.requester);
  const row = await invitedTo(input.exercise, parts, context);
  const round = discussedRound(row.stage);
  if (round === null)
    throw new CallerFault('STAGE_REFUSED', 'Barriers can be noted only while a round is being discussed.');
  const barriers: Barriers = { kinds: [...new Set(input.kinds)], words: ownTextIfAny('words', input.words, longest) };
  await say({ scenarioId: input.scenario, round, kind: 'BARRIERS' }, barriers, row, parts, context);
  return exerciseView(row, parts, context);
}

async function say(
  of: Pick<AnswerKey, 'scenarioId' | 'round' | 'kind'>,
  value: Placing | Barriers,
  row: ExerciseRow,
  parts: ExerciseParts,
  context: RequestContext,
): Promise<void> {
  if (!row.scenarios.some(({ id }) => id === of.scenarioId))
    throw new CallerFault('ARGUMENT_REFUSED', '"scenario" is not part of this exercise.');
  const seals = await sealsFor(row, parts);
  if (!seals) throw movedOn();
  const key = { ...of, exerciseId: row.id, alias: aliasOf(seals, context) };
  const outcome = await parts.store.exercises.say({ ...key, sealed: seals.seal(value, key) }, row.stage);
  if (outcome === 'MOVED_ON') throw movedOn();
  if (outcome === 'NOT_JOINED')
    throw new CallerFault(
      'STAGE_REFUSED',
      'You do not take part in this exercise. You can join only while the first round is open.',
    );
}

function placingOf(input: PlacingInput, { offered }: ExerciseRow): Placing {
  const { answer, category, certainty } = input;
  if ((answer === 'CATEGORY') !== (typeof category === 'string'))
    throw new CallerFault('ARGUMENT_REFUSED', 'Give "category" with the answer CATEGORY, and with no other answer.');
  if (typeof category === 'string' && !offered.includes(category))
    throw new CallerFault('ARGUMENT_REFUSED', '"category" is not one that this exercise offers.');
  if (certainty && answer !== 'CATEGORY')
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      'Give "certainty" only with a category: it is the certainty of an alert.',
    );
  const elsewhere = answer === 'NONE' ? placedNowhere : unsureWhere;
  return {
    ...{ category: category ?? elsewhere, certainty: certainty ?? null },
    wouldNeed: ownTextIfAny('wouldNeed', input.wouldNeed, longest),
    why: ownTextIfAny('why', input.why, longest),
    wording: ownTextIfAny('wording', input.wording, longest),
  };
}

/** Null once the exercise is closed. */
async function sealsFor({ id }: ExerciseRow, { store, exerciseSeals }: ExerciseParts): Promise<ExerciseSeals | null> {
  const secret = await store.exercises.secretOf(id);
  return secret && exerciseSeals({ id, secret });
}

const aliasOf = (seals: ExerciseSeals, { requester }: RequestContext): string =>
  seals.aliasOf({ user: requester.user, agencyId: requester.agency.id });

const movedOn = (): CallerFault => new CallerFault('STAGE_REFUSED', 'The exercise has moved on in the meantime.');
const tooLateToJoin = (): CallerFault =>
  new CallerFault('STAGE_REFUSED', 'You can join only until the first round is revealed.');
