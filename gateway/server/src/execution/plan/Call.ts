import type { Run } from '../Run.ts';
import type { Planned } from './plannedFetches.ts';

/**
 * One request of a plan, for one fetch or several. Of each of them `arrived` is told once, by its number, with what adds it to the answer;
 * at once and without it where there is nothing to ask. What a subgraph does wrong is told with `run.fail`; it throws, or the promise fails,
 * for a fault of the executor only.
 */
export type Call = (run: Run, arrived: (fetch: number, add?: () => void) => void) => Promise<void> | undefined;

/** Whether a fetch is wanted at all (`@skip` and `@include`; GraphQL specification, 3.13.1 and 3.13.2). */
export function isWanted({ conditions }: Planned, { coerced }: Run): boolean {
  for (const { variable, is } of conditions) if ((coerced[variable] === true) !== is) return false;
  return true;
}
