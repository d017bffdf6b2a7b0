import type { ExercisePlaceMutationVariables } from '../generated/exercise.ts';

type Placing = ExercisePlaceMutationVariables['placing'];

/** A placing as far as it is chosen. */
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

/** The draft as the graph takes it; `undefined` while something is missing. Category and certainty are of an alert only. */
export function inputOf(draft: PlacingDraft): Omit<Placing, 'exercise' | 'scenario' | 'round'> | undefined {
  const { answer, category, certainty, why, wouldNeed, wording } = draft;
  const words = { why, wouldNeed, wording };
  if (answer === null) return undefined;
  if (answer !== 'CATEGORY') return { answer, ...words };
  return category === null ? undefined : { answer, category, certainty, ...words };
}
