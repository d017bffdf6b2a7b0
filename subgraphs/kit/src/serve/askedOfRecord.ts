import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

/** The fields requested of a record, each with the names of the fields requested below it. */
export type Asked = ReadonlyMap<string, ReadonlySet<string>>;

type Fragments = GraphQLResolveInfo['fragments'];

const known = new WeakMap<FieldNode, Asked>();

/**
 * The fields of a record that a place in a document requests whatever the variables are, including those in fragments;
 * worked out once per document. Fields under `@skip` or `@include` are left out.
 */
export function askedOfRecord({ fieldNodes, fragments }: GraphQLResolveInfo): Asked {
  const [node] = fieldNodes;
  if (!node || fieldNodes.length > 1) return new Map();
  const found = known.get(node) ?? fieldsOf(node.selectionSet, fragments);
  known.set(node, found);
  return found;
}

function fieldsOf(selected: SelectionSetNode | undefined, fragments: Fragments): Asked {
  const asked = new Map<string, ReadonlySet<string>>();
  for (const { name, selectionSet } of fieldsIn(selected, fragments, 'AgencyRecord')) {
    const below = fieldsIn(selectionSet, fragments).map((field) => field.name.value);
    asked.set(name.value, new Set([...(asked.get(name.value) ?? []), ...below]));
  }
  return asked;
}

/**
 * The fields of a selection and of its fragments, without fragments on types other than `type`. If no type is given, all of
 * them.
 */
function fieldsIn(selected: SelectionSetNode | undefined, fragments: Fragments, type?: string): readonly FieldNode[] {
  const fieldsOf = (selection: SelectionNode): readonly FieldNode[] => {
    if (selection.directives && selection.directives.length > 0) return [];
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    const other = fragment?.typeCondition?.name.value;
    if (!fragment || (type !== undefined && other !== undefined && other !== type)) return [];
    return fieldsIn(fragment.selectionSet, fragments, type);
  };
  return selected?.selections.flatMap(fieldsOf) ?? [];
}
