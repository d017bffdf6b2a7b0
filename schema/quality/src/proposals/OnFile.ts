import type { DecisionRules, Level } from './DecisionRules.ts';

/** What an agency says about a proposal at a level. */
export type Position = 'SUPPORT' | 'STAND_ASIDE' | 'OBJECT';

/** A position that somebody took for their agency. Times are milliseconds since 1970. */
export type Voice = Readonly<{
  id: string;
  agency: string;
  level: Level;
  position: Position;
  /** Null if none was given; an objection always has one. */
  reason: string | null;
  at: number;
}>;

/** The answer to an objection from the agency that raised the proposal. */
export type Reply = Readonly<{ voice: string; text: string; at: number }>;

/** A proposal, as far as it is needed for a decision. */
export type Raised = Readonly<{
  raisedAt: number;
  /** The agencies to be heard: those taking part when it was raised. */
  agencies: readonly string[];
}>;

/** Everything on file about a proposal, in any order. */
export type OnFile = Readonly<{
  proposal: Raised;
  voices: readonly Voice[];
  replies: readonly Reply[];
  withdrawnAt: number | null;
  /** The rules under which it was raised. */
  rules: DecisionRules;
}>;
