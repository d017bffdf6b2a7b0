/** Where an exercise stands. It goes forward only. */
export const stages = ['FIRST_PLACING', 'FIRST_DISCUSSION', 'SECOND_PLACING', 'SECOND_DISCUSSION', 'CLOSED'] as const;
export type Stage = (typeof stages)[number];

/** What the facilitator does to it. */
export type Act = 'REVEAL' | 'OPEN_SECOND_ROUND' | 'CLOSE';
export type Round = 1 | 2;

const after: Readonly<Record<Stage, Readonly<Partial<Record<Act, Stage>>>>> = {
  FIRST_PLACING: { REVEAL: 'FIRST_DISCUSSION', CLOSE: 'CLOSED' },
  FIRST_DISCUSSION: { OPEN_SECOND_ROUND: 'SECOND_PLACING', CLOSE: 'CLOSED' },
  SECOND_PLACING: { REVEAL: 'SECOND_DISCUSSION', CLOSE: 'CLOSED' },
  SECOND_DISCUSSION: { CLOSE: 'CLOSED' },
  CLOSED: {},
};

/** The stage that an act leads to; null where it is not done at this one. */
export const stageAfter = (stage: Stage, act: Act): Stage | null => after[stage][act] ?? null;

/** The round in which people place now; null where nobody does. What was placed can be changed for as long. */
export function placingRound(stage: Stage): Round | null {
  if (stage === 'FIRST_PLACING') return 1;
  return stage === 'SECOND_PLACING' ? 2 : null;
}

/** The round whose placings are discussed now, and whose barriers are noted. */
export function discussedRound(stage: Stage): Round | null {
  if (stage === 'FIRST_DISCUSSION') return 1;
  return stage === 'SECOND_DISCUSSION' ? 2 : null;
}

/**
 * True while one may join: until the first reveal.
 *
 * Whoever came later would be seen in what the second round has more than the first.
 */
export const mayJoin = (stage: Stage): boolean => stage === 'FIRST_PLACING';

/** What everybody may see at a stage: the rounds whose placings were revealed, and those whose barriers are shown. */
export type Shown = Readonly<{ placings: readonly Round[]; barriers: readonly Round[] }>;

/** Barriers of a round are shown when its discussion is over: what is counted while people note them tells who noted what. */
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

/** What is kept when an exercise is closed at this stage: the discussion under way is over with it; a round never revealed is never shown. */
export function shownOnClosing(stage: Exclude<Stage, 'CLOSED'>): Shown {
  const { placings } = shownAt(stage);
  return { placings, barriers: placings };
}
