import type { ProposalInput } from '@accord/contract/generated/api';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import { assertMayDo } from '../../subgraph/mayDo.ts';
import { type ProposalParts, raiseProposal } from '../proposals/proposals.ts';
import { type ProposalView, proposalView } from '../proposals/proposalView.ts';
import { invitedTo } from './exercises.ts';
import type { ExerciseParts } from './exerciseView.ts';

const mostProposals = 100;

/**
 * Proposes what came out of an exercise. Throws `FACT_UNKNOWN` if the requester's agency is not invited; `STAGE_REFUSED` before
 * the first reveal, when nobody can say yet what came out of it, and a proposal would only show its author's own placing;
 * otherwise as `raiseProposal`.
 */
export async function proposeFromExercise(
  { exercise, proposal }: Readonly<{ exercise: string; proposal: ProposalInput }>,
  parts: ExerciseParts & ProposalParts,
  context: RequestContext,
): Promise<ProposalView> {
  assertMayDo('proposeFromExercise', context.requester);
  const row = await invitedTo(exercise, parts, context);
  if (row.stage === 'FIRST_PLACING')
    throw new CallerFault(
      'STAGE_REFUSED',
      'Nothing can be proposed from an exercise until its first round is revealed.',
    );
  return raiseProposal(proposal, parts, context, row.id);
}

/** Returns the proposals that came out of an exercise, newest first. */
export async function proposalsOfExercise(
  exercise: string,
  { store, profile }: Pick<ProposalParts, 'store' | 'profile'>,
  context: RequestContext,
): Promise<readonly ProposalView[]> {
  const found = await store.proposals.page({ exercise, after: null, first: mostProposals });
  return found.map((proposal) => proposalView(proposal, profile.timeZone, context));
}
