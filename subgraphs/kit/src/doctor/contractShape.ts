import { carriesAbout, labelsOf, objectType } from '@accord/contract/labels';
import { categoryCodes } from '@accord/contract/vocabulary';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** A field of the contract, as the doctor requests it and judges the answer. */
export type Part = Readonly<{
  /** `Type.field`. */
  coordinate: string;
  field: string;
  /** Every category that must be permitted for it. */
  labels: readonly string[];
  /** True where it holds items that each say what they are about (`about`). */
  items: boolean;
  list: boolean;
  required: boolean;
  /** The name of the type it returns. */
  type: string;
  /** Its possible values, where they can be listed. */
  values: ReadonlySet<string> | undefined;
  /** Its arguments, where it takes some: they ask for everything there is. */
  withArguments: string | undefined;
  below: readonly Part[] | undefined;
}>;

/** What an agency should serve about a record and in its figures. */
export type ContractShape = Readonly<{
  record: readonly Part[];
  figures: readonly Part[];
  /** Every kind of information that the contract and these modules use. */
  categories: readonly string[];
}>;

/**
 * Reads an SDL, so that a field added to the contract is examined without anybody writing a check for it. Throws where it
 * is not valid SDL.
 */
export function contractShape(sdl: DocumentNode): ContractShape {
  const schema = buildSubgraphSchema([{ typeDefs: sdl }]);
  const record = partsOf(objectType(schema, 'AgencyRecord'));
  return {
    record,
    figures: partsOf(objectType(schema, 'Agency')),
    categories: [...new Set([...categoryCodes, ...record.flatMap(labelsIn)])],
  };
}

const labelsIn = ({ labels, below = [] }: Part): readonly string[] => [...labels, ...below.flatMap(labelsIn)];

/** Leaves out fields with a required argument that only the partnership knows, such as the rules of an audit. */
const partsOf = (type: GraphQLObjectType): readonly Part[] =>
  Object.values(type.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .map((field) => partOf(type, field));

function partOf(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Part {
  const returned = getNamedType(field.type);
  return {
    coordinate: `${parent.name}.${field.name}`,
    field: field.name,
    labels: labelsOf(parent, field),
    items: carriesAbout(returned),
    list: isListType(getNullableType(field.type)),
    required: isNonNullType(field.type),
    type: returned.name,
    values: isEnumType(returned) ? new Set(returned.getValues().map(({ name }) => name)) : undefined,
    withArguments: argumentsOf(field),
    below: isObjectType(returned) ? partsOf(returned) : undefined,
  };
}

/** Arguments that leave nothing out: every value of an enum, the first 200. Other arguments keep their defaults. */
function argumentsOf({ args }: GraphQLField<unknown, unknown>): string | undefined {
  const given = args.flatMap(({ name, type }) => {
    const named = getNamedType(type);
    if (isEnumType(named))
      return [
        `${name}: [${named
          .getValues()
          .map((value) => value.name)
          .join(', ')}]`,
      ];
    if (name === 'first') return ['first: 200'];
    return name === 'skip' ? ['skip: 0'] : [];
  });
  return given.length > 0 ? `(${given.join(', ')})` : undefined;
}

/** A record's handles: they say nothing about the person. */
export const isHandle = ({ coordinate }: Part): boolean =>
  coordinate === 'AgencyRecord.id' || coordinate === 'AgencyRecord._id';
