import { type GraphQLLeafType, isEnumType } from 'graphql';
import { type Complete, fail, type Where } from './Walk.ts';

/** Returns the value as it goes out; undefined where it is not of its type. */
type Serialize = (value: unknown) => unknown;

/**
 * Completes scalars and enums as their types require (GraphQL specification, 3.5 and 3.9, Result Coercion). A custom scalar passes as its
 * subgraph sends it, because only the subgraph knows it.
 *
 * Deviates from @apollo/gateway: an Int has 32 bits (3.5.1), and an ID is returned as a string even where it arrived as a number (3.5.5).
 */
export function completeLeaf(type: GraphQLLeafType, depth: number, where: Where): Complete {
  const serialize = serializeOf(type);
  return (value, walk) => {
    const told = serialize(value);
    return told === undefined ? fail(walk, depth, `Invalid value found for ${where(walk)}.`) : told;
  };
}

function serializeOf(type: GraphQLLeafType): Serialize {
  if (isEnumType(type)) {
    const names: ReadonlySet<unknown> = new Set(type.getValues().map(({ name }) => name));
    return (value) => (names.has(value) ? value : undefined);
  }
  return specified.get(type.name) ?? ((value) => value);
}

const specified: ReadonlyMap<string, Serialize> = new Map<string, Serialize>([
  // A number that is not a 32-bit integer differs from its truncation.
  ['Int', (value) => (typeof value === 'number' && value === (value | 0) ? value : undefined)],
  ['Float', (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)],
  ['Boolean', (value) => (typeof value === 'boolean' ? value : undefined)],
  ['String', (value) => (typeof value === 'string' ? value : undefined)],
  ['ID', idOf],
]);

function idOf(value: unknown): unknown {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}
