import type { DecisionRules, Level } from '@accord/quality/proposals/DecisionRules';
import type { Position } from '@accord/quality/proposals/OnFile';
import { parseDecisionRules } from '@accord/quality/proposals/parseDecisionRules';
import type { ProposalKind } from '../generated/prisma/enums.ts';
import type { Database } from './Database.ts';
import { type JsonObject, jsonObject } from './JsonObject.ts';
import { type NewNotice, putNotices } from './notices.ts';

/** What somebody proposes to the partnership. */
export type NewProposal = Readonly<{
  id: string;
  kind: ProposalKind;
  title: string;
  why: string;
  /** What it would change in the partnership's words; null: nothing, it is only text. */
  change: JsonObject | null;
  effectiveOn: string | null;
  agencyId: string;
  raisedBy: string;
  raisedAt: Date;
  /** The exercise it came out of. */
  exercise: string | null;
  agencies: readonly string[];
  rules: DecisionRules;
}>;

/** Something said about a proposal. */
export type ProposalEvent = Readonly<{ id: string; agencyId: string; by: string; at: Date; words: string | null }> &
  Readonly<
    { kind: 'VOICE'; level: Level; position: Position } | { kind: 'ANSWER'; answers: string } | { kind: 'WITHDRAWAL' }
  >;

/** The same without its time, which is set when it is written. */
export type NewProposalEvent = DistributiveOmit<ProposalEvent, 'at'>;
type DistributiveOmit<Of, Key extends PropertyKey> = Of extends unknown ? Omit<Of, Key> : never;

export type ProposalOnFile = NewProposal & Readonly<{ events: readonly ProposalEvent[] }>;

export type ProposalFilter = Readonly<{
  kind?: ProposalKind;
  raisedBy?: Readonly<{ agencyId: string; user: string }>;
  /** Only proposals that came out of this exercise. */
  exercise?: string;
}>;

export type Proposals = Readonly<{
  /** Puts a proposal on file with the notices to those who are to be heard, all or none. */
  raise: (proposal: NewProposal, notices: readonly NewNotice[]) => Promise<void>;
  find: (id: string) => Promise<ProposalOnFile | null>;
  /** A page of proposals, newest first, from after the last one of the previous page. */
  page: (
    of: ProposalFilter & Readonly<{ after: Readonly<{ at: Date; id: string }> | null; first: number }>,
  ) => Promise<readonly ProposalOnFile[]>;
  /** All proposals that would change the partnership's words. */
  changing: () => Promise<readonly ProposalOnFile[]>;
  /**
   * Adds to what was said. `allow` is called with everything said before and the time the new event gets, while nobody else can add to the
   * same proposal; where it throws, nothing is added. @returns the proposal with the addition; null where there is none.
   */
  say: (
    id: string,
    event: NewProposalEvent,
    now: Date,
    allow: (proposal: ProposalOnFile, at: Date) => void,
  ) => Promise<ProposalOnFile | null>;
}>;

export function proposals({ prisma, transaction }: Database): Proposals {
  const find = async (id: string): Promise<ProposalOnFile | null> => {
    const row = await prisma.proposal.findUnique({ where: { id }, include: { events: inOrder } });
    return row && onFile(row);
  };
  return {
    find,
    raise: (proposal, notices) =>
      transaction(async (connection) => {
        await connection.query(
          `INSERT INTO proposal (id, kind, title, why, change, effective_on, agency_id, raised_by, raised_at, exercise, agencies, rules)
           VALUES ($1, $2::proposal_kind, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [
            ...[proposal.id, proposal.kind, proposal.title, proposal.why],
            ...[proposal.change && JSON.stringify(proposal.change), proposal.effectiveOn, proposal.agencyId],
            ...[proposal.raisedBy, proposal.raisedAt, proposal.exercise, proposal.agencies],
            JSON.stringify(proposal.rules),
          ],
        );
        await putNotices(connection, notices);
      }),
    page: async ({ kind, raisedBy, exercise, after, first }) => {
      const rows = await prisma.proposal.findMany({
        where: {
          AND: [
            kind ? { kind } : {},
            exercise ? { exercise } : {},
            raisedBy ? { agencyId: raisedBy.agencyId, raisedBy: raisedBy.user } : {},
            after ? { OR: [{ raisedAt: { lt: after.at } }, { raisedAt: after.at, id: { lt: after.id } }] } : {},
          ],
        },
        include: { events: inOrder },
        orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }],
        take: first,
      });
      return rows.map(onFile);
    },
    changing: async () => {
      const rows = await prisma.proposal.findMany({
        where: { kind: { in: ['LABEL', 'ALERT_CATEGORY', 'CONSENT_NOTICE'] } },
        include: { events: inOrder },
      });
      return rows.map(onFile);
    },
    say: (id, event, now, allow) =>
      transaction(async (connection) => {
        const locked = await connection.query('SELECT FROM proposal WHERE id = $1 FOR UPDATE', [id]);
        const before = locked.rowCount === 0 ? null : await find(id);
        if (before === null) return null;
        // Replicas' clocks differ a little; what is said later must still be dated later.
        const last = Math.max(before.raisedAt.getTime(), ...before.events.map(({ at }) => at.getTime()));
        const said = { ...event, at: new Date(Math.max(now.getTime(), last + 1)) };
        allow(before, said.at);
        await connection.query(
          `INSERT INTO proposal_event (id, proposal_id, kind, agency_id, by, at, level, position, answers, words)
           VALUES ($1, $2, $3::proposal_event_kind, $4, $5, $6, $7, $8, $9, $10)`,
          [
            ...[said.id, id, said.kind, said.agencyId, said.by, said.at],
            ...(said.kind === 'VOICE' ? [said.level, said.position] : [null, null]),
            ...[said.kind === 'ANSWER' ? said.answers : null, said.words],
          ],
        );
        return { ...before, events: [...before.events, said] };
      }),
  };
}

const inOrder = { orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }] };

type EventRow = Readonly<{
  id: string;
  kind: 'VOICE' | 'ANSWER' | 'WITHDRAWAL';
  agencyId: string;
  by: string;
  at: Date;
  level: string | null;
  position: string | null;
  answers: string | null;
  words: string | null;
}>;
type Row = Omit<NewProposal, 'change' | 'rules'> &
  Readonly<{ change: unknown; rules: unknown; events: readonly EventRow[] }>;

const onFile = ({ change, rules, events, ...row }: Row): ProposalOnFile => ({
  ...row,
  change: change === null ? null : jsonObject(change),
  rules: rulesOf(rules),
  events: events.map(eventOf),
});

function rulesOf(stored: unknown): DecisionRules {
  const parsed = parseDecisionRules(JSON.stringify(stored));
  if (parsed.kind === 'RULES') return parsed.rules;
  throw new Error('The rules of a proposal on file cannot be read. Something other than the hub changed them.');
}

function eventOf({ kind, level, position, answers, ...event }: EventRow): ProposalEvent {
  switch (kind) {
    case 'VOICE':
      // Written only by `say`, from the closed lists.
      return { ...event, kind, level: level as Level, position: position as Position };
    case 'ANSWER':
      return { ...event, kind, answers: answers ?? '' };
    case 'WITHDRAWAL':
      return { ...event, kind };
    default:
      return kind satisfies never;
  }
}
