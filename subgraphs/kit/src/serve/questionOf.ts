import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/**
 * A key for what these documents need loaded: the names of the fields requested of a record, in order, at any depth.
 * Documents that request the same of other records, or under other aliases, are one question.
 */
export const questionOf = (documents: readonly DocumentNode[]): string =>
  [...new Set(documents.flatMap(namesIn))].sort().join(' ');

const known = new WeakMap<DocumentNode, readonly string[]>();

/** The same text is the same document object (`readOperation`), so each is searched once. */
function namesIn(document: DocumentNode): readonly string[] {
  const found = known.get(document) ?? fieldsOfRecord(document);
  known.set(document, found);
  return found;
}

function fieldsOfRecord({ definitions }: DocumentNode): readonly string[] {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [entities] = operation?.selectionSet.selections ?? [];
  return entities?.kind === Kind.FIELD ? [...namesUnder(entities.selectionSet, fragments)] : [];
}

/** Each fragment once: nothing has checked yet whether one contains itself. */
function namesUnder(
  selected: SelectionSetNode | undefined,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  within: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const selection of selected?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      names.add(selection.name.value);
      continue;
    }
    const spread = selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : undefined;
    if (spread !== undefined && within.has(spread)) continue;
    const inside = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const below = spread === undefined ? within : new Set([...within, spread]);
    for (const name of namesUnder(inside?.selectionSet, fragments, below)) names.add(name);
  }
  return names;
}
