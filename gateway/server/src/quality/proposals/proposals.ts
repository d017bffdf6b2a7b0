import { randomUUID } from 'node:crypto';
import type { Profile } from '@accord/consent/Profile';
import type { ProposalInput, QueryProposalsArgs, VoiceInput } from '@accord/contract/generated/api';
import { type DecisionRules, levelOf } from '@accord/quality/proposals/DecisionRules';
import { levelInWords } from '@accord/quality/proposals/historyOf';
import type { LevelState } from '@accord/quality/proposals/stateOf';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { ProposalOnFile, Proposals } from '../../store/proposals.ts';
import { dayGiven } from '../../subgraph/checkedInput.ts';
import { assertMayDo, leadsThere } from '../../subgraph/mayDo.ts';
import { type Page, visiblePage } from '../../subgraph/pageOf.ts';
import type { Cursors } from '../../subgraph/sealCursor.ts';
import { stateAt } from './onFileOf.ts';
import { type ProposalView, proposalView } from './proposalView.ts';
import { proposedChange, within } from './proposedChange.ts';
import { raise } from './raise.ts';

/** What is needed to raise proposals and to hear agencies. */
export type ProposalParts = Readonly<{
  store: Readonly<{ proposals: Proposals }>;
  cursors: Cursors;
  profile: Profile;
  /** The decision rules for proposals raised now. */
  decisionRules: DecisionRules;
}>;

/** Longest texts, in characters. */
const most = { title: 200, words: 4_000 };

/** Puts a proposal on file, with the exercise it came out of, if any. Throws `ARGUMENT_REFUSED` if something is missing or unknown. */
export async function raiseProposal(
  input: ProposalInput,
  parts: ProposalParts,
  context: RequestContext,
  exercise: string | null = null,
): Promise<ProposalView> {
  assertMayDo('raiseProposal', context.requester);
  const draft = {
    exercise,
    kind: input.kind,
    title: within('title', input.title, most.title),
    why: within('why', input.why, most.words),
    effectiveOn: input.effectiveOn ? dayGiven('effectiveOn', input.effectiveOn) : null,
    change: proposedChange(input, context.words, parts.profile),
  };
  return proposalView(await raise(draft, parts, context), parts.profile.timeZone, context);
}

/**
 * Takes a position for the requester's agency at the level the proposal is at. Throws `PROPOSAL_UNKNOWN`; `ARGUMENT_REFUSED` for
 * an objection without a reason, and for an agency that was not taking part when it was raised; `PROPOSAL_MOVED` if the proposal
 * is at another level.
 */
export async function voice(input: VoiceInput, parts: ProposalParts, context: RequestContext): Promise<ProposalView> {
  const { requester } = context;
  assertMayDo('voice', requester);
  const { position } = input;
  if (position === 'OBJECT' && !input.reason?.trim())
    throw new CallerFault('ARGUMENT_REFUSED', 'An objection needs a "reason": what would have to change?');
  const reason = input.reason ? within('reason', input.reason, most.words) : null;
  const found = await parts.store.proposals.find(input.proposal);
  if (!found) throw new CallerFault('PROPOSAL_UNKNOWN');
  const level = levelOf(requester.role, found.rules);
  if (level === undefined) throw new CallerFault('ROLE_REFUSED', `A ${requester.role} does not speak at any level.`);
  return say(
    found.id,
    {
      kind: 'VOICE',
      id: randomUUID(),
      agencyId: requester.agency.id,
      by: requester.user,
      level,
      position,
      words: reason,
    },
    parts,
    context,
    (proposal, here) => {
      if (!proposal.agencies.includes(requester.agency.id))
        throw new CallerFault(
          'ARGUMENT_REFUSED',
          'Your agency was not part of the partnership when the proposal was raised.',
        );
      if (here.level !== level)
        throw new CallerFault(
          'PROPOSAL_MOVED',
          `It is now with ${levelInWords[here.level]}; you speak at the level of ${levelInWords[level]}.`,
        );
    },
  );
}

/**
 * Answers an objection that stands at the level the proposal is at. Throws `PROPOSAL_UNKNOWN`; `ROLE_REFUSED` to any agency but
 * the one that raised it; `ARGUMENT_REFUSED` if there is no such objection, or it has been answered.
 */
