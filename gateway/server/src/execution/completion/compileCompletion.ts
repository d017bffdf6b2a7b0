import { failed } from '@accord/execution/failed';
import type { Json } from '@accord/execution/Json';
import { keep } from '@accord/execution/keep';
import type { Reading } from '@accord/execution/reading/Reading';
import type { GraphQLError } from 'graphql';
import { completeObject } from './completeObject.ts';
import type { Walk } from './Walk.ts';

/** Answers of one operation differ in what is asked only by variables of `@skip` and `@include`; so many choices are kept. */
const choicesKept = 16;

/** The data as told, and what of the data as fetched was not as the schema promises. */
export type Completed = Readonly<{ data: Json | null; errors: readonly GraphQLError[] }>;

/** Shapes and completes the data of one operation in one walk; read once for each choice of what is asked. */
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
