/** Agencies that may veto the aggregate use of their own clients' data (CARE principles). */
export const stewardships = ['SPECIALIST', 'ABORIGINAL_COMMUNITY_CONTROLLED'] as const;
export type Stewardship = (typeof stewardships)[number];
