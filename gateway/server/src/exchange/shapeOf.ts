import { carriesAbout, isForOwnAgency, labelsOf, objectType } from '@accord/contract/labels';
import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql';

/** One field of an answer: how to recognise it, what type it has, and what must be permitted for it. */
export type FieldShape = Readonly<{
  /** Response key, which an alias may have changed. */
  key: string;
  /** Field name: what is judged. */
  name: string;
  labels: readonly string[];
  type: GraphQLNullableType;
  required: boolean;
  /** True if `@skip` or `@include` may leave it out of an answer. */
  conditional: boolean;
  /** Shape of what it returns, if that is an object or a list of objects. */
  below: ObjectShape | undefined;
  /** True if it returns items that are released one by one, by their `about`. */
  items: boolean;
  /** True if it is for the record's own agency only. */
  own: boolean;
  /** True for the hub's own twins: what they carry counts as disclosed only once the hub merges it. */
  twin: boolean;
}>;

export type ObjectShape = Readonly<{
  type: GraphQLObjectType;
  fields: readonly FieldShape[];
  /** True if `__typename` is requested in any of its selections. */
  typed: boolean;
}>;

/** An `_entities` fetch, parsed once: what to send, and what may come back, by entity type. */
export type FetchShape = Readonly<{
  document: string;
  /** The document as JSON text: it makes up most of a message, and is the same in each. */
  documentJson: string;
  entities: ReadonlyMap<string, ObjectShape>;
  /** Names of the variables it declares; only these are sent. */
  variables: ReadonlySet<string>;
  /** The values it gives as the `period` of agencies' figures, as written. */
  periods: readonly ValueNode[];
}>;

/** True if something is requested that is for a record's own agency only. */
export const asksOwn = ({ fields }: ObjectShape): boolean =>
  fields.some(({ own, below }) => own || (below !== undefined && asksOwn(below)));

/** Response keys that the exchange adds for itself. No caller's alias may begin with an underscore (see `noUnderscoreAlias`). */
export const idKey = '_accord_id';
export const aboutKey = '_accord_about';
export const codeKey = '_accord_code';

const added = (name: string, alias: string): SelectionNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: name },
  alias: { kind: Kind.NAME, value: alias },
});

/**
 * Reads an `_entities` fetch of the query planner.
 *
 * Two things are added to the document that is sent: each entity's id, so that answers are matched by id and not by position, and
 * what the hub judges each item by (`about`, of an alert its `code` too), unless it is already requested plainly. Throws if the
 * fetch is anything but `_entities`.
 */
export function shapeOf(query: string, schema: GraphQLSchema): FetchShape {
  const document = parse(query);
  const [definition, ...rest] = document.definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || rest.length > 0)
    throw new Error('A fetch to the agencies must hold one operation and nothing else.');
  const [root, ...others] = definition.selectionSet.selections;
  if (root?.kind !== Kind.FIELD || root.name.value !== '_entities' || others.length > 0 || !root.selectionSet)
    throw new Error('A fetch to the agencies must ask for _entities and nothing else.');

  const entities = new Map<string, ObjectShape>();
  const periods: ValueNode[] = [];
  const selections = root.selectionSet.selections.map((selection) => {
    if (selection.kind !== Kind.INLINE_FRAGMENT || !selection.typeCondition) return selection;
    const type = objectType(schema, selection.typeCondition.name.value);
    const fields = [
      ...(entities.get(type.name)?.fields ?? []),
      ...fieldsOf(selection.selectionSet, type, isConditional(selection)),
    ];
    entities.set(type.name, { type, fields: mergeFields(fields), typed: true });
    if (type.name === 'Agency') periods.push(...periodsIn(selection.selectionSet));
    const withJudged = addJudged(selection.selectionSet, type);
    // If a condition may leave out everything requested, the id still says whose answer it is.
    const asked = isConditional(selection) ? [{ ...selection, selectionSet: withJudged }] : withJudged.selections;
    return {
      ...{ ...selection, directives: [] },
      selectionSet: { ...withJudged, selections: [added('id', idKey), ...asked] },
    };
  });
  const sent: DocumentNode = {
    ...document,
    definitions: [
      {
        ...definition,
        selectionSet: {
          ...definition.selectionSet,
          selections: [{ ...root, selectionSet: { ...root.selectionSet, selections } }],
        },
      },
    ],
  };
  const variables = new Set((definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
  const printed = print(sent);
  return { document: printed, documentJson: JSON.stringify(printed), entities, variables, periods };
}

function periodsIn(set: SelectionSetNode): readonly ValueNode[] {
  const periods: ValueNode[] = [];
  visit(set, {
    Field({ name, arguments: given = [] }) {
      if (name.value === 'figures') periods.push(...given.map(({ value }) => value));
      return false;
    },
  });
  return periods;
}

const isConditional = ({ directives = [] }: SelectionNode): boolean =>
  directives.some(({ name }) => name.value === 'skip' || name.value === 'include');

/** `conditional`: a condition may leave out the whole selection. */
function fieldsOf(set: SelectionSetNode, type: GraphQLObjectType, conditional: boolean): readonly FieldShape[] {
  return mergeFields(
    set.selections.flatMap((selection): readonly FieldShape[] => {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        throw new Error('A fetch to the agencies must not have named fragments.');
      // Nothing below an entity is abstract (house rule), so a fragment has the type of its parent.
      const mayBeLeftOut = conditional || isConditional(selection);
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, type, mayBeLeftOut);
      if (selection.name.value === '__typename') return [];
      const field = type.getFields()[selection.name.value];
      if (!field) throw new Error(`The contract has no field ${type.name}.${selection.name.value}.`);
      const shape = fieldShape(selection.alias?.value ?? selection.name.value, type, field, selection.selectionSet);
      return [{ ...shape, conditional: mayBeLeftOut }];
    }),
  );
}

