import type { Run } from '../Run.ts';
import type { Planned } from './plannedFetches.ts';

/**
 * Sends one request of a plan, for one fetch or several.
 *
 * `arrived` is called once for each fetch, with its number and a function that adds the result to the answer; where there is nothing to ask
 * it is called at once, without a function. Errors of a subgraph go to `run.fail`. A throw or a rejection means a fault of the executor
 * itself.
 */
export type Call = (run: Run, arrived: (fetch: number, add?: () => void) => void) => Promise<void> | undefined;

/** True where a fetch is wanted at all (`@skip` and `@include`; GraphQL specification, 3.13.1 and 3.13.2). */
export function isWanted({ conditions }: Planned, { coerced }: Run): boolean {
  for (const { variable, is } of conditions) if ((coerced[variable] === true) !== is) return false;
  return true;
}
