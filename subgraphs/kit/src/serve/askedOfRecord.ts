import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

/** The fields that are asked of a record, and for each the names of those that are asked below it. */
export type Asked = ReadonlyMap<string, ReadonlySet<string>>;

type Fragments = GraphQLResolveInfo['fragments'];

const known = new WeakMap<FieldNode, Asked>();

/**
 * The fields of a record that a place in a document asks for whatever the variables say, through fragments too; found out once for each
 * document. What hangs on `@skip` or `@include` is left out.
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

/** Fields of a selection and of the fragments in it, of those for other types than `type` none; without a type, of all. */
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
