/** The levels at which an agency is heard, from people who work with clients to people who answer for the agency. */
export type Level = 'PRACTITIONER' | 'TEAM_LEADER' | 'MANAGER' | 'EXECUTIVE';
export const levels = ['PRACTITIONER', 'TEAM_LEADER', 'MANAGER', 'EXECUTIVE'] as const satisfies readonly Level[];

/** One level: who speaks there, how long it is open, and how many must have been heard for it to end early. */
export type LevelRule = Readonly<{
  level: Level;
  roles: readonly string[];
  atLeastDays: number;
  atMostDays: number;
  /** Share of the agencies, 0 to 1. */
  quorum: number;
}>;

/** How the partnership decides together, as data of its own. */
export type DecisionRules = Readonly<{
  /** From the first level to be heard to the last; at least one. */
  levels: readonly LevelRule[];
  agreement: Readonly<{
    /** How many agencies may still object after they were answered. */
    consensusMinus: number;
    /** The share, 0 to 1, of those heard at the last level who must support it. */
    support: number;
  }>;
}>;

/** Returns the level at which a role speaks for its agency; undefined if at none. */
export const levelOf = (role: string, rules: DecisionRules): Level | undefined =>
  rules.levels.find(({ roles }) => roles.includes(role))?.level;

/** Returns how many agencies a share of them is, rounded up; at least one. */
export const shareOf = (share: number, agencies: number): number => Math.max(1, Math.ceil(share * agencies - 1e-9));
