import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compose } from '@accord/contract/compose';
import { generateTypes } from '@accord/contract/generateTypes';
import { checkHouseRules } from '@accord/contract/houseRules';
import { isFreeText } from '@accord/contract/labels';
import { readSubgraph } from '@accord/contract/readSubgraph';
import {
  allSubgraphs,
  committedSupergraph,
  coreSubgraph,
  moduleNames,
  moduleSubgraph,
} from '@accord/contract/subgraphs';
import { buildSchema, getNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql';

const file = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../schema/contract/${name}`, import.meta.url)), 'utf8');

test('what is made from the SDL is fresh', async () => {
  const composition = compose(allSubgraphs());
  if (composition.kind === 'REFUSED') throw new Error(composition.faults.join('\n'));
  expect(committedSupergraph().trim()).toBe(composition.supergraphSdl.trim());
  expect(file('api.graphql').trim()).toBe(composition.apiSdl.trim());
  const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
  expect(withoutSpace(file('src/generated/api.ts'))).toBe(withoutSpace(await generateTypes(composition.apiSdl)));
});

test('every type and field of the API is documented', () => {
  const missing = Object.values(buildSchema(file('api.graphql')).getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__') || ['Query', 'Mutation', 'String', 'Int', 'Boolean', 'ID'].includes(type.name))
      return [];
    const fields = isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
    const values = isEnumType(type) ? type.getValues() : [];
    return [
      ...(type.description ? [] : [type.name]),
      ...[...fields, ...values].filter((one) => !one.description).map((one) => `${type.name}.${one.name}`),
    ];
  });
  expect(missing).toEqual([]);
});

test('the contract keeps its own house rules', () => {
  expect(checkHouseRules(allSubgraphs())).toEqual([]);
});

test('every text under a record is either somebody’s own words (`@freeText`) or known to be a name or a single value', () => {
  const singleValues = [
    ...['PersonName.given', 'PersonName.family', 'Identity.language', 'Contact.phone', 'Contact.email'],
    ...['Address.suburb', 'Address.state', 'Address.postcode', 'Involvement.programme', 'Episode.programme'],
    ...['Worker.name', 'Worker.role', 'Worker.phone', 'Alert.raisedBy', 'Note.writtenBy'],
  ];
  const texts = [coreSubgraph(), ...moduleNames.map(moduleSubgraph)].flatMap((subgraph) =>
    Object.values(readSubgraph(subgraph).getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('_'))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name === 'String' && !isFreeText(field))
          .map((field) => `${type.name}.${field.name}`),
      ),
  );
  expect(texts.sort()).toEqual(singleValues.sort());
});

const edited = (name: string, from: string, to: string) =>
  allSubgraphs().map((subgraph) => {
    if (subgraph.name !== name) return subgraph;
    expect(subgraph.sdl).toContain(from);
    return { ...subgraph, sdl: subgraph.sdl.replace(from, to) };
  });

test.each([
  [
    'a field under a record without a category',
    'agency',
    '  contact: Contact\n',
    '  contact: Contact\n  shoeSize: Int\n',
    'AgencyRecord.shoeSize',
  ],
  ['a category nobody knows', 'housing', 'is: "HOUSING"', 'is: "HOUSNG"', 'HousingSituation'],
  [
    'a labelled field that is not nullable',
    'agency',
    '  identity: Identity\n',
    '  identity: Identity!\n',
    'AgencyRecord.identity',
  ],
  [
    'a computed field that does not carry what it is computed from',
    'hub',
    'dateOfBirth } }") @category(is: "IDENTITY")',
    'dateOfBirth } }")',
    'Client.dateOfBirth',
  ],
  [
    'an argument that tests a labelled field, on a field without that label',
    'agency',
    '  contact: Contact\n',
    '  contact(phone: String): Contact\n',
    'AgencyRecord.contact(phone:)',
  ],
  [
    'an argument that tests nobody knows what',
    'agency',
    '  contact: Contact\n',
    '  contact(like: String): Contact\n',
    'AgencyRecord.contact(like:)',
  ],
  [
    'a root field of an agency',
    'agency',
    'type AgencyRecord @key',
    'type Query { everybody: [AgencyRecord!] }\ntype AgencyRecord @key',
    'Query.everybody',
  ],
])('%s is refused, naming the coordinate', (_rule, name, from, to, coordinate) => {
  expect(checkHouseRules(edited(name, from, to)).map((fault) => fault.coordinate)).toContain(coordinate);
});
