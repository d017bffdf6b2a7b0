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

/** What to leave out besides what a version does not know. */
export type Dropped = Readonly<{
  /** If true: what is for a record's own agency only. */
  own?: boolean;
  /** Fields directly below another field, such as `_alerts.text`. */
  under?: ReadonlySet<string>;
}>;

/**
 * Returns the part of an `_entities` fetch that an older version of the contract knows, or null if it knows nothing of it.
 *
 * A field is left out if the version does not have it, if it does not know an argument that was given (without the argument, the
 * answer would be to another question), if nothing is left below it, or if it is to be dropped. Variables that are no longer used
 * are left out too.
 *
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
/** `parent`: name of the field to which the selection belongs. */
type Pruning = Readonly<{ types: Types; drop: Dropped; parent?: string }>;

/** What is left of a selection; undefined if that is only `__typename`. */
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

/** True if the version knows every argument that is given, and every value written in it. */
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

/**
 * True if the version knows the type of every variable in a value. It may not know what a variable's input contains; then the
 * agency says so.
 */
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
