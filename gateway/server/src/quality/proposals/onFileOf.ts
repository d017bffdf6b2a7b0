import type { OnFile } from '@accord/quality/proposals/OnFile';
import { type ProposalState, stateOf } from '@accord/quality/proposals/stateOf';
import type { ProposalOnFile } from '../../store/proposals.ts';

/** Returns a proposal in the form that the decision rules read. */
export function onFileOf({ agencies, raisedAt, rules, events }: ProposalOnFile): OnFile {
  return {
    proposal: { raisedAt: raisedAt.getTime(), agencies },
    rules,
    voices: events.flatMap((event) =>
      event.kind === 'VOICE'
        ? [
            {
              ...{ id: event.id, agency: event.agencyId, level: event.level, position: event.position },
              ...{ reason: event.words, at: event.at.getTime() },
            },
          ]
        : [],
    ),
    replies: events.flatMap((event) =>
      event.kind === 'ANSWER' ? [{ voice: event.answers, text: event.words ?? '', at: event.at.getTime() }] : [],
    ),
    withdrawnAt: events.find(({ kind }) => kind === 'WITHDRAWAL')?.at.getTime() ?? null,
  };
}

/** Returns a proposal's state at an instant. */
export const stateAt = (proposal: ProposalOnFile, at: Date): ProposalState => stateOf(onFileOf(proposal), at.getTime());
