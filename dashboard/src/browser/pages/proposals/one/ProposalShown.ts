import type { ProposalViewQuery } from '../generated/proposal.ts';

/** A proposal as its page asks for it. */
export type ProposalShown = NonNullable<ProposalViewQuery['proposal']>;
