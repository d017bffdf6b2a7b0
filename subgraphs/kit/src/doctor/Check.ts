import type { DocumentNode } from 'graphql';
import type { ContractShape } from './contractShape.ts';
import type { PlayedHub } from './PlayedHub.ts';

/** The result of a check. `found` and `mend` may be shown to anybody: they hold no value of any record. */
export type Finding = Readonly<{ state: 'HOLDS' | 'BROKEN' | 'WARNING' | 'SKIPPED'; found: string }>;

export type Theme = 'contract' | 'guard' | 'release' | 'operations' | 'batching' | 'errors' | 'limits' | 'values';

/** One rule that an agency must keep. */
export type Check = Readonly<{
  /** Stable, such as `guard.expired`; the part before the dot is the theme. */
  id: `${Theme}.${string}`;
  /** The rule in plain words. */
  rule: string;
  /** What the doctor asks the agency. */
  asked: string;
  /** What to do where the rule does not hold. */
  mend: string;
  /** True where it takes long but puts little load on the agency; it then runs alongside the others. */
  beside?: boolean;
  run(agency: Examined): Promise<Finding>;
}>;

/** The agency under examination, and what is known about it. */
export type Examined = Readonly<{
  hub: PlayedHub;
  url: URL;
  /** The agency's short name. */
  id: string;
  /** The answer of `/health`. */
  health: Readonly<{ agency: unknown; contract: unknown; modules: unknown }>;
  /** The SDL it serves at `/contract`; undefined where it serves none. */
  served: string | undefined;
  /** The SDL that an agency of its version and modules should serve, and the name of that contract. */
  agreed: Readonly<{ document: DocumentNode; name: string }>;
  contract: ContractShape;
  /** Numbers of records on file; those that return most come first. */
  records: readonly string[];
  /** How long a question may take, in milliseconds: the hub's usual deadline. */
  deadlineMs: number;
  /** How long a slow request may go on before the agency must cut it off, in milliseconds. */
  patienceMs: number;
}>;

export const holds = (found: string): Finding => ({ state: 'HOLDS', found });
export const broken = (found: string): Finding => ({ state: 'BROKEN', found });
export const warning = (found: string): Finding => ({ state: 'WARNING', found });
export const skipped = (found: string): Finding => ({ state: 'SKIPPED', found });

/** A check that needs a record. Where none is known, it is reported as skipped. */
export const withRecords =
  (run: (agency: Examined, records: readonly [string, ...string[]]) => Promise<Finding>) =>
  async (agency: Examined): Promise<Finding> => {
    const [first, ...others] = agency.records;
    if (first === undefined) return skipped('No record was found. Name some that are on file with --records.');
    return run(agency, [first, ...others]);
  };

/** `HOLDS` where nothing is wrong; otherwise names the first few faults. */
export function verdictOn(amiss: readonly string[], good: string): Finding {
  const named = [...new Set(amiss)];
  const [shown, rest] = [named.slice(0, mostNamed), named.length - mostNamed];
  if (named.length === 0) return holds(good);
  return broken(`${shown.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`);
}
const mostNamed = 4;
