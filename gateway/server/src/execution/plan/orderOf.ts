import type { Planned } from './plannedFetches.ts';
import { addSameKey, changesWhatIsRead, touchedBy } from './touchedBy.ts';

/** For each fetch of a plan, by number, the earlier fetches that it waits for. */
export type Order = Readonly<{
  /** It is not sent before these are in the answer. */
  needs: readonly (readonly number[])[];
  /** It may be sent at any time, and is added to the answer after these. */
  follows: readonly (readonly number[])[];
}>;

/**
 * Works out what has to wait for what, so that the answer is the same whichever subgraph is first. Where one of two fetches reads what the
 * other adds, or both add the same key (a value that subgraphs share), the order of the plan decides. Nothing else waits, even within a
 * sequence of the plan.
 *
 * In a chain of `@requires`, Apollo's planner may ask for a computed field without what it requires, and again with that, beside the fetch
 * that reads the field. That fetch waits for the second.
 *
 * Mutations run one after the other, each with everything that belongs to it (GraphQL specification, 6.2.2).
 */
export function orderOf(fetches: readonly Planned[]): Order {
  const touched = fetches.map(touchedBy);
  const isMutation = fetches.some(({ fetch }) => fetch.operationKind === 'mutation');
  const needs = fetches.map((): number[] => []);
  const follows = fetches.map((): number[] => []);
  for (const [later, second] of touched.entries())
    for (const [earlier, first] of touched.slice(0, later).entries())
      if (
        (isMutation && fetches[later]?.before.has(earlier)) ||
        changesWhatIsRead(first, second) ||
        changesWhatIsRead(second, first)
      )
        needs[later]?.push(earlier);
      else if (addSameKey(first, second)) follows[later]?.push(earlier);
  return { needs, follows };
}
