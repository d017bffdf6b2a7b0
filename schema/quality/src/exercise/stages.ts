/** The stages of an exercise. It only goes forward. */
export const stages = ['FIRST_PLACING', 'FIRST_DISCUSSION', 'SECOND_PLACING', 'SECOND_DISCUSSION', 'CLOSED'] as const;
export type Stage = (typeof stages)[number];

/** What the facilitator does to an exercise. */
export type Act = 'REVEAL' | 'OPEN_SECOND_ROUND' | 'CLOSE';
export type Round = 1 | 2;

const after: Readonly<Record<Stage, Readonly<Partial<Record<Act, Stage>>>>> = {
  FIRST_PLACING: { REVEAL: 'FIRST_DISCUSSION', CLOSE: 'CLOSED' },
  FIRST_DISCUSSION: { OPEN_SECOND_ROUND: 'SECOND_PLACING', CLOSE: 'CLOSED' },
  SECOND_PLACING: { REVEAL: 'SECOND_DISCUSSION', CLOSE: 'CLOSED' },
  SECOND_DISCUSSION: { CLOSE: 'CLOSED' },
  CLOSED: {},
};

/** Returns the stage that an act leads to; null if the act is not possible at this stage. */
export const stageAfter = (stage: Stage, act: Act): Stage | null => after[stage][act] ?? null;

/** Returns the round in which people are placing now; null if nobody is. Until it ends, they can change what they placed. */
export function placingRound(stage: Stage): Round | null {
  if (stage === 'FIRST_PLACING') return 1;
  return stage === 'SECOND_PLACING' ? 2 : null;
}

/** Returns the round whose placings are being discussed now, and for which barriers are noted. */
export function discussedRound(stage: Stage): Round | null {
  if (stage === 'FIRST_DISCUSSION') return 1;
  return stage === 'SECOND_DISCUSSION' ? 2 : null;
}

/**
 * True while people may join: until the first reveal. Anyone who joined later would show up as what the second round has more
 * than the first.
 */
export const mayJoin = (stage: Stage): boolean => stage === 'FIRST_PLACING';

/** What everybody may see at a stage: the rounds whose placings were revealed, and those whose barriers are shown. */
export type Shown = Readonly<{ placings: readonly Round[]; barriers: readonly Round[] }>;

/**
 * A round's barriers are shown only once its discussion is over: a count visible while people note them would reveal who noted
 * what.
 */
export function shownAt(stage: Exclude<Stage, 'CLOSED'>): Shown {
  switch (stage) {
    case 'FIRST_PLACING':
      return { placings: [], barriers: [] };
    case 'FIRST_DISCUSSION':
      return { placings: [1], barriers: [] };
    case 'SECOND_PLACING':
      return { placings: [1], barriers: [1] };
    case 'SECOND_DISCUSSION':
      return { placings: [1, 2], barriers: [1] };
  }
}

/**
 * Returns what is kept if an exercise is closed at this stage. Closing ends the discussion under way; a round that was never
 * revealed is never shown.
 */
export function shownOnClosing(stage: Exclude<Stage, 'CLOSED'>): Shown {
  const { placings } = shownAt(stage);
  return { placings, barriers: placings };
}
