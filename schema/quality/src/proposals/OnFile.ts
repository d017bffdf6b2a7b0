import type { DecisionRules, Level } from './DecisionRules.ts';

/** What an agency says of a proposal at a level. */
export type Position = 'SUPPORT' | 'STAND_ASIDE' | 'OBJECT';

/** A position that somebody took for their agency. Times are milliseconds since 1970. */
export type Voice = Readonly<{
  id: string;
  agency: string;
  level: Level;
  position: Position;
  /** Null where none was given; an objection has one. */
  reason: string | null;
  at: number;
}>;

/** What the agency that raised it says to an objection. */
export type Reply = Readonly<{ voice: string; text: string; at: number }>;

/** A proposal, as far as deciding on it needs. */
export type Raised = Readonly<{
  raisedAt: number;
  /** The agencies to be heard: those that took part when it was raised. */
  agencies: readonly string[];
}>;

/** Everything on file about a proposal, in any order. */
export type OnFile = Readonly<{
  proposal: Raised;
  voices: readonly Voice[];
  replies: readonly Reply[];
  withdrawnAt: number | null;
  /** The rules it was raised under. */
  rules: DecisionRules;
}>;
