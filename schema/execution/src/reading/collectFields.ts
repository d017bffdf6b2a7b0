import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLNamedType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Reading } from './Reading.ts';
import { typeNamesUnder } from './typeNamesUnder.ts';

/** Everything asked for under one response key of an object. */
export type AskedField = Readonly<{
  key: string;
  name: string;
  /** Every mention of the field; their selections are merged (GraphQL specification, 6.4.3 MergeSelectionSets). */
  nodes: FieldNode[];
  /** The type in which it was first mentioned, which errors name as its parent. */
  parent: string;
}>;

/**
 * Returns what is asked of an object of this type, in the order of the answer (GraphQL specification, 6.3.2 CollectFields, and
 * 7.2.2).
 *
 * Differs from @apollo/gateway in two ways: in the order, if fragments on one type are apart; and for an object whose type was
 * not fetched, if an interface's fragment asks for what only its own type has, which @apollo/gateway leaves out.
 */
export function collectFields(
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): readonly AskedField[] {
  const fields = new Map<string, AskedField>();
  const seen = new Set<string>();
  const add = (selection: SelectionNode, parent: string): void => {
    if (!isAsked(selection, reading)) return;
    if (selection.kind === Kind.FIELD) addField(selection, parent);
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      addAll(selection.selectionSet, selection.typeCondition?.name.value, parent);
    else {
      const name = selection.name.value;
      const fragment = reading.fragments.get(name);
      if (fragment && !seen.has(name)) addAll(fragment.selectionSet, fragment.typeCondition.name.value, parent);
      seen.add(name);
    }
  };
  const addField = (node: FieldNode, parent: string): void => {
    const key = node.alias?.value ?? node.name.value;
    const field = fields.get(key);
    if (field) field.nodes.push(node);
    else fields.set(key, { key, name: node.name.value, nodes: [node], parent });
  };
  const addAll = (set: SelectionSetNode, condition: string | undefined, parent: string): void => {
    if (condition !== undefined && !typeNamesUnder(reading.schema, condition).has(type.name)) return;
    for (const selection of set.selections) add(selection, condition ?? parent);
  };
  for (const set of sets) addAll(set, undefined, type.name);
  return [...fields.values()];
}

/** `@skip` wins over `@include` (GraphQL specification, 3.13.2: a field is asked for only if neither leaves it out). */
function isAsked({ directives = [] }: SelectionNode, { booleans }: Reading): boolean {
  return directives.every(({ name, arguments: given = [] }) => {
    if (name.value === 'skip') return !isTrue(given, booleans);
    return name.value === 'include' ? isTrue(given, booleans) : true;
  });
}

function isTrue(given: readonly ArgumentNode[], booleans: ReadonlyMap<string, boolean>): boolean {
  const value = given.find(({ name }) => name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return booleans.get(value.name.value) === true;
  return value?.kind === Kind.BOOLEAN && value.value;
}
