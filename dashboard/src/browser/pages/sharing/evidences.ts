import type { ConsentEvidence } from './generated/sharing.ts';

/** Ways in which somebody says yes or no, the most common first. */
export const evidences = ['IN_PERSON', 'SIGNED', 'VERBAL'] as const satisfies readonly ConsentEvidence[];
