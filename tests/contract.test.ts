import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compose } from '@accord/contract/compose';
import { generateTypes } from '@accord/contract/generateTypes';
import { checkHouseRules } from '@accord/contract/houseRules';
import { isFreeText, labelsOf, objectType } from '@accord/contract/labels';
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

test('everything generated from the SDL is up to date', async () => {
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
    // Words of the rule set itself, and an id.
    ...[
      'AuditTable.rules',
      'AuditGroup.at',
      'Prompt.ruleSet',
      'PromptQuote.reason',
      'WaitingAlert.order',
      'WaitingAlert.askedBy',
    ],
  ];
  const texts = [coreSubgraph(), ...moduleNames.map((name) => moduleSubgraph(name))].flatMap((subgraph) =>
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

test('labels of a type, of an extension of it, of a field and of what it returns all count', () => {
  const directive = 'directive @category(is: String!) repeatable on OBJECT | FIELD_DEFINITION';
  const schema = buildSchema(`${directive}
    type Query { pet: Pet }
    type Pet @category(is: "A") { home: Home @category(is: "B") @category(is: "C") }
    extend type Pet @category(is: "D")
    type Home @category(is: "E") { size: Int }`);
  const pet = objectType(schema, 'Pet');
  const { home } = pet.getFields();
  expect(home && [...labelsOf(pet, home)].sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
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
  [
    'a label that only an interface states',
    'agency',
    'type Contact @category(is: "CONTACT") {',
    'interface Reachable { email: String @category(is: "PHONE") }\ntype Contact implements Reachable @category(is: "CONTACT") {',
    'Contact.email',
  ],
  [
    'a link under a namespace of its own',
    'agency',
    'contract/v1.0", import: ["@category"])',
    'contract/v1.0", as: "mine", import: ["@category"])',
    'mine',
  ],
  [
    'a label directive of another meaning',
    'housing',
    'directive @category(is: CategoryCode!)',
    'directive @category(is: CategoryCode! = "HOUSING")',
    '@category',
  ],
  [
    'a field that the hub labels and the agencies do not',
    'hub',
    '  dateOfBirth: Date @external',
    '  dateOfBirth: Date @external @category(is: "HEALTH")',
    'Identity.dateOfBirth',
  ],
  [
    'a field that the agencies label and the hub does not',
    'agency',
    '  "Given name."\n  given: String',
    '  "Given name."\n  given: String @category(is: "CULTURAL_IDENTITY")',
    'PersonName.given',
  ],
  [
    'a type that a module labels and the core does not',
    'housing',
    'type AgencyRecord @key(fields: "id") {',
    'type AgencyRecord @key(fields: "id") @category(is: "HOUSING") {',
    'AgencyRecord',
  ],
  [
    'a field without a category, of a type that stands inside items too',
    'agency',
    '  _id: ID @inaccessible',
    '  household: ConcernedPerson @category(is: "IDENTITY")\n  _id: ID @inaccessible',
    'ConcernedPerson.role',
  ],
  [
    'a field computed from what a fragment selects',
    'hub',
    'records { _id _identity { dateOfBirth } }") @category(is: "IDENTITY")',
    'records { _id ... on AgencyRecord { _identity { dateOfBirth } } }")',
    'Client.dateOfBirth',
  ],
])('%s is refused, naming the coordinate', (_rule, name, from, to, coordinate) => {
  expect(checkHouseRules(edited(name, from, to)).map((fault) => fault.coordinate)).toContain(coordinate);
});

type Edit = (sdl: string) => string;
/** Replaces every occurrence of a text; there must be at least one. */
const put =
  (from: string, to: string): Edit =>
  (sdl) => {
    expect(sdl).toContain(from);
    return sdl.replaceAll(from, to);
  };
const editedBy = (edits: Readonly<Record<string, readonly Edit[]>>) =>
  allSubgraphs().map(({ name, sdl }) => ({ name, sdl: (edits[name] ?? []).reduce((text, edit) => edit(text), sdl) }));

const cultureAtHub = put(
  '  dateOfBirth: Date @external',
  '  dateOfBirth: Date @external\n  culturalIdentity: String @external @category(is: "CULTURAL_IDENTITY")',
);
const computedFromCulture = (label: string) =>
  put(
    '_identity { dateOfBirth } }") @category(is: "IDENTITY")',
    `_identity { dateOfBirth culturalIdentity } }") @category(is: "${label}")`,
  );
/** A module that computes from data of the core: `age` from the date of birth. */
const ageInModule = (labels: string): readonly Edit[] => [
  put('import: ["@key", "@composeDirective"]', 'import: ["@key", "@external", "@requires", "@composeDirective"]'),
  put(
    '  housing: HousingSituation\n',
    `  housing: HousingSituation
       identity: Identity @external
       age: HousingSituation @requires(fields: "identity { dateOfBirth }") ${labels}\n`,
  ),
  (sdl) => `${sdl}\ntype Identity @category(is: "IDENTITY") { dateOfBirth: Date @external }`,
];
const adultAtHub = (labels: string): readonly Edit[] => [
  put('  _id: ID @external', '  _id: ID @external\n  age: HousingSituation @external'),
  put(
    '  "Every name released to you."',
    `  isAdult: Boolean @requires(fields: "records { age { atRisk } }") ${labels}\n  "Every name released to you."`,
  ),
  (sdl) => `${sdl}\ntype HousingSituation @category(is: "HOUSING") { atRisk: Boolean @external }`,
];

test.each<readonly [string, Readonly<Record<string, readonly Edit[]>>, string, string]>([
  [
    'a label directive that is renamed where it is imported',
    {
      agency: [
        put('import: ["@category"]', 'import: [{ name: "@category", as: "@kind" }]'),
        put('"@category")', '"@kind")'),
        put('directive @category(', 'directive @kind('),
        put('@category(is: "', '@kind(is: "'),
      ],
    },
    '@kind',
    'renames',
  ],
  [
    'a label directive by a name with its origin',
    {
      agency: [
        put(', import: ["@category"])', ')'),
        put('"@category")', '"@contract__category")'),
        put('directive @category(', 'directive @contract__category('),
        put('@category(is: "', '@contract__category(is: "'),
      ],
    },
    '@contract__category',
    'namespace',
  ],
  [
    '@requires under another name, which would hide what is computed from it',
    { hub: [put('"@requires", "@comp', '{ name: "@requires", as: "@takes" }, "@comp'), put('@requires(', '@takes(')] },
    '@takes',
    'renames',
  ],
  [
    'a field computed from one that bears a label of its own beside its type’s',
    { hub: [cultureAtHub, computedFromCulture('IDENTITY')] },
    'Client.dateOfBirth',
    'CULTURAL_IDENTITY',
  ],
  [
    'a field computed from one that bears its type’s label beside its own',
    { hub: [cultureAtHub, computedFromCulture('CULTURAL_IDENTITY')] },
    'Client.dateOfBirth',
    'computed from IDENTITY',
  ],
  [
    'a field that a module computes from what the core holds',
    { housing: ageInModule('') },
    'AgencyRecord.age',
    'computed from IDENTITY',
  ],
  [
    'a field computed from one that is computed itself',
    { housing: ageInModule('@category(is: "IDENTITY")'), hub: adultAtHub('@category(is: "HOUSING")') },
    'Client.isAdult',
    'computed from IDENTITY',
  ],
])('%s is refused, naming the coordinate and what is wrong', (_rule, edits, coordinate, message) => {
  const found = checkHouseRules(editedBy(edits)).filter((fault) => fault.coordinate === coordinate);
  expect(found.map((fault) => fault.message)).toContainEqual(expect.stringContaining(message));
});

test('a field computed from computed fields is allowed if it carries on every label', () => {
  const edits = {
    housing: ageInModule('@category(is: "IDENTITY")'),
    hub: adultAtHub('@category(is: "HOUSING") @category(is: "IDENTITY")'),
  };
  expect(checkHouseRules(editedBy(edits)).filter(({ message }) => message.includes('computed'))).toEqual([]);
});
