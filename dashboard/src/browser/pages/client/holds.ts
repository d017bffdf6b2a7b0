import type { FirstClient } from './WhoCard.tsx';

/** An alert, whom it is about and where it comes from. */
export type OneAlert = NonNullable<NonNullable<FirstClient['alerts']>['nodes']>[number];

/**
 * True unless an alert is known to be over: ended, entered in error, ruled out or corrected. One that is overdue for review, or
 * whose last day has passed without anybody ending it, is still in force.
 */
export const holds = ({ alert: { status, certainty } }: OneAlert): boolean =>
  status !== 'CLOSED' && status !== 'ENTERED_IN_ERROR' && certainty !== 'RULED_OUT' && certainty !== 'CORRECTED';
