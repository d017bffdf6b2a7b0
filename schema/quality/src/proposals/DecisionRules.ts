/** Where an agency is heard, from those who work with people to those who answer for it. */
export type Level = 'PRACTITIONER' | 'TEAM_LEADER' | 'MANAGER' | 'EXECUTIVE';
export const levels = ['PRACTITIONER', 'TEAM_LEADER', 'MANAGER', 'EXECUTIVE'] as const satisfies readonly Level[];

/** One level: who speaks there, how long it is open, and who must have been heard for it to be over before its time. */
export type LevelRule = Readonly<{
  level: Level;
  roles: readonly string[];
  atLeastDays: number;
  atMostDays: number;
  /** Share of the agencies, 0 to 1. */
  quorum: number;
}>;

/** How the partnership decides together: data of its own. */
export type DecisionRules = Readonly<{
  /** From the first to be heard to the last; at least one. */
  levels: readonly LevelRule[];
  agreement: Readonly<{
    /** Agencies that may go on objecting after they were answered. */
    consensusMinus: number;
    /** Share of those heard at the last level who support it, 0 to 1. */
    support: number;
  }>;
}>;

/** At which level a role speaks for its agency; undefined where at none. */
export const levelOf = (role: string, rules: DecisionRules): Level | undefined =>
  rules.levels.find(({ roles }) => roles.includes(role))?.level;

/** How many agencies a share of them is: at least one. */
export const shareOf = (share: number, agencies: number): number => Math.max(1, Math.ceil(share * agencies - 1e-9));
