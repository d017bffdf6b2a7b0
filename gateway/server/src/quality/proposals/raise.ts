import { randomUUID } from 'node:crypto';
import type { Change } from '@accord/quality/proposals/Change';
import type { DecisionRules } from '@accord/quality/proposals/DecisionRules';
import type { RequestContext } from '../../RequestContext.ts';
import type { NewProposal, ProposalOnFile, Proposals } from '../../store/proposals.ts';
import { newNotices } from '../../subgraph/newNotices.ts';

/** A proposal before it has an id, a time and the agencies to be heard. Its texts are already checked. */
export type Draft = Pick<NewProposal, 'kind' | 'title' | 'why' | 'effectiveOn'> &
  Readonly<{
    change: Change | null;
    /** The exercise it came out of. */
    exercise?: string | null;
  }>;

/**
 * Puts a proposal on file in the requester's name. It is decided among the agencies that take part now, by today's rules: neither
 * an agency that joins later nor a new rule changes what is under way. Each agency gets a notice for each level, which shows
 * while the proposal is there.
 */
export async function raise(
  { exercise = null, ...draft }: Draft,
  { store, decisionRules }: Readonly<{ store: Readonly<{ proposals: Proposals }>; decisionRules: DecisionRules }>,
  { requester, partners, now, changed }: RequestContext,
): Promise<ProposalOnFile> {
  const agencies = [...partners.values()].filter(({ state }) => state === 'ACTIVE').map(({ id }) => id);
  const proposal: NewProposal = {
    ...{ ...draft, exercise, id: randomUUID(), rules: decisionRules, agencies: agencies.sort() },
    ...{ agencyId: requester.agency.id, raisedBy: requester.user, raisedAt: now },
  };
  await store.proposals.raise(
    proposal,
    decisionRules.levels.flatMap(({ level }) =>
      newNotices(
        { kind: 'PROPOSAL_TO_HEAR', aboutId: proposal.id, clientId: null, level, at: now },
        agencies.map((agencyId) => ({ agencyId, reader: null })),
      ),
    ),
  );
  changed.add(proposal.id);
  return { ...proposal, events: [] };
}
