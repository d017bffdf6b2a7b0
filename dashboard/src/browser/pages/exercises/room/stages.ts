import type { ExerciseStage } from '../generated/exercise.ts';

/** The stages in their order. */
export const stagesInOrder = [
  'FIRST_PLACING',
  'FIRST_DISCUSSION',
  'SECOND_PLACING',
  'SECOND_DISCUSSION',
  'CLOSED',
] as const satisfies readonly ExerciseStage[];

/** The round that is open for placing. */
export const placedAt = (stage: ExerciseStage): 1 | 2 | undefined =>
  stage === 'FIRST_PLACING' ? 1 : stage === 'SECOND_PLACING' ? 2 : undefined;

/** The round that is being discussed, and for which barriers are noted. */
export const discussedAt = (stage: ExerciseStage): 1 | 2 | undefined =>
  stage === 'FIRST_DISCUSSION' ? 1 : stage === 'SECOND_DISCUSSION' ? 2 : undefined;
