import type { ExecutionResult } from 'graphql';
import type { Exchange, Fetch } from '../exchange/Exchange.ts';
import type { RequestContext } from '../RequestContext.ts';

/** Who runs the plans that Apollo's planner makes: `@apollo/gateway`, or the hub itself (`execution/`). */
export type Executor = 'apollo' | 'own';

/** What is joined: the hub's own subgraph in process, and one exchange for each logical subgraph of the agencies. */
export type Joined = Readonly<{ hub: Run; exchanges: ReadonlyMap<string, Exchange> }>;

/** Runs a fetch of a plan for one request. */
export type Run = (fetch: Fetch, context: RequestContext) => Promise<ExecutionResult>;

/** The hub's own subgraph, which runs in this process and changes nothing of what it is asked about. */
export const hubName = 'hub';

/** How a subgraph of this name is asked. Throws where a supergraph names one that nobody serves. */
export function runsOver({ hub, exchanges }: Joined): (name: string) => Run {
  return (name) => {
    if (name === hubName) return hub;
    const exchange = exchanges.get(name);
    if (!exchange) throw new Error(`The supergraph has a subgraph "${name}" that no exchange serves.`);
    return async (fetch, context) => ({ data: { _entities: await exchange.fetch(fetch, context) } });
  };
}
