import type { Order } from './orderOf.ts';
import type { Planned } from './plannedFetches.ts';

/**
 * Groups fetches into requests, in the order of the plan.
 *
 * Fetches of entities from the same subgraph go together if `mayMerge` allows it and none waits for another. A group is sent at its deepest
 * member's depth. A fetch that is due earlier joins only if nothing needs its result sooner, so no chain of requests gets longer than the
 * plan's longest.
 */
export function callsOf(
  fetches: readonly Planned[],
  order: Order,
  mayMerge: (one: Planned) => boolean,
): readonly (readonly Planned[])[] {
  const { soonest, latest } = depthsOf(order);
  const soonestOf = ({ number }: Planned): number => soonest[number] ?? 0;
  const latestOf = ({ number }: Planned): number => latest[number] ?? 0;
  const calls: Planned[][] = [];
  const open = new Map<string, Readonly<{ depth: number; call: Planned[] }>>();
  for (const one of [...fetches].sort((a, b) => latestOf(a) - latestOf(b) || a.number - b.number)) {
    const { serviceName } = one.fetch;
    const joined = mayMerge(one) ? open.get(serviceName) : undefined;
    if (joined && soonestOf(one) <= joined.depth) joined.call.push(one);
    else {
      const call = [one];
      calls.push(call);
      if (mayMerge(one)) open.set(serviceName, { depth: latestOf(one), call });
    }
  }
  for (const call of calls) call.sort((a, b) => a.number - b.number);
  return calls.sort(([a], [b]) => (a?.number ?? 0) - (b?.number ?? 0));
}

/**
 * The smallest and the largest depth, counted in requests, at which each fetch can stand.
 *
 * INVARIANT: whatever needs a fetch, or needs something that follows it, is deeper than that fetch's `latest`. So for any choice of depths
 * between the two, no fetches wait for each other in a circle.
 */
function depthsOf({ needs, follows }: Order): Readonly<{ soonest: readonly number[]; latest: readonly number[] }> {
  const soonest: number[] = [];
  /** The smallest depth at which its result can be in the answer. */
  const added: number[] = [];
  for (const [number, needed] of needs.entries()) {
    const depth = Math.max(0, ...needed.map((one) => (added[one] ?? 0) + 1));
    soonest.push(depth);
    added.push(Math.max(depth, ...(follows[number] ?? []).map((one) => added[one] ?? 0)));
  }
  const deepest = Math.max(0, ...soonest);
  const latest = soonest.map(() => deepest);
  const atMost = (number: number, depth: number): void => {
    latest[number] = Math.min(latest[number] ?? deepest, depth);
  };
  for (let number = needs.length - 1; number >= 0; number -= 1) {
    for (const one of needs[number] ?? []) atMost(one, (soonest[number] ?? 0) - 1);
    for (const one of follows[number] ?? []) atMost(one, latest[number] ?? deepest);
  }
  return { soonest, latest };
}
