import type { SharingConsentFragment } from './generated/sharing.ts';

const live: readonly string[] = ['ACTIVE', 'REFUSED', 'NOT_YET'];

/** Whether it holds, or will. */
export const isLive = ({ status }: Pick<SharingConsentFragment, 'status'>): boolean => live.includes(status);
