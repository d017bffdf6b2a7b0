import { parentPort, workerData } from 'node:worker_threads';
import { composeModules } from '@accord/contract/composeModules';
import { GraphQLError, parse } from 'graphql';
import { openPlanner } from '../execution/planner.ts';
import type { PlanAsked, PlanThreadWord, ToPlan } from './PlanThread.ts';

// A thread that composes, and then plans over what it composed for as long as it is needed (`PlanThread`).
const given: ToPlan = workerData;
const tell = (word: PlanThreadWord): void => parentPort?.postMessage(word);

const composition = given.kind === 'COMPOSE' ? composeModules(given.modules) : given.composition;
if (composition.kind === 'REFUSED') tell({ kind: 'REFUSED', faults: composition.faults });
else {
  const planner = openPlanner(composition.supergraphSdl);
  tell({ kind: 'COMPOSED', composition, subgraphs: planner.subgraphs });
  parentPort?.on('message', ({ id, document, operationName }: PlanAsked) => {
    try {
      const plan = planner.plan(parse(document, { noLocation: true }), operationName);
      // As JSON: what is in it only for whoever would run it elsewhere (a document's places) is large.
      tell({ kind: 'PLANNED', id, plan: JSON.stringify(plan, withoutDocuments) });
    } catch (error) {
      const { message, extensions } = error instanceof GraphQLError ? error : new GraphQLError(String(error));
      const isPlain = !(error instanceof GraphQLError);
      tell({
        kind: 'FAILED',
        id,
        message: isPlain && error instanceof Error ? error.message : message,
        extensions,
        isPlain,
      });
    }
  });
}

function withoutDocuments(name: string, value: unknown): unknown {
  return name === 'operationDocumentNode' ? undefined : value;
}
