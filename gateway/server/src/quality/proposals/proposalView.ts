import { levelOf } from '@accord/quality/proposals/DecisionRules';
import { dayInWords, historyOf, levelInWords, type Names, whyInWords } from '@accord/quality/proposals/historyOf';
import type { Heard, LevelState, ProposalState } from '@accord/quality/proposals/stateOf';
import { dayIn } from '../../dayIn.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { ProposalOnFile } from '../../store/proposals.ts';
import { onFileOf, stateAt } from './onFileOf.ts';
import { agreedOf, changeIn } from './Vocabularies.ts';

const day = 86_400_000;

export type ProposalView = ReturnType<typeof proposalView>;

/**
 * A proposal as the requester sees it, at the time of the request. Positions are shown as agencies'; only an agency's own people
 * see who spoke for it.
 */
export function proposalView(proposal: ProposalOnFile, timeZone: string, context: RequestContext) {
  const { requester, partners, now } = context;
  const state = stateAt(proposal, now);
  const names: Names = {
    agency: (id) => partners.get(id)?.name ?? id,
    dayOf: (at) => dayIn(new Date(at), timeZone),
  };
  const own = (agency: string): boolean => agency === requester.agency.id;
  const speakers = new Map(proposal.events.map((event) => [event.id, event]));
  const spokenBy = (voice: string | null): string | null => {
    const event = voice === null ? undefined : speakers.get(voice);
    return event && own(event.agencyId) ? event.by : null;
  };
  const heardView = (heard: Heard) => ({
    ...{ id: heard.id, agency: partners.get(heard.agency) ?? null, position: heard.position, reason: heard.reason },
    ...{ at: iso(heard.at), answer: heard.reply?.text ?? null, spokenBy: spokenBy(heard.id) },
  });
  const here = state.status === 'OPEN' ? state.levels.at(-1) : undefined;
  const change = changeIn(proposal.change);
  return {
    ...{ id: proposal.id, kind: proposal.kind, title: proposal.title, why: proposal.why },
    change: change && {
      ...{ code: null, label: null, category: null, language: null, version: null, text: null },
      ...change,
      retire: change.kind === 'RETIRE',
    },
    exerciseId: proposal.exercise,
    effectiveOn: proposal.effectiveOn,
    raisedBy: partners.get(proposal.agencyId) ?? null,
    raisedByUser: own(proposal.agencyId) ? proposal.raisedBy : null,
    raisedAt: proposal.raisedAt.toISOString(),
    status: state.status,
    where: whereIsIt(state, here, names, { now, agencies: proposal.agencies.length }),
    level: here?.level ?? null,
    daysLeft: here ? daysLeft(here, now) : null,
    movesUpAt: here ? iso(here.until) : null,
    decidedAt: state.at === null ? null : iso(state.at),
    holdsFrom: agreedOf(proposal, now, timeZone)?.from ?? null,
    whyNot: state.why.length > 0 ? `${whyInWords(state.why, names)}.` : withdrawnWhy(state, proposal),
    levels: state.levels.map(({ level, from, to, quorum, heard }) => ({
      ...{ level, from: iso(from), to: to === null ? null : iso(to), quorum, heard: heard.map(heardView) },
    })),
    agencies: proposal.agencies.flatMap((id) => partners.get(id) ?? []),
    history: historyOf(onFileOf(proposal), state, proposal.agencyId, names, now.getTime()).map(
      ({ at, says, voice }) => ({
        ...{ at: iso(at), says, spokenBy: spokenBy(voice) },
      }),
    ),
    mayVoice: here !== undefined && mayVoice(proposal, here, context),
  };
}

/** Whether the requester speaks for their agency at the level the proposal is at. */
const mayVoice = ({ rules, agencies }: ProposalOnFile, { level }: LevelState, { requester }: RequestContext): boolean =>
  levelOf(requester.role, rules) === level && agencies.includes(requester.agency.id);

const withdrawnWhy = ({ status }: ProposalState, { events }: ProposalOnFile): string | null =>
  status === 'WITHDRAWN' ? (events.find(({ kind }) => kind === 'WITHDRAWAL')?.words ?? null) : null;

const iso = (at: number): string => new Date(at).toISOString();

const daysLeft = ({ until }: LevelState, now: Date): number => Math.max(0, Math.ceil((until - now.getTime()) / day));

/** The proposal's state, in a sentence that the person who raised it understands. */
function whereIsIt(
  { status, at, why }: ProposalState,
  here: LevelState | undefined,
  names: Names,
  { now, agencies }: Readonly<{ now: Date; agencies: number }>,
): string {
  if (here) {
    const left = daysLeft(here, now);
    const open = here.heard.filter(({ position, reply }) => position === 'OBJECT' && reply === null).length;
    return (
      `With ${levelInWords[here.level]}: ${here.heard.length} of ${agencies} ${agencies === 1 ? 'agency' : 'agencies'} heard, ${left} ${left === 1 ? 'day' : 'days'} left.` +
      (open > 0 ? ` ${open === 1 ? 'An objection is' : `${open} objections are`} waiting for an answer.` : '')
    );
  }
  const on = at === null ? '' : ` on ${dayInWords(names.dayOf(at))}`;
  const because = why.length > 0 ? `: ${whyInWords(why, names)}` : '';
  const word = { OPEN: 'Open', AGREED: 'Agreed', REJECTED: 'Rejected', LAPSED: 'Lapsed', WITHDRAWN: 'Withdrawn' }[
    status
  ];
  return `${word}${on}${because}.`;
}
