import type { ExercisePlaceMutationVariables } from '../generated/exercise.ts';

type Placing = ExercisePlaceMutationVariables['placing'];

/** A placing that is being chosen. */
export type PlacingDraft = Readonly<{
  answer: Placing['answer'] | null;
  category: string | null;
  certainty: NonNullable<Placing['certainty']> | null;
  why: string | null;
  wouldNeed: string | null;
  wording: string | null;
}>;

/** Nothing chosen yet. */
export const emptyPlacing: PlacingDraft = {
  answer: null,
  category: null,
  certainty: null,
  why: null,
  wouldNeed: null,
  wording: null,
};

/** The draft as graph input; `undefined` while something is missing. Only an alert has a category and a certainty. */
export function inputOf(draft: PlacingDraft): Omit<Placing, 'exercise' | 'scenario' | 'round'> | undefined {
  const { answer, category, certainty, why, wouldNeed, wording } = draft;
  const words = { why, wouldNeed, wording };
  if (answer === null) return undefined;
  if (answer !== 'CATEGORY') return { answer, ...words };
  return category === null ? undefined : { answer, category, certainty, ...words };
}
