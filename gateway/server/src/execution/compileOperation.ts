import type { Json } from '@accord/execution/Json';
import { booleansOf, choosingVariables } from '@accord/execution/reading/booleansOf';
import { operationOf } from '@accord/execution/reading/operationOf';
import { type DocumentNode, type ExecutionResult, GraphQLError, getVariableValues } from 'graphql';
import { compileCompletion } from './completion/compileCompletion.ts';
import { compilePlan, type Takes } from './plan/compilePlan.ts';
import type { Planner } from './planner.ts';
import type { Run } from './Run.ts';

/** Runs one planned and compiled operation for one request. */
export type Execute = (given: Readonly<Json>, send: Run['send']) => Promise<ExecutionResult>;

/**
 * Compiles an operation over subgraphs (GraphQL specification, 6.2 Executing Operations). Each run coerces the variables, runs the plan and
 * completes its data.
 *
 * As in @apollo/gateway, values that break the schema's promises are reported in `extensions.valueCompletion`, and only where no subgraph
 * reported an error. Throws where the operation cannot be planned.
 */
export function compileOperation(
  document: DocumentNode,
  name: string | undefined,
  planner: Planner,
  takes: Takes = {},
): Execute {
  const operation = operationOf(document, name);
  const { node } = planner.plan(document, name);
  if (node?.kind === 'Subscription') throw new Error('This hub does not support subscriptions.');
  const step = node && compilePlan(node, planner.supergraph, takes);
  const complete = compileCompletion({ schema: planner.api, ...operation });
  const choosing = choosingVariables(document);
  const definitions = operation.operation.variableDefinitions ?? [];

  return async (given, send) => {
    const { errors: faults, coerced } = getVariableValues(planner.api, definitions, given);
    if (faults) return { errors: faults };
    const booleans = booleansOf(choosing, coerced);
    if (booleans instanceof GraphQLError) return { errors: [booleans] };
    const data: Json = {};
    const failures: Failure[] = [];
    await step?.({ data, given, coerced, send, fail: (fetch, error) => failures.push({ fetch, error }) });
    const completed = complete(data, booleans, given);
    if (failures.length > 0) return { errors: inOrder(failures), data: completed.data };
    return completed.errors.length > 0
      ? { data: completed.data, extensions: { valueCompletion: completed.errors } }
      : { data: completed.data };
  };
}

type Failure = Readonly<{ fetch: number; error: GraphQLError }>;

/** Sorts errors into the order of the plan: the order of arrival would reveal which fetch takes longer. */
const inOrder = (failures: readonly Failure[]): readonly GraphQLError[] =>
  [...failures].sort((a, b) => a.fetch - b.fetch).map(({ error }) => error);
