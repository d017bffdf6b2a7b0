import { composeModules } from '@accord/contract/composeModules';
import { legalSdl } from '../lib/legalModule.ts';

// What a partnership's own module may be. Each of these would reach beyond the module: into the core, into the hub, or past a
// label.

const faultsOf = (sdl: string, name = 'legal'): string => {
  const composition = composeModules([{ name, sdl }]);
  return composition.kind === 'REFUSED' ? composition.faults.join('\n') : 'composed';
};
const field = (text: string): string =>
  legalSdl.replace('representation: Representation', `representation: Representation\n  ${text}`);

test('a module that adds to records, with types of its own, composes', () => {
  expect(faultsOf(legalSdl)).toBe('composed');
});

test.each<readonly [string, string, string]>([
  [
    'takes a field of the core over',
    field('identity: Representation @override(from: "agency")'),
    '@override is not allowed',
  ],
  ['hides a field', field('more: Representation @inaccessible'), '@inaccessible is not allowed'],
  ['defines a field of the core', field('identity: Representation'), 'AgencyRecord.identity'],
  ['has a name of the hub’s', field('_more: Representation'), 'AgencyRecord._more begins with an underscore'],
  ['opens a door of its own', `${legalSdl} type Query { all: [AgencyRecord!] }`, 'Query is already a type of "hub"'],
  [
    'opens one by extension',
    `${legalSdl} extend type Query { all: [AgencyRecord!] }`,
    'Query is not allowed in a module',
  ],
  [
    'reaches for people',
    `${legalSdl} type Client @key(fields: "id") { id: ID! secret: String }`,
    'Client is already a type of "hub"',
  ],
  ['widens an enum of the core', `${legalSdl} enum AlertSeverity { DEADLY }`, 'AlertSeverity is already a type of'],
  ['has an entity of its own', `${legalSdl} type Case @key(fields: "id") { id: ID! }`, 'Case has a @key'],
  [
    'has another key',
    legalSdl.replace('@key(fields: "id")', '@key(fields: "id") @key(fields: "id code")'),
    'no other key',
  ],
  [
    'leads back to records',
    legalSdl.replace('lawyer: Boolean', 'of: [AgencyRecord!]'),
    'Representation.of returns a record',
  ],
  ['renames a directive', legalSdl.replace('"@category"', '{ name: "@category", as: "@kind" }'), 'renames'],
  [
    'links what others made',
    legalSdl.replace('accord.example/contract', 'other.example/contract'),
    '@link may only name',
  ],
  ['leaves a label out', legalSdl.replace(' @category(is: "LEGAL")', ''), 'Representation.lawyer has no category'],
  ['invents a category', legalSdl.replaceAll('"LEGAL"', '"SECRETS"'), 'which is not in the vocabulary'],
  ['promises what may be withheld', legalSdl.replace('lawyer: Boolean', 'lawyer: Boolean!'), 'Make it nullable'],
  ['returns something abstract', `${legalSdl} union Any = Representation`, 'Any is not allowed in a module'],
  ['adds nothing', legalSdl.replace(/"[^"]*"\s*representation: Representation/, ''), 'AgencyRecord gets no fields'],
  ['does not parse', 'type', 'Syntax Error'],
])('a module is refused that %s', (_what, sdl, fault) => {
  expect(faultsOf(sdl)).toContain(fault);
});

test('a module has a name of its own', () => {
  for (const name of ['agency', 'hub', 'housing', 'Legal', 'le gal', ''])
    expect(faultsOf(legalSdl, name)).toContain('cannot be the name');
});

test('two modules have no type in common', () => {
  const other = legalSdl.replace('representation: Representation', 'money: Representation');
  const composition = composeModules([
    { name: 'legal', sdl: legalSdl },
    { name: 'money', sdl: other },
  ]);
  expect(composition).toMatchObject({
    kind: 'REFUSED',
    faults: expect.arrayContaining([expect.stringContaining('Representation is already a type of "money"')]),
  });
});
