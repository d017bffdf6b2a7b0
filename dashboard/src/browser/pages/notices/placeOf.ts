import type { Notice } from './NoticeText.tsx';

/** Where something is dealt with, and what the link there says (a word of `notices.go`). */
export type Place = Readonly<{
  to: string;
  word: 'sharing' | 'seen' | 'review' | 'person' | 'exercise' | 'proposal';
}>;

/** Where a notice leads; nowhere where it is about a person, exercise or proposal that one may not know of. */
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
