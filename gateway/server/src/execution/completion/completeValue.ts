import type { Reading } from '@accord/execution/reading/Reading';
import {
  type GraphQLOutputType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  type SelectionSetNode,
} from 'graphql';
import { completeAbstract } from './completeAbstract.ts';
import { completeLeaf } from './completeLeaf.ts';
import { completeList } from './completeList.ts';
import { completeNamed } from './completeNamed.ts';
import type { Complete, Where } from './Walk.ts';

/** Where a value stands, and what is selected of it. */
export type Slot = Readonly<{
  /** How many keys and indices lead to it from the root. */
  depth: number;
  where: Where;
  sets: readonly SelectionSetNode[];
  reading: Reading;
}>;

/** Completes a value by the kind of its type (GraphQL specification, 6.4.3 CompleteValue). The caller handles null. */
export function completeValue(type: GraphQLOutputType, slot: Slot): Complete {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return completeList(nullable, slot);
  if (isLeafType(nullable)) return completeLeaf(nullable, slot.depth, slot.where);
  return isAbstractType(nullable) ? completeAbstract(nullable, slot) : completeNamed(nullable, slot);
}
