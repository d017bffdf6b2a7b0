import { type Level, type LevelRule, shareOf } from './DecisionRules.ts';
import type { OnFile, Reply, Voice } from './OnFile.ts';

/** An agency's voice at a level, and what was said to its objection. */
export type Heard = Voice & Readonly<{ reply: Reply | null }>;

/** A level that has begun. */
export type LevelState = Readonly<{
  level: Level;
  from: number;
  /** When it is over at the latest. */
  until: number;
  /** When it was over; null while it goes on. */
  to: number | null;
  /** Why it was over: enough were heard, or its days were. */
  ended: 'HEARD' | 'TIME' | 'WITHDRAWN' | null;
  /** The voices that stand, one an agency, by agency. */
  heard: readonly Heard[];
  /** How many agencies must be heard for it to be over before its time. */
  quorum: number;
}>;

export type Status = 'OPEN' | 'AGREED' | 'REJECTED' | 'LAPSED' | 'WITHDRAWN';

/** Why it is not agreed. */
export type Why =
  | Readonly<{ kind: 'OBJECTION'; agency: string; reason: string; answered: boolean }>
  | Readonly<{ kind: 'TOO_FEW_HEARD'; heard: number; needed: number }>
  | Readonly<{ kind: 'TOO_LITTLE_SUPPORT'; support: number; needed: number }>;

/** Where a proposal is. */
export type ProposalState = Readonly<{
  status: Status;
  /** When it was decided or withdrawn; null while it is open. */
  at: number | null;
  /** The levels that have begun, the first first. The last of them is where it is now, or where it ended. */
  levels: readonly LevelState[];
  /** Of a rejected or lapsed one: why. */
  why: readonly Why[];
}>;

const day = 86_400_000;

/**
 * Where a proposal is at `now` (milliseconds since 1970): a function of what is on file and the time, so that nothing needs a timer and
 * every replica says the same.
 *
 * A level is over once it was open for its least days, enough agencies were heard and no objection waits for an answer; or when its
 * most days are over. At the last level it is decided then. A voice counts where it was given: at its level, while that was open.
 * INVARIANT: what was said at `now` of an earlier time stays so, whatever is put on file after that time.
 */
export function stateOf(onFile: OnFile, now: number): ProposalState {
  const { rules, proposal } = onFile;
  const withdrawnAt = onFile.withdrawnAt ?? Number.POSITIVE_INFINITY;
  const levels: LevelState[] = [];
  let from = proposal.raisedAt;
  for (const [place, rule] of rules.levels.entries()) {
    const last = place === rules.levels.length - 1;
    const level = levelAt(onFile, rule, { from, now: Math.min(now, withdrawnAt), last });
    const withdrawn = withdrawnAt <= now && (level.to === null || withdrawnAt < level.to);
    levels.push(withdrawn ? { ...level, to: withdrawnAt, ended: 'WITHDRAWN' } : level);
    if (withdrawn) return { status: 'WITHDRAWN', at: withdrawnAt, levels, why: [] };
    if (level.to === null) return { status: 'OPEN', at: null, levels, why: [] };
    if (last) return { ...decided(level, onFile), at: level.to, levels };
    from = level.to;
  }
  throw new Error('Rules of deciding have at least one level.');
}

/** A level that began at `from`, as it is at `now`. */
function levelAt(
  onFile: OnFile,
  rule: LevelRule,
  { from, now, last }: Readonly<{ from: number; now: number; last: boolean }>,
): LevelState {
  const earliest = from + rule.atLeastDays * day;
  const until = from + rule.atMostDays * day;
  const quorum = shareOf(rule.quorum, onFile.proposal.agencies.length);
  const base = { level: rule.level, from, until, quorum };
  // Something is said, or the least days are over: nothing else can end it before its time.
  const moments = [earliest, ...[...onFile.voices, ...onFile.replies].map(({ at }) => at)]
    .filter((at) => at >= earliest && at < until && at <= now)
    .sort((a, b) => a - b);
  for (const at of moments) {
    const heard = heardAt(onFile, rule.level, { from, to: at });
    const ready = heard.length >= quorum && heard.every(({ position, reply }) => position !== 'OBJECT' || reply);
    if (ready && (!last || decided({ ...base, heard }, onFile).status === 'AGREED'))
      return { ...base, to: at, ended: 'HEARD', heard };
  }
  const over = now >= until;
  // What is said at the very end of a level is too late for it.
  const heard = heardAt(onFile, rule.level, { from, to: over ? until - 1 : now });
  return { ...base, to: over ? until : null, ended: over ? 'TIME' : null, heard };
}

/** The voices that stand at a level: of each agency the newest, with the first answer to it. */
function heardAt(
  { proposal, voices, replies }: OnFile,
  level: Level,
  { from, to }: Readonly<{ from: number; to: number }>,
): readonly Heard[] {
  const newest = new Map<string, Voice>();
  for (const voice of voices) {
    if (voice.level !== level || voice.at < from || voice.at > to || !proposal.agencies.includes(voice.agency))
      continue;
    const before = newest.get(voice.agency);
    if (!before || isAfter(voice, before)) newest.set(voice.agency, voice);
  }
  return [...newest.values()]
    .sort((a, b) => (a.agency < b.agency ? -1 : 1))
    .map((voice) => {
      const answers = replies.filter((reply) => reply.voice === voice.id && reply.at >= voice.at && reply.at <= to);
      return { ...voice, reply: answers.sort((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1))[0] ?? null };
    });
}

const isAfter = (a: Voice, b: Voice): boolean => a.at > b.at || (a.at === b.at && a.id > b.id);

/** What the voices at the last level come to. */
function decided(
  { heard, quorum }: Pick<LevelState, 'heard' | 'quorum'>,
  { rules }: OnFile,
): Readonly<{ status: 'AGREED' | 'REJECTED' | 'LAPSED'; why: readonly Why[] }> {
  const objections = heard.filter(({ position }) => position === 'OBJECT');
  const why = objections.map(
    ({ agency, reason, reply }): Why => ({
      ...{ kind: 'OBJECTION', agency, reason: reason ?? '', answered: reply !== null },
    }),
  );
  const unanswered = objections.some(({ reply }) => reply === null);
  if (unanswered || objections.length > rules.agreement.consensusMinus) return { status: 'REJECTED', why };
  if (heard.length < quorum)
    return { status: 'LAPSED', why: [{ kind: 'TOO_FEW_HEARD', heard: heard.length, needed: quorum }] };
  const support = heard.filter(({ position }) => position === 'SUPPORT').length;
  const needed = shareOf(rules.agreement.support, heard.length);
  if (support < needed) return { status: 'REJECTED', why: [{ kind: 'TOO_LITTLE_SUPPORT', support, needed }] };
  return { status: 'AGREED', why: [] };
}
