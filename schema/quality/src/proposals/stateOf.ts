import { type Level, type LevelRule, shareOf } from './DecisionRules.ts';
import type { OnFile, Reply, Voice } from './OnFile.ts';

/** An agency's voice at a level, with the answer to its objection. */
export type Heard = Voice & Readonly<{ reply: Reply | null }>;

/** A level that has begun. */
export type LevelState = Readonly<{
  level: Level;
  from: number;
  /** When it ends at the latest. */
  until: number;
  /** When it ended; null while it is open. */
  to: number | null;
  /** Why it ended: enough were heard, its days were over, or the proposal was withdrawn. */
  ended: 'HEARD' | 'TIME' | 'WITHDRAWN' | null;
  /** The voices that count, one for each agency, sorted by agency. */
  heard: readonly Heard[];
  /** How many agencies must be heard for it to end early. */
  quorum: number;
}>;

export type Status = 'OPEN' | 'AGREED' | 'REJECTED' | 'LAPSED' | 'WITHDRAWN';

/** Why a proposal is not agreed. */
export type Why =
  | Readonly<{ kind: 'OBJECTION'; agency: string; reason: string; answered: boolean }>
  | Readonly<{ kind: 'TOO_FEW_HEARD'; heard: number; needed: number }>
  | Readonly<{ kind: 'TOO_LITTLE_SUPPORT'; support: number; needed: number }>;

/** The state of a proposal. */
export type ProposalState = Readonly<{
  status: Status;
  /** When it was decided or withdrawn; null while it is open. */
  at: number | null;
  /** The levels that have begun, in order. The last is where the proposal is now, or where it ended. */
  levels: readonly LevelState[];
  /** Why it was rejected or lapsed. */
  why: readonly Why[];
}>;

const day = 86_400_000;

/**
 * Returns the state of a proposal at `now` (milliseconds since 1970). It depends only on what is on file and the time, so that
 * nothing needs a timer and every replica gives the same answer.
 *
 * A level ends once its minimum days are over, enough agencies were heard and no objection is unanswered; or, at the latest,
 * when its maximum days are over. The last level ends early only if the proposal is then agreed; when it ends, the proposal is
 * decided. A voice counts only at its own level, and only if given while that level was open.
 *
 * INVARIANT: what was answered for an earlier `now` stays true, whatever is put on file after that time.
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
  throw new Error('Decision rules need at least one level.');
}

/** Returns the state at `now` of a level that began at `from`. */
function levelAt(
  onFile: OnFile,
  rule: LevelRule,
  { from, now, last }: Readonly<{ from: number; now: number; last: boolean }>,
): LevelState {
  const earliest = from + rule.atLeastDays * day;
  const until = from + rule.atMostDays * day;
  const quorum = shareOf(rule.quorum, onFile.proposal.agencies.length);
  const base = { level: rule.level, from, until, quorum };
  // Only a new voice or reply, or the end of the minimum days, can end the level early.
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

/** Returns the voices that count at a level: each agency's newest, with the first answer to it. */
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

/** Returns what the voices at the last level decide. */
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
