import type { DocumentNode } from 'graphql';
import type { ContractShape } from './contractShape.ts';
import type { PlayedHub } from './PlayedHub.ts';

/** What a check came to. `found` and `mend` may be shown to anybody: they hold no value of any record. */
export type Finding = Readonly<{ state: 'HOLDS' | 'BROKEN' | 'WARNING' | 'SKIPPED'; found: string }>;

export type Theme = 'contract' | 'guard' | 'release' | 'operations' | 'batching' | 'errors' | 'limits' | 'values';

/** One rule an agency is held to. */
export type Check = Readonly<{
  /** Stable, such as `guard.expired`; what stands before the point is the theme. */
  id: `${Theme}.${string}`;
  /** The rule in plain words. */
  rule: string;
  /** What the agency is asked. */
  asked: string;
  /** What to do where the rule does not hold. */
  mend: string;
  /** True where it takes long without asking much; it then runs beside the others. */
  beside?: boolean;
  run(agency: Examined): Promise<Finding>;
}>;

/** The agency that is examined, and what is known of it. */
export type Examined = Readonly<{
  hub: PlayedHub;
  url: URL;
  /** The agency's short name. */
  id: string;
  /** What `/health` answered. */
  health: Readonly<{ agency: unknown; contract: unknown; modules: unknown }>;
  /** The SDL it serves at `/contract`; undefined where it serves none. */
  served: string | undefined;
  /** What the contract says an agency of its version and modules serves, and what that is called. */
  agreed: Readonly<{ document: DocumentNode; name: string }>;
  contract: ContractShape;
  /** Numbers of records that are on file; those of which most is told come first. */
  records: readonly string[];
  /** How long a question may take, in milliseconds: the hub's usual deadline. */
  deadlineMs: number;
  /** How long a slow request may go on before it is cut off, in milliseconds. */
  patienceMs: number;
}>;

export const holds = (found: string): Finding => ({ state: 'HOLDS', found });
export const broken = (found: string): Finding => ({ state: 'BROKEN', found });
export const warning = (found: string): Finding => ({ state: 'WARNING', found });
export const skipped = (found: string): Finding => ({ state: 'SKIPPED', found });

/** A check that needs a record: skipped, and said so, where none is known. */
export const withRecords =
  (run: (agency: Examined, records: readonly [string, ...string[]]) => Promise<Finding>) =>
  async (agency: Examined): Promise<Finding> => {
    const [first, ...others] = agency.records;
    if (first === undefined) return skipped('No record was found. Name some that are on file with --records.');
    return run(agency, [first, ...others]);
  };

/** `HOLDS` where nothing is amiss; else names the first few of what is. */
export function verdictOn(amiss: readonly string[], good: string): Finding {
  const named = [...new Set(amiss)];
  const [shown, rest] = [named.slice(0, mostNamed), named.length - mostNamed];
  if (named.length === 0) return holds(good);
  return broken(`${shown.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`);
}
const mostNamed = 4;
