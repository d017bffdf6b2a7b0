import type { Round } from './stages.ts';

/** How firmly an alert would be raised now, the least first. Of the certainties of alerts those that a new one may have. */
export const placingCertainties = ['INDICATED', 'DISCLOSED', 'ASSESSED'] as const;
export type PlacingCertainty = (typeof placingCertainties)[number];

/** Why it is hard to name what one sees. */
export const barrierKinds = [
  ...(['LANGUAGE', 'CERTAINTY', 'FEAR_OF_CONSEQUENCES', 'WORKFLOW'] as const),
  ...(['VISIBLE_TO_PERSON_OR_FAMILY', 'MANDATORY_REPORTING', 'OTHER'] as const),
] as const;
export type BarrierKind = (typeof barrierKinds)[number];

/** No alert category at all, and: cannot say. Both are answers; only not answering is a missing one. */
export const placedNowhere = 'NONE';
export const unsureWhere = 'UNSURE';

/** Where somebody places a scenario. */
export type Placing = Readonly<{
  /** Code of an alert category, `NONE` or `UNSURE`. */
  category: string;
  /** Null where no alert would be raised. */
  certainty: PlacingCertainty | null;
  wouldNeed: string | null;
  why: string | null;
  wording: string | null;
}>;

/** What somebody noted of a scenario. */
export type Barriers = Readonly<{ kinds: readonly BarrierKind[]; words: string | null }>;

type OfScenario<Said> = ReadonlyMap<string, Said>;

/** All that one participant said, by round and by id of the scenario. Who they are is not in it. */
export type Said = Readonly<{
  /** The agency or the level they are counted under; null where the exercise is not broken down. */
  group: string | null;
  placings: ReadonlyMap<Round, OfScenario<Placing>>;
  barriers: ReadonlyMap<Round, OfScenario<Barriers>>;
}>;

/** How many people it takes for what they said to be shown. */
export const fewest = 5;
