import { objectType } from '@accord/contract/labels';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';

/** The sections of a record that an agency serves, in the contract's order: its fields except ids and twins. */
export const sectionsOf = (schema: GraphQLSchema): readonly string[] =>
  Object.keys(objectType(schema, 'AgencyRecord').getFields()).filter((name) => !isHandle(name));

/** A query for everything in some sections of records, as the hub might send it. Variables: `representations`. */
export function wholeRecord(schema: GraphQLSchema, sections: readonly string[]): string {
  const record = objectType(schema, 'AgencyRecord');
  const selected = sections.map((name) => fieldWithAllBelow(record, name));
  return `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { id ${selected.join(' ')} } } }`;
}

function fieldWithAllBelow(parent: GraphQLObjectType, name: string): string {
  const field = parent.getFields()[name];
  const returned = field && getNamedType(field.type);
  if (!isObjectType(returned)) return name;
  const below = Object.keys(returned.getFields()).map((each) => fieldWithAllBelow(returned, each));
  // As many as may be requested at once: a preview or check needs all of them.
  const all = field?.args.some((arg) => arg.name === 'first') ? '(first: 200)' : '';
  return `${name}${all} { ${below.join(' ')} }`;
}

const isHandle = (name: string): boolean => name === 'id' || name.startsWith('_');
