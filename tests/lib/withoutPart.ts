import { operationNamed } from '@accord/server/http/operations';
import { readOperations } from '@accord/server/http/readOperations';
import { type ASTNode, type DocumentNode, Kind, parse, print, type SelectionNode, visit } from 'graphql';
import type { Asked } from './randomQuestion.ts';

/** The kinds of parts that can be left out of a document, one by one. For selections, this covers those in fragments too. */
const removable: ReadonlySet<string> = new Set([
  ...[Kind.FIELD, Kind.FRAGMENT_SPREAD, Kind.INLINE_FRAGMENT],
  ...[Kind.ARGUMENT, Kind.OBJECT_FIELD, Kind.DIRECTIVE],
]);

const operations = readOperations();

/**
 * The question without the part that has this number: a field, an argument, an alias or a fragment; `undefined` if it has fewer
 * parts. A question requested by name becomes its text. The rest may not be a valid document. Variables and fragments that are
 * then unused are removed too.
 */
export function withoutPart(asked: Asked, number: number): Asked | undefined {
  const query = asked.query ?? operationNamed(operations, asked.documentId);
  if (query === undefined) return undefined;
  const document = parse(query, { noLocation: true });
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet.selections] as const] : [],
    ),
  );
  const inPlace = (selection: SelectionNode): readonly SelectionNode[] =>
    selection.kind === Kind.FRAGMENT_SPREAD
      ? (fragments.get(selection.name.value) ?? [])
      : selection.kind === Kind.INLINE_FRAGMENT
        ? selection.selectionSet.selections
        : [selection];
  let met = -1;
  const isIt = (): boolean => ++met === number;
  const edited: DocumentNode = visit(document, {
    enter(node: ASTNode, key) {
      if ((removable.has(node.kind) || key === 'alias') && isIt()) return null;
      if (node.kind !== Kind.SELECTION_SET || node.selections.every(({ kind }) => kind === Kind.FIELD))
        return undefined;
      return isIt() ? { ...node, selections: node.selections.flatMap(inPlace) } : undefined;
    },
  });
  return met < number ? undefined : ofUse(edited, asked.variables);
}

/** The document's text without unused fragments and variables, and the values of the variables that remain. */
function ofUse(document: DocumentNode, variables: Asked['variables']): Asked {
  const names = (kind: Kind): ReadonlySet<string> => {
    const found = new Set<string>();
    visit(document, {
      enter(node) {
        if (node.kind === Kind.VARIABLE_DEFINITION) return false;
        if (node.kind === kind && 'name' in node && node.name) found.add(node.name.value);
        return undefined;
      },
    });
    return found;
  };
  const spread = names(Kind.FRAGMENT_SPREAD);
  const left = document.definitions.filter(
    (one) => one.kind !== Kind.FRAGMENT_DEFINITION || spread.has(one.name.value),
  );
  if (left.length < document.definitions.length) return ofUse({ ...document, definitions: left }, variables);
  const used = names(Kind.VARIABLE);
  const query = print(
    visit(document, {
      VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
    }),
  );
  return {
    query,
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
  };
}
