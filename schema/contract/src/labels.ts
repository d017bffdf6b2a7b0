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
  /** From `extend type`: its labels count like any others on the type. */
  extensionASTNodes?: readonly Directed[];
}>;

type Directed = Readonly<{ directives?: readonly DirectiveNode[] | undefined }>;

type LabelledField = Labelled & Readonly<{ type: GraphQLOutputType }>;

const known: ReadonlySet<string> = new Set(categoryCodes);

/** True if the code is one of the categories the contract uses. */
export const isCategory = (code: string): code is CategoryCode => known.has(code);

/** Returns the categories named by `@category` on the type or field itself, in order and as written, so possibly unknown. */
export function statedLabels({ astNode, extensionASTNodes = [] }: Labelled): readonly string[] {
  return [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .filter(({ name }) => name.value === 'category')
    .flatMap(({ arguments: given }) => given ?? [])
    .flatMap(({ value }) => (value.kind === 'StringValue' ? [value.value] : []));
}

/**
 * Returns every category a field needs a permit for: those on the field, on its parent type and on the type it returns.
 *
 * All of them must be permitted: labels on a type and on a field add up; neither replaces the other.
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

/** True for a type whose items each state their own categories: they are released one by one. */
export const carriesAbout = (type: unknown): type is GraphQLObjectType =>
  isObjectType(type) && type.getFields().about !== undefined;

/**
 * True for a field that holds somebody's own words (`@freeText`), which may contain anything, including another field's value.
 */
export const isFreeText = ({ astNode }: Labelled): boolean =>
  astNode?.directives?.some(({ name }) => name.value === 'freeText') === true;

/** True for a field that only the record's own agency may see (`@ownAgency`). */
export const isForOwnAgency = ({ astNode }: Labelled): boolean =>
  astNode?.directives?.some(({ name }) => name.value === 'ownAgency') === true;

/** Returns the schema's object type with this name. Throws if there is none, which is a fault of the contract. */
export function objectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`The contract has no object type ${name}.`);
  return type;
}
