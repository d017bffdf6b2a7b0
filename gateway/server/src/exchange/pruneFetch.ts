import { isForOwnAgency } from '@accord/contract/labels';
import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
  type ValueNode,
  validate,
  valueFromAST,
  visit,
} from 'graphql';

/** What goes besides what a version does not know. */
export type Dropped = Readonly<{
  /** True: what is told to a record's own agency only. */
  own?: boolean;
  /** Fields directly under a field, as `_alerts.text`. */
  under?: ReadonlySet<string>;
}>;

/**
 * What of an `_entities` fetch an older version of the contract knows; null where that is nothing.
 *
 * A field goes where the version does not have it, where it does not know an argument that was given (to leave the argument out would
 * answer another question), where nothing below it is left, and where it is to be dropped. Variables go that nothing uses any more.
 * INVARIANT: what is left is valid under that version, or nothing is asked at all.
 */
export function pruneFetch(query: string, schema: GraphQLSchema, drop: Dropped = {}): string | null {
  const document = parse(query, { noLocation: true });
  const [operation] = document.definitions;
  const [root] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  if (operation?.kind !== Kind.OPERATION_DEFINITION || root?.kind !== Kind.FIELD || !root.selectionSet)
    throw new Error('A fetch to the agencies must ask for _entities and nothing else.');
  const types = new Map((operation.variableDefinitions ?? []).map(({ variable, type }) => [variable.name.value, type]));
  const entities = root.selectionSet.selections.flatMap((selection): readonly SelectionNode[] => {
    const name = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
    if (selection.kind !== Kind.INLINE_FRAGMENT || name === undefined) return [selection];
    const selectionSet = prune(selection.selectionSet, name, schema, { types, drop });
    return selectionSet ? [{ ...selection, selectionSet }] : [];
  });
  if (!entities.some(({ kind }) => kind === Kind.INLINE_FRAGMENT)) return null;
  const pruned = withoutUnused({
    ...document,
    definitions: [
      {
        ...operation,
        selectionSet: {
          ...operation.selectionSet,
          selections: [{ ...root, selectionSet: { ...root.selectionSet, selections: entities } }],
        },
      },
    ],
  });
  return validate(schema, pruned).length > 0 ? null : print(pruned);
}

type Types = ReadonlyMap<string, TypeNode>;
/** `parent`: name of the field whose selection it is. */
type Pruning = Readonly<{ types: Types; drop: Dropped; parent?: string }>;

/** What is left of a selection; undefined where that is nothing but `__typename`. */
function prune(
  set: SelectionSetNode,
  typeName: string,
  schema: GraphQLSchema,
  pruning: Pruning,
): SelectionSetNode | undefined {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return undefined;
  const selections = set.selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const below = prune(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, schema, pruning);
      return below ? [{ ...selection, selectionSet: below }] : [];
    }
    if (selection.name.value === '__typename') return [selection];
    const field = type.getFields()[selection.name.value];
    if (!field || !takes(field, selection, schema, pruning.types)) return [];
    if (isDropped(field, pruning)) return [];
    if (!selection.selectionSet) return [selection];
    const below = prune(selection.selectionSet, getNamedType(field.type).name, schema, {
      ...pruning,
      parent: field.name,
    });
    return below ? [{ ...selection, selectionSet: below }] : [];
  });
  return selections.some((one) => one.kind !== Kind.FIELD || one.name.value !== '__typename')
    ? { ...set, selections }
    : undefined;
}

const isDropped = (field: GraphQLField<unknown, unknown>, { drop, parent }: Pruning): boolean =>
  (drop.own === true && isForOwnAgency(field)) || (drop.under?.has(`${parent}.${field.name}`) ?? false);

/** True where the version knows every argument given, and every value that stands there. */
const takes = (
  field: GraphQLField<unknown, unknown>,
  { arguments: given = [] }: FieldNode,
  schema: GraphQLSchema,
  types: Types,
): boolean =>
  given.every(({ name, value }: ArgumentNode) => {
    const argument = field.args.find((one) => one.name === name.value);
    if (!argument) return false;
    return holdsVariable(value)
      ? everyTypeKnown(value, schema, types)
      : valueFromAST(value, argument.type) !== undefined;
  });

function holdsVariable(value: ValueNode): boolean {
  let found = false;
  visit(value, {
    Variable() {
      found = true;
    },
  });
  return found;
}

/** True where the version knows the type of every variable in a value. What an input holds it may not know; then its agency says so. */
function everyTypeKnown(value: ValueNode, schema: GraphQLSchema, types: Types): boolean {
  let known = true;
  visit(value, {
    Variable({ name }) {
      const named = namedIn(types.get(name.value));
      if (named === undefined || !schema.getType(named)) known = false;
    },
  });
  return known;
}

const namedIn = (type: TypeNode | undefined): string | undefined =>
  type === undefined ? undefined : type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type);

function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }) {
      used.add(name.value);
    },
  });
  return visit(document, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
}
