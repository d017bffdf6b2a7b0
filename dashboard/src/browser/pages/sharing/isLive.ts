import type { SharingConsentFragment } from './generated/sharing.ts';

const live: readonly string[] = ['ACTIVE', 'REFUSED', 'NOT_YET'];

/** True if the consent holds or will hold. */
export const isLive = ({ status }: Pick<SharingConsentFragment, 'status'>): boolean => live.includes(status);