function fieldShape(
  key: string,
  parent: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  set: SelectionSetNode | undefined,
): Omit<FieldShape, 'conditional'> {
  const returned = getNamedType(field.type);
  return {
    key,
    name: field.name,
    labels: labelsOf(parent, field),
    type: getNullableType(field.type),
    required: isNonNullType(field.type),
    below:
      isObjectType(returned) && set
        ? { type: returned, fields: fieldsOf(set, returned, false), typed: isTyped(set) }
        : undefined,
    items: isListType(getNullableType(field.type)) && carriesAbout(returned),
    own: isForOwnAgency(field),
    twin: field.name.startsWith('_'),
  };
}

const isTyped = ({ selections }: SelectionSetNode): boolean =>
  selections.some((one) =>
    one.kind === Kind.FIELD
      ? one.name.value === '__typename'
      : one.kind === Kind.INLINE_FRAGMENT && isTyped(one.selectionSet),
  );

/** One shape per response key (GraphQL specification, 5.3.2: fields with the same key are the same field). */
function mergeFields(fields: readonly FieldShape[]): readonly FieldShape[] {
  const byKey = new Map<string, FieldShape>();
  for (const field of fields) {
    const first = byKey.get(field.key);
    const below =
      first?.below && field.below
        ? {
            type: field.below.type,
            fields: mergeFields([...first.below.fields, ...field.below.fields]),
            typed: first.below.typed || field.below.typed,
          }
        : field.below;
    // May be left out only if every mention of it may be.
    byKey.set(field.key, { ...field, below, conditional: field.conditional && (first?.conditional ?? true) });
  }
  return [...byKey.values()];
}

function addJudged(set: SelectionSetNode, type: GraphQLObjectType): SelectionSetNode {
  const selections = set.selections.map((selection): SelectionNode => {
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return { ...selection, selectionSet: addJudged(selection.selectionSet, type) };
    if (selection.kind !== Kind.FIELD || !selection.selectionSet) return selection;
    const returned = getNamedType(type.getFields()[selection.name.value]?.type);
    return isObjectType(returned)
      ? { ...selection, selectionSet: addJudged(selection.selectionSet, returned) }
      : selection;
  });
  const isAsked = (name: string): boolean =>
    selections.some((one) => one.kind === Kind.FIELD && one.name.value === name && !one.alias && !isConditional(one));
  const judged = judgedIn(type).filter(([name]) => !isAsked(name));
  return { ...set, selections: [...judged.map(([name, alias]) => added(name, alias)), ...selections] };
}

/** What an item is judged by, and the key under which the exchange asks for it. */
const judgedIn = (type: GraphQLObjectType): readonly (readonly [string, string])[] => [
  ...(carriesAbout(type) ? [['about', aboutKey] as const] : []),
  ...(isAlert(type) && type.getFields().code ? [['code', codeKey] as const] : []),
];

/** True for the one type of item that may be closed to the person by its kind (`alertsNotTold`). */
export const isAlert = ({ name }: GraphQLObjectType): boolean => name === 'Alert';
