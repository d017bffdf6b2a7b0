import { parentPort } from 'node:worker_threads';
import { GraphQLError, parse } from 'graphql';
import { openPlanner, type Planner } from '../execution/planner.ts';
import type { PlanThreadWord, ToPlanThread } from './PlanThread.ts';

// The thread of `PlanThread`: it holds a planner for each graph in use.
const planners = new Map<number, Planner>();
const tell = (word: PlanThreadWord): void => parentPort?.postMessage(word);

parentPort?.on('message', (asked: ToPlanThread) => {
  if (asked.kind === 'LEAVE') {
    planners.delete(asked.graph);
    return;
  }
  try {
    tell({ kind: 'DONE', id: asked.id, json: done(asked) });
  } catch (error) {
    const { message, extensions } = error instanceof GraphQLError ? error : new GraphQLError(String(error));
    const isPlain = !(error instanceof GraphQLError);
    tell({
      kind: 'FAILED',
      id: asked.id,
      message: isPlain && error instanceof Error ? error.message : message,
      extensions,
      isPlain,
    });
  }
});

/** Returns the result as JSON, without the parsed documents of a plan: they are large, and only an executor elsewhere would need them. */
function done(asked: Exclude<ToPlanThread, { kind: 'LEAVE' }>): string {
  if (asked.kind === 'TAKE') {
    const planner = openPlanner(asked.supergraphSdl);
    planners.set(asked.graph, planner);
    return JSON.stringify(planner.subgraphs);
  }
  const planner = planners.get(asked.graph);
  if (!planner) throw new Error('No plan is made for a graph that is not in use.');
  const plan = planner.plan(parse(asked.document, { noLocation: true }), asked.operationName);
  return JSON.stringify(plan, withoutDocuments);
}

function withoutDocuments(name: string, value: unknown): unknown {
  return name === 'operationDocumentNode' ? undefined : value;
}
