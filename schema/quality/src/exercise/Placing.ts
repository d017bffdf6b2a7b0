import type { Round } from './stages.ts';

/** How firmly an alert would be raised now, weakest first: those certainties of alerts that a new alert may have. */
export const placingCertainties = ['INDICATED', 'DISCLOSED', 'ASSESSED'] as const;
export type PlacingCertainty = (typeof placingCertainties)[number];

/** Why it is hard to name what one sees. */
export const barrierKinds = [
  ...(['LANGUAGE', 'CERTAINTY', 'FEAR_OF_CONSEQUENCES', 'WORKFLOW'] as const),
  ...(['VISIBLE_TO_PERSON_OR_FAMILY', 'MANDATORY_REPORTING', 'OTHER'] as const),
] as const;
export type BarrierKind = (typeof barrierKinds)[number];

/** No alert category, and "cannot say". Both are answers; only leaving the scenario out is a missing answer. */
export const placedNowhere = 'NONE';
export const unsureWhere = 'UNSURE';

/** Where somebody places a scenario. */
export type Placing = Readonly<{
  /** Code of an alert category, `NONE` or `UNSURE`. */
  category: string;
  /** Null if no alert would be raised. */
  certainty: PlacingCertainty | null;
  wouldNeed: string | null;
  why: string | null;
  wording: string | null;
}>;

/** What somebody noted about a scenario. */
export type Barriers = Readonly<{ kinds: readonly BarrierKind[]; words: string | null }>;

type OfScenario<Said> = ReadonlyMap<string, Said>;

/** Everything one participant said, by round and scenario id. It does not say who they are. */
export type Said = Readonly<{
  /** The agency or level they are counted under; null if the exercise is not broken down. */
  group: string | null;
  placings: ReadonlyMap<Round, OfScenario<Placing>>;
  barriers: ReadonlyMap<Round, OfScenario<Barriers>>;
}>;

/** How many people must have answered before anything they said is shown. */
export const fewest = 5;
