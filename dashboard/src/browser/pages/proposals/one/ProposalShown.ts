import type { ProposalViewQuery } from '../generated/proposal.ts';

/** A proposal as its page queries it. */
export type ProposalShown = NonNullable<ProposalViewQuery['proposal']>;