export async function answerObjection(
  { proposal, voice: objection, answer }: Readonly<{ proposal: string; voice: string; answer: string }>,
  parts: ProposalParts,
  context: RequestContext,
): Promise<ProposalView> {
  const { requester } = context;
  assertMayDo('answerObjection', requester);
  const words = within('answer', answer, most.words);
  const event = { kind: 'ANSWER', id: randomUUID(), agencyId: requester.agency.id, by: requester.user } as const;
  return say(proposal, { ...event, answers: objection, words }, parts, context, (found, here) => {
    if (found.agencyId !== requester.agency.id)
      throw new CallerFault('ROLE_REFUSED', 'Only the agency that raised the proposal can answer an objection.');
    const standing = here.heard.find(({ id }) => id === objection);
    if (standing?.position !== 'OBJECT')
      throw new CallerFault('ARGUMENT_REFUSED', '"voice" is not a current objection at the level the proposal is at.');
    if (standing.reply) throw new CallerFault('ARGUMENT_REFUSED', 'The objection has already been answered.');
  });
}

/** Withdraws an open proposal. Throws `PROPOSAL_UNKNOWN`, `ROLE_REFUSED` to others, `PROPOSAL_MOVED` if it is decided. */
export async function withdrawProposal(
  { id, reason }: Readonly<{ id: string; reason: string }>,
  parts: ProposalParts,
  context: RequestContext,
): Promise<ProposalView> {
  const { requester } = context;
  assertMayDo('withdrawProposal', requester);
  const words = within('reason', reason, most.words);
  const event = { kind: 'WITHDRAWAL', id: randomUUID(), agencyId: requester.agency.id, by: requester.user } as const;
  return say(id, { ...event, words }, parts, context, ({ agencyId, raisedBy }) => {
    const theirs = agencyId === requester.agency.id && (raisedBy === requester.user || leadsThere(requester));
    if (!theirs)
      throw new CallerFault(
        'ROLE_REFUSED',
        'Only the person who raised it, or a lead or manager of their agency, can withdraw it.',
      );
  });
}

/** Adds an event to a proposal if it is open and `allow`, given everything said before, does not throw. */
async function say(
  id: string,
  event: Parameters<Proposals['say']>[1],
  { store, profile }: ProposalParts,
  context: RequestContext,
  allow: (proposal: ProposalOnFile, here: LevelState) => void,
): Promise<ProposalView> {
  const said = await store.proposals.say(id, event, context.now, (proposal, at) => {
    const { status, levels } = stateAt(proposal, at);
    const here = levels.at(-1);
    if (status !== 'OPEN' || !here) throw new CallerFault('PROPOSAL_MOVED', `It is ${status}, and that is final.`);
    allow(proposal, here);
  });
  if (!said) throw new CallerFault('PROPOSAL_UNKNOWN');
  context.changed.add(id);
  return proposalView(said, profile.timeZone, { ...context, now: latest(said, context.now) });
}

/** What this very request said is shown in its answer, even if it was given a slightly later time. */
const latest = ({ events }: ProposalOnFile, now: Date): Date =>
  new Date(Math.max(now.getTime(), ...events.map(({ at }) => at.getTime())));

/** Returns proposals, newest first. */
export function proposalsFor(
  args: QueryProposalsArgs,
  { store, cursors, profile }: ProposalParts,
  context: RequestContext,
): Promise<Page<ProposalView>> {
  const { requester } = context;
  assertMayDo('proposals', requester);
  const { state, kind, mine } = args;
  const use = { requester, list: JSON.stringify(['proposals', state ?? null, kind ?? null, mine ?? false]) };
  const filter = {
    ...(kind && { kind }),
    ...(mine && { raisedBy: { agencyId: requester.agency.id, user: requester.user } }),
  };
  return visiblePage(
    args,
    { cursors, use },
    async (after, first) => {
      const rows = await store.proposals.page({ ...filter, after, first });
      return rows.map((row) => ({ at: row.raisedAt, id: row.id, row }));
    },
    async ({ row }) => {
      const view = proposalView(row, profile.timeZone, context);
      return state && view.status !== state ? null : view;
    },
  );
}

/** Returns one proposal; null if there is none. */
export async function proposalOf(
  id: string,
  { store, profile }: Pick<ProposalParts, 'store' | 'profile'>,
  context: RequestContext,
): Promise<ProposalView | null> {
  assertMayDo('proposals', context.requester);
  const found = await store.proposals.find(id);
  return found && proposalView(found, profile.timeZone, context);
}
