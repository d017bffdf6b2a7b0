import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, getVariableValues } from 'graphql';
import { failed } from '../failed.ts';
import { isObject } from '../Json.ts';
import { keep } from '../keep.ts';
import { booleansOf, choosingVariables } from '../reading/booleansOf.ts';
import { operationOf } from '../reading/operationOf.ts';
import { isPromise, type Resolving } from './Resolving.ts';
import { inTurn, resolveObject } from './resolveObject.ts';

/** Runs one operation for one request. It never throws, and never rejects. */
export type RunOperation = (
  variables: Readonly<Record<string, unknown>>,
  context: unknown,
) => ExecutionResult | Promise<ExecutionResult>;

/** An operation asks for different fields only through variables of `@skip` and `@include`; this many choices are kept. */
const choicesKept = 16;

/**
 * Compiles an operation to run on a schema in this process by its resolvers (GraphQL specification, 6.2.1 Query and 6.2.2
 * Mutation). The document must be valid. Throws if a type has `isTypeOf`, which is not read here.
 *
 * As in graphql-js, except for two things:
 * - What depends on the operation alone is read once. graphql-js reads the arguments of each field of each object again and
 *   makes two tables for it, which for lists of hundreds was half of everything a hub allocated.
 * - Everything that was begun is waited for. As soon as a non-null field fails, graphql-js gives up the fields beside it (6.4.4
 *   allows that): the errors in the answer, and what the ledger says was disclosed, would depend on which database query is
 *   faster. If one item of a list fails at once and another later, graphql-js leaves the later rejection unhandled, which ends
 *   the process.
 *
 * Not `graphql-jit` (0.8.9), the library for it: it writes a document's literals into the JavaScript it makes, and reports errors
 * differently.
 */
export function compileResolving(schema: GraphQLSchema, document: DocumentNode): RunOperation {
  assertNoTypeSays(schema);
  const { operation, fragments } = operationOf(document, undefined);
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`A valid document asks for a ${operation.operation}, of which the schema has no type.`);
  const resolveRoot = operation.operation === 'mutation' ? inTurn : resolveObject;
  const choosing = choosingVariables(document);
  const resolveFor = keep(
    (_choice: string, booleans: ReadonlyMap<string, boolean>) =>
      resolveRoot(root, [operation.selectionSet], { schema, operation, fragments, booleans }),
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

const silent = new WeakSet<GraphQLSchema>();

function assertNoTypeSays(schema: GraphQLSchema): void {
  if (silent.has(schema)) return;
  for (const type of Object.values(schema.getTypeMap()))
    if ('isTypeOf' in type && type.isTypeOf != null)
      throw new Error(`Type "${type.name}" has "isTypeOf", which is not read; give its abstract types "resolveType".`);
  silent.add(schema);
}
