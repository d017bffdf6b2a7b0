import {
  type DirectiveNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';
import { type CategoryCode, categoryCodes } from './vocabulary.ts';

type Labelled = Readonly<{
  astNode?: Directed | null | undefined;
  /** `extend type`: what it labels the type with counts like any other label. */
  extensionASTNodes?: readonly Directed[];
}>;

type Directed = Readonly<{ directives?: readonly DirectiveNode[] | undefined }>;

type LabelledField = Labelled & Readonly<{ type: GraphQLOutputType }>;

const known: ReadonlySet<string> = new Set(categoryCodes);

/** True where the code is one of the kinds of information the contract uses. */
export const isCategory = (code: string): code is CategoryCode => known.has(code);

/** The categories named by `@category` on a type or field itself, as written (so possibly unknown), in order. */
export function statedLabels({ astNode, extensionASTNodes = [] }: Labelled): readonly string[] {
  return [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .filter(({ name }) => name.value === 'category')
    .flatMap(({ arguments: given }) => given ?? [])
    .flatMap(({ value }) => (value.kind === 'StringValue' ? [value.value] : []));
}

/**
 * Every category a field must be permitted for: those on it, on its parent type and on the type it returns.
 *
 * All of them must be permitted (a type's label and a field's label add up, they do not replace each other).
 */
export function labelsOf(parent: Labelled, field: LabelledField): readonly string[] {
  const returned = getNamedType(field.type);
  return [
    ...new Set([
      ...statedLabels(parent),
      ...statedLabels(field),
      ...(isObjectType(returned) ? statedLabels(returned) : []),
    ]),
  ];
}

/** True for a type whose items each carry the kinds of information they tell: they are released one by one. */
export const carriesAbout = (type: unknown): type is GraphQLObjectType =>
  isObjectType(type) && type.getFields().about !== undefined;

/** True for a field that holds somebody's own words (`@freeText`): they may hold anything, another field's value too. */
export const isFreeText = ({ astNode }: Labelled): boolean =>
  astNode?.directives?.some(({ name }) => name.value === 'freeText') === true;

/** True for a field that is told to the record's own agency only (`@ownAgency`). */
export const isForOwnAgency = ({ astNode }: Labelled): boolean =>
  astNode?.directives?.some(({ name }) => name.value === 'ownAgency') === true;

/** An object type of the schema, by name; throws where there is none, which is a fault of the contract. */
export function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`The contract has no object type ${name}.`);
  return type;
}
