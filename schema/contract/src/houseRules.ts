import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { carriesAbout, isCategory, labelsOf, objectType, statedLabels } from './labels.ts';
import { labelsElsewhere } from './labelsElsewhere.ts';
import { readSubgraph } from './readSubgraph.ts';
import { renamedDirectives } from './renamedDirectives.ts';
import type { ContractSubgraph } from './subgraphs.ts';
import { testedByArguments } from './testedByArguments.ts';

/** A broken house rule: where, and what to do. */
export type HouseFault = Readonly<{ coordinate: string; message: string }>;

/** Handles: they reveal nothing about the person and need no label. */
const handles: ReadonlySet<string> = new Set(['id', '_id']);

/**
 * Checks the rules that composition cannot know, over every subgraph to be composed. Returns every fault; an empty list means
 * all is well.
 *
 * Rules (ARCHITECTURE.md, "House rules"):
 * - Everything under a record is labelled: by its field, by its type, or item by item (`about`).
 * - Labels are known categories, used under their own name, and the same wherever a field is defined.
 * - Labelled fields are nullable, and nothing under a record is abstract.
 * - What is computed from labelled fields (`@requires`), or filtered by an argument that tests one, carries their labels.
 * - Agencies have no root fields.
 */
export function checkHouseRules(subgraphs: readonly ContractSubgraph[]): readonly HouseFault[] {
  const schemas = subgraphs.map((subgraph) => ({ name: subgraph.name, schema: readSubgraph(subgraph) }));
  return [
    ...subgraphs.flatMap(renamedDirectives),
    ...labelsElsewhere(schemas),
    ...schemas.flatMap((subgraph) => ofOne(subgraph, schemas)),
  ];
}

function ofOne({ name, schema }: NamedSchema, schemas: readonly NamedSchema[]): readonly HouseFault[] {
  return [
    ...unknownLabels(schema),
    ...underRecords(schema),
    ...inheritedLabels(schema, schemas),
    ...(name === 'hub' ? [] : rootFields(name, schema)),
  ];
}

/** The coordinate of a field, `Type.field`. */
const at = (parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string => `${parent.name}.${field.name}`;

const objectTypes = (schema: GraphQLSchema): readonly GraphQLObjectType[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('_'));

function unknownLabels(schema: GraphQLSchema): readonly HouseFault[] {
  return objectTypes(schema).flatMap((type) =>
    [
      { coordinate: type.name, labels: statedLabels(type) },
      ...Object.values(type.getFields()).map((field) => ({ coordinate: at(type, field), labels: statedLabels(field) })),
    ].flatMap(({ coordinate, labels }) =>
      labels
        .filter((label) => !isCategory(label))
        .map((label) => ({
          coordinate,
          message: `names the category "${label}", which is not in the vocabulary.`,
        })),
    ),
  );
}

/** Walks everything below AgencyRecord. Inside an item type, each item's own `about` covers every field. */
function underRecords(schema: GraphQLSchema): readonly HouseFault[] {
  if (!schema.getType('AgencyRecord')) return [];
  const faults: HouseFault[] = [];
  const seen = new Set<string>();
  const walk = (type: GraphQLObjectType, coveredByAbout: boolean): void => {
    // The same type may be covered inside one item and uncovered elsewhere, so both places are walked.
    const place = `${type.name} ${coveredByAbout}`;
    if (seen.has(place)) return;
    seen.add(place);
    for (const field of Object.values(type.getFields())) {
      if (handles.has(field.name)) continue;
      const returned = getNamedType(field.type);
      const covered = coveredByAbout || carriesAbout(returned);
      const labels = labelsOf(type, field);
      if (isAbstractType(returned))
        faults.push({
          coordinate: at(type, field),
          message: 'returns an interface or union. Return one object type instead.',
        });
      if (!covered && labels.length === 0)
        faults.push({ coordinate: at(type, field), message: 'has no category. Add @category to it or to its type.' });
      if (labels.length > 0 && isNonNullType(field.type))
        faults.push({
          coordinate: at(type, field),
          message: 'is labelled and non-null, so withholding it would blank its parent. Make it nullable.',
        });
      faults.push(...testedByArguments(type, field, labels));
      // An agency is not information about the person: what the hub says about agencies belongs to the partnership.
      if (isObjectType(returned) && returned.name !== 'Agency') walk(returned, covered);
    }
  };
  walk(objectType(schema, 'AgencyRecord'), false);
  return faults;
}

function rootFields(name: string, schema: GraphQLSchema): readonly HouseFault[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .filter((field) => !field.name.startsWith('_'))
      .map((field) => ({
        coordinate: `${root?.name}.${field.name}`,
        message: `is a root field of "${name}". Agencies have none, so that nothing can be enumerated.`,
      })),
  );
}

type NamedSchema = Readonly<{ name: string; schema: GraphQLSchema }>;

/**
 * A field computed with `@requires`, in the hub or in a module, must carry every label of what it is computed from; items keep
 * their own `about`.
 */
function inheritedLabels(own: GraphQLSchema, all: readonly NamedSchema[]): readonly HouseFault[] {
  return objectTypes(own).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const selection = requiredSelection(field);
      if (selection === undefined) return [];
      const carried = new Set(labelsOf(type, field));
      return labelsUnder(selection, type.name, all)
        .filter((label) => !carried.has(label))
        .map((label) => ({
          coordinate: at(type, field),
          message: `is computed from ${label} but does not say so. Add @category(is: "${label}").`,
        }));
    }),
  );
}

function requiredSelection(field: GraphQLField<unknown, unknown>): string | undefined {
  const requires = field.astNode?.directives?.find(({ name }) => name.value === 'requires');
  const fields = requires?.arguments?.find(({ name }) => name.value === 'fields')?.value;
  return fields?.kind === 'StringValue' ? fields.value : undefined;
}

/**
 * Returns the labels of every field in a `@requires` selection, from whichever subgraph defines it, stopping at items with
 * `about`.
 */
function labelsUnder(selection: string, typeName: string, all: readonly NamedSchema[]): readonly string[] {
  const labels = new Set<string>();
  const walk = (selections: SelectionSetNode, current: string): void => {
    if (all.some(({ schema }) => carriesAbout(schema.getType(current)))) return;
    for (const selected of selections.selections) {
      if (selected.kind === 'FragmentSpread') continue;
      if (selected.kind === 'InlineFragment') {
        walk(selected.selectionSet, selected.typeCondition?.name.value ?? current);
        continue;
      }
      for (const { schema } of all) {
        const parent = schema.getType(current);
        const field = isObjectType(parent) ? parent.getFields()[selected.name.value] : undefined;
        if (!isObjectType(parent) || !field) continue;
        for (const label of labelsOf(parent, field)) labels.add(label);
        if (selected.selectionSet) walk(selected.selectionSet, getNamedType(field.type).name);
      }
    }
  };
  const [operation] = parse(`{ ${selection} }`).definitions;
  if (operation?.kind === 'OperationDefinition') walk(operation.selectionSet, typeName);
  return [...labels];
}
