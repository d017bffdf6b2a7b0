import { failed } from '@accord/execution/failed';
import type { Json } from '@accord/execution/Json';
import { keep } from '@accord/execution/keep';
import type { Reading } from '@accord/execution/reading/Reading';
import type { GraphQLError } from 'graphql';
import { completeObject } from './completeObject.ts';
import type { Walk } from './Walk.ts';

/** How many choices of `@skip` and `@include` are kept compiled: nothing else changes what one operation asks. */
const choicesKept = 16;

/** The data as returned, and errors for whatever in the fetched data breaks the schema's promises. */
export type Completed = Readonly<{ data: Json | null; errors: readonly GraphQLError[] }>;

/**
 * Compiles how one operation's data is shaped and completed, in a single walk. It is compiled once for each choice of `@skip` and
 * `@include`.
 */
export function compileCompletion(
  operation: Omit<Reading, 'booleans'>,
): (data: Json, booleans: ReadonlyMap<string, boolean>, given: Readonly<Json>) => Completed {
  const root = operation.schema.getRootType(operation.operation.operation);
  if (!root) throw new Error(`The schema has no type for a ${operation.operation.operation}.`);
  const sets = [operation.operation.selectionSet];
  const completeFor = keep((_choice: string, booleans: ReadonlyMap<string, boolean>) => {
    const reading = { ...operation, booleans };
    return completeObject(root, { reading, depth: 0, where: () => root.name, sets });
  }, choicesKept);
  return (data, booleans, given) => {
    const walk: Walk = { path: [], errors: [], given };
    const told = completeFor([...booleans.values()].join(), booleans)(data, walk);
    return { data: isTold(told) ? told : null, errors: walk.errors };
  };
}

const isTold = (told: unknown): told is Json => told !== failed;
