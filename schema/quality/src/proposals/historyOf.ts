import type { Level } from './DecisionRules.ts';
import type { OnFile, Position, Voice } from './OnFile.ts';
import type { LevelState, ProposalState, Why } from './stateOf.ts';

/** One event in the history of a proposal, in plain words. */
export type Happened = Readonly<{
  at: number;
  says: string;
  /** The voice or answer it was, for readers who may know who spoke. */
  voice: string | null;
}>;

/** How agencies and days are named in the sentences. */
export type Names = Readonly<{
  agency: (id: string) => string;
  /** The calendar day of an instant, `YYYY-MM-DD`. */
  dayOf: (at: number) => string;
}>;

export const levelInWords: Readonly<Record<Level, string>> = {
  ...{ PRACTITIONER: 'practitioners', TEAM_LEADER: 'team leaders', MANAGER: 'managers', EXECUTIVE: 'executives' },
};
const said: Readonly<Record<Position, string>> = {
  ...{ SUPPORT: 'supports it', STAND_ASIDE: 'stands aside', OBJECT: 'objects' },
};

/**
 * Returns everything that happened to a proposal up to the time of its state, oldest first. The agency is named as the speaker,
 * never a person.
 */
export function historyOf(
  onFile: OnFile,
  state: ProposalState,
  by: string,
  names: Names,
  now: number,
): readonly Happened[] {
  const { proposal, rules } = onFile;
  const first = rules.levels[0]?.level ?? 'PRACTITIONER';
  const raised = `${names.agency(by)} raised it on ${dayOf(proposal.raisedAt, names)}; ${levelInWords[first]} are heard first.`;
  return [
    { at: proposal.raisedAt, says: raised, voice: null, place: -1 },
    ...spoken(onFile, names).filter(({ at }) => at <= now),
    ...moves(onFile, state, names),
    ...(state.at === null ? [] : [ended(state, state.at, names)]),
  ]
    .sort((a, b) => a.at - b.at || a.place - b.place)
    .map(({ place: _, ...one }) => one);
}

/** `place` orders what happened at the same instant: a level's voices, then its end, then the next level's voices. */
type Placed = Happened & Readonly<{ place: number }>;

const dayOf = (at: number, names: Names): string => dayInWords(names.dayOf(at));

/** Returns voices and answers, including those that a newer one has replaced. */
function spoken({ voices, replies, rules }: OnFile, names: Names): readonly Placed[] {
  const placeOf = ({ level }: Voice): number => 2 * rules.levels.findIndex((rule) => rule.level === level);
  const byId = new Map(voices.map((voice) => [voice.id, voice]));
  return [
    ...voices.map((voice) => {
      const { id, agency, level, position, reason, at } = voice;
      const where = `${levelInWords[level]}, ${dayOf(at, names)}`;
      const says = `${names.agency(agency)} ${said[position]} (${where})${reason === null ? '.' : `: ${reason}`}`;
      return { at, says, voice: id, place: placeOf(voice) };
    }),
    ...replies.flatMap(({ voice, text, at }) => {
      const to = byId.get(voice);
      if (!to) return [];
      const says = `The objection from ${names.agency(to.agency)} was answered on ${dayOf(at, names)}: ${text}`;
      return [{ at, says, voice: null, place: placeOf(to) }];
    }),
  ];
}

/** Returns the moves from level to level, with the reasons. */
function moves({ rules }: OnFile, { levels }: ProposalState, names: Names): readonly Placed[] {
  return levels.flatMap((level, place) => {
    const next = rules.levels[place + 1]?.level;
    if (level.to === null || next === undefined || level.ended === 'WITHDRAWN') return [];
    const because = whyMoved(level, rules.levels[place]?.atMostDays ?? 0);
    const says = `Moved up to ${levelInWords[next]} on ${dayOf(level.to, names)} because ${because}.`;
    return [{ at: level.to, says, voice: null, place: 2 * place + 1 }];
  });
}

function whyMoved({ ended, heard, level, quorum }: LevelState, atMostDays: number): string {
  if (ended === 'HEARD')
    return `${count(heard.length, 'agency was', 'agencies were')} heard among ${levelInWords[level]} (${quorum} needed) and no objection is waiting for an answer`;
  const open = heard.filter(({ position, reply }) => position === 'OBJECT' && reply === null).length;
  const days = `${count(atMostDays, 'day', 'days')} had passed`;
  return open > 0 ? `${days}, with ${count(open, 'objection', 'objections')} unanswered` : days;
}

const ended = (state: ProposalState, at: number, names: Names): Placed => ({
  ...{ at, says: ending(state, dayOf(at, names), names), voice: null, place: 2 * state.levels.length },
});

function ending({ status, why }: ProposalState, day: string, names: Names): string {
  switch (status) {
    case 'AGREED':
      return `Agreed on ${day}.`;
    case 'WITHDRAWN':
      return `Withdrawn on ${day}.`;
    case 'LAPSED':
      return `Lapsed on ${day}: ${whyInWords(why, names)}.`;
    case 'REJECTED':
      return `Rejected on ${day}: ${whyInWords(why, names)}.`;
    case 'OPEN':
      return 'Open.';
    default:
      return status satisfies never;
  }
}

/** Returns why a proposal is not agreed, and which agencies that is due to, as one sentence without its full stop. */
export const whyInWords = (why: readonly Why[], names: Pick<Names, 'agency'>): string =>
  why.map((one) => sentenceOf(one, names)).join('; ');

function sentenceOf(why: Why, { agency }: Pick<Names, 'agency'>): string {
  switch (why.kind) {
    case 'OBJECTION':
      return `${agency(why.agency)} objects${why.answered ? ', even after an answer' : ', and nobody answered'}: ${why.reason.replace(/\.$/, '')}`;
    case 'TOO_FEW_HEARD':
      return `${count(why.heard, 'agency was', 'agencies were')} heard at the last level, and ${count(why.needed, 'was', 'were')} needed`;
    case 'TOO_LITTLE_SUPPORT':
      return `${count(why.support, 'agency', 'agencies')} supported it, and ${count(why.needed, 'was', 'were')} needed`;
    default:
      return why satisfies never;
  }
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
  'December',
];

/** Returns `2026-03-03` as `3 March 2026`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1]} ${year}`;
}
