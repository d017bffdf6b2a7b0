import type { Planned } from './plannedFetches.ts';
import { addSameKey, changesWhatIsRead, touchedBy } from './touchedBy.ts';

/** For each fetch of a plan, by its number, those of a smaller number that it waits for. */
export type Order = Readonly<{
  /** Not sent before these are in the answer. */
  needs: readonly (readonly number[])[];
  /** Sent at any time, and added to the answer after these. */
  follows: readonly (readonly number[])[];
}>;

/**
 * What has to wait for what, so that an answer is the same whichever subgraph answers first: where of two fetches one reads what the
 * other adds, or both add the same (a value that subgraphs share), the plan's order counts. Nothing else waits, whatever the plan puts
 * in a sequence.
 *
 * Mutations go one after the other, each with all that belongs to it (GraphQL specification, 6.2.2).
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
