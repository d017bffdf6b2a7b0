import type { ExecutionResult } from 'graphql';
import type { Exchange, Fetch } from '../exchange/Exchange.ts';
import type { RequestContext } from '../RequestContext.ts';

/** What runs the plans made by Apollo's planner: `@apollo/gateway`, or the hub itself (`execution/`). */
export type Executor = 'apollo' | 'own';

/** What a supergraph joins: the hub's own subgraph in process, and one exchange for each logical subgraph of the agencies. */
export type Joined = Readonly<{ hub: Run; exchanges: ReadonlyMap<string, Exchange> }>;

/** Runs one fetch of a plan for one request. */
export type Run = (fetch: Fetch, context: RequestContext) => Promise<ExecutionResult>;

/** Name of the hub's own subgraph, which runs in this process and never changes the objects it is asked about. */
export const hubName = 'hub';

/** Returns how the subgraph of a given name is asked. Throws where a supergraph names one that nobody serves. */
export function runsOver({ hub, exchanges }: Joined): (name: string) => Run {
  return (name) => {
    if (name === hubName) return hub;
    const exchange = exchanges.get(name);
    if (!exchange) throw new Error(`The supergraph has a subgraph "${name}" that no exchange serves.`);
    return async (fetch, context) => ({ data: { _entities: await exchange.fetch(fetch, context) } });
  };
}
