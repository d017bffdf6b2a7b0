import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  OperationTypeNode,
  visit,
} from 'graphql';
import { keep } from '../../keep.ts';
import { booleansOf, choosingVariables } from '../completion/booleansOf.ts';
import { failed } from '../completion/Walk.ts';
import { isObject } from '../Json.ts';
import { operationOf } from '../operationOf.ts';
import { isPromise, type Resolving } from './Resolving.ts';
import { resolveObject } from './resolveObject.ts';

/** Runs one query for one request. */
export type RunQuery = (
  variables: Readonly<Record<string, unknown>>,
  context: unknown,
) => ExecutionResult | Promise<ExecutionResult>;

/** A query differs in what is asked only by variables of `@skip` and `@include`; so many choices are kept. */
const choicesKept = 16;

/**
 * GraphQL specification, 6.2.1 Query, on a schema in this process, by its resolvers: as graphql-js has it, but that what hangs on the query
 * alone is read once. graphql-js reads the arguments of each field of each object anew and makes two tables for it, which for lists of
 * hundreds was half of all that a hub allocated.
 *
 * The document is valid. Undefined where it asks for what graphql-js is left to run: mutations, introspection, and types that say of a value
 * whether it is theirs (`isTypeOf`).
 */
export function compileQuery(schema: GraphQLSchema, document: DocumentNode): RunQuery | undefined {
  const { operation, fragments } = operationOf(document, undefined);
  const root = schema.getQueryType();
  if (!root || operation.operation !== OperationTypeNode.QUERY || introspects(document) || hasTypesThatSay(schema))
    return undefined;
  const choosing = choosingVariables(document);
  const resolveFor = keep(
    (_choice: string, booleans: ReadonlyMap<string, boolean>) =>
      resolveObject(root, [operation.selectionSet], { schema, operation, fragments, booleans }),
    choicesKept,
  );
  const definitions = operation.variableDefinitions ?? [];
  return (variables, context) => {
    const { errors: faults, coerced } = getVariableValues(schema, definitions, variables, { maxErrors: 50 });
    if (faults) return { errors: faults };
    const booleans = booleansOf(choosing, coerced);
    if (booleans instanceof GraphQLError) return { errors: [booleans] };
    const resolving: Resolving = { context, coerced, errors: [] };
    const told = resolveFor([...booleans.values()].join(), booleans)(undefined, undefined, resolving);
    return isPromise(told) ? told.then((whole) => resultOf(whole, resolving)) : resultOf(told, resolving);
  };
}

function resultOf(told: unknown, { errors }: Resolving): ExecutionResult {
  const data = told !== failed && isObject(told) ? told : null;
  return errors.length > 0 ? { errors, data } : { data };
}

function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      if (name.value.startsWith('__') && name.value !== '__typename') found = true;
    },
  });
  return found;
}

const saying = new WeakMap<GraphQLSchema, boolean>();

function hasTypesThatSay(schema: GraphQLSchema): boolean {
  const known =
    saying.get(schema) ??
    Object.values(schema.getTypeMap()).some((type) => 'isTypeOf' in type && type.isTypeOf != null);
  saying.set(schema, known);
  return known;
}
