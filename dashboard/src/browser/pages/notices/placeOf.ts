import type { Notice } from './NoticeText.tsx';

/** Where something is dealt with, and the label of the link there (a key of `notices.go`). */
export type Place = Readonly<{
  to: string;
  word: 'sharing' | 'seen' | 'review' | 'person' | 'exercise' | 'proposal';
}>;

/** Where a notice leads; `undefined` if it is about a person, exercise or proposal that the reader may not know of. */
export function placeOf({ kind, client, exercise, proposal }: Notice): Place | undefined {
  const person = client && `/people/${client.id}`;
  switch (kind) {
    case 'CONSENT_REQUESTED':
      return person ? { to: `${person}/sharing`, word: 'sharing' } : undefined;
    case 'GLASS_BROKEN':
      return person ? { to: `${person}/seen`, word: 'seen' } : undefined;
    case 'GLASS_TO_REVIEW':
      return { to: '#reviews', word: 'review' };
    case 'CORRECTED':
      return person ? { to: person, word: 'person' } : undefined;
    case 'EXERCISE_OPEN':
    case 'EXERCISE_REVEALED':
      return exercise ? { to: `/exercises/${exercise.id}`, word: 'exercise' } : undefined;
    case 'PROPOSAL_TO_HEAR':
      return proposal ? { to: `/proposals/${proposal.id}`, word: 'proposal' } : undefined;
    default:
      return kind satisfies never;
  }
}
