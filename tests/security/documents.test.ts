import { type AttackedHub, attackedHub, codesIn, hiddenStreet } from '../lib/attackedHub.ts';

// Whatever a document can contain (aliases, fragments, directives, arguments), none of it opens a field.

let hub: AttackedHub;
beforeAll(async () => {
  hub = await attackedHub();
});
afterAll(() => hub.stop());

const ofAda = (fields: string): string => `{ client(id: "ada") { records { ${fields} } } }`;

test.each([
  ['an alias', ofAda('identity { name { family } } contact: address { line }')],
  ['swapped aliases', ofAda('address: identity { sex } identity: address { line }')],
  ['the aliases __proto__ and constructor', ofAda('constructor: address { line toString: line }')],
  [
    'nested fragments',
    `${ofAda('...A')} fragment A on AgencyRecord { ...B } fragment B on AgencyRecord { address { ...L } } fragment L on Address { line }`,
  ],
  ['a fragment on the concrete type', ofAda('... on AgencyRecord { address { ... on Address { line } } }')],
  [
    '@include and @skip',
    ofAda('address @include(if: true) { line @skip(if: false) } a: address @skip(if: false) { line }'),
  ],
  [
    'a type label under a permitted field',
    ofAda('identity { name { family } } contact { phone email } address { line }'),
  ],
  [
    'the way through an alert back to the person',
    '{ client(id: "ada") { alerts { nodes { client { records { address { line } } } record { address { line } } } } } }',
  ],
  [
    'the way through the board',
    '{ alerts(of: AGENCY) { nodes { record { address { line } } client { records { address { line } } } } } }',
  ],
  ['the way through what is withheld', '{ client(id: "ada") { withheld { record { address { line } } } } }'],
])('%s does not open a withheld address', async (_way, query) => {
  const { status, body } = await hub.ask({ as: 'mara', query });
  expect(status).toBe(200);
  expect(body).not.toContain(hiddenStreet);
  expect(body).not.toContain('0009');
  // The agency that filed the address gets it with the same query, so it was there to be shown.
  expect((await hub.ask({ as: 'tess', query: ofAda('address { line }') })).body).toContain(hiddenStreet);
});

test('two aliases of one field with different arguments each have their own answer', async () => {
  const query = ofAda('closed: alerts(status: [CLOSED]) { text } active: alerts(status: [ACTIVE]) { text }');
  const { records } = JSON.parse((await hub.ask({ as: 'mara', query })).body).data.client;
  expect(records.some(({ active }: { active: unknown[] | null }) => active?.length === 2)).toBe(true);
  expect(records.every(({ closed }: { closed: unknown[] | null }) => !closed?.length)).toBe(true);
});

test('__typename of withheld data is not shown', async () => {
  const { body } = await hub.ask({ as: 'mara', query: ofAda('address { __typename } contact { __typename }') });
  for (const { address, contact } of JSON.parse(body).data.client.records.slice(1))
    expect({ address, contact }).toEqual({ address: null, contact: null });
  expect(body.match(/"Address"/g)?.length ?? 0).toBeLessThanOrEqual(1);
});

test.each([
  ['an alias that begins with an underscore', ofAda('_alerts: identity { sex }')],
  ['the alias __proto__', ofAda('__proto__: address { line }')],
  ["the hub's inaccessible twins", ofAda('_identity { dateOfBirth }')],
  [
    '_entities with a forged representation',
    '{ _entities(representations: [{ __typename: "AgencyRecord", id: "ada-2" }]) { __typename } }',
  ],
  ['node', '{ node(id: "ada-2") { id } }'],
  ['_service', '{ _service { sdl } }'],
  ['introspection outside development', '{ __schema { types { name } } }'],
  ['introspection of one type', '{ __type(name: "Client") { fields { name } } }'],
])('%s is refused', async (_attack, query) => {
  const { body } = await hub.ask({ as: 'mara', query });
  expect(codesIn(body)).toContain('GRAPHQL_VALIDATION_FAILED');
  expect(JSON.parse(body).data).toBeUndefined();
});

test('a subscription is refused: none is offered, so none outlives a withdrawal', async () => {
  const { body } = await hub.ask({ as: 'mara', query: 'subscription { client(id: "ada") { id } }' });
  expect(codesIn(body)).not.toEqual([]);
  expect(JSON.parse(body).data).toBeUndefined();
});

test('a representation among the variables is ignored', async () => {
  const query = 'query ($id: ID!) { client(id: $id) { records { id } } }';
  const forged = {
    id: 'bob',
    representations: [{ __typename: 'AgencyRecord', id: 'bob-1' }],
    __proto__: { id: 'ada' },
  };
  const { body } = await hub.ask({ as: 'mara', query, variables: forged });
  expect(JSON.parse(body).data).toEqual({ client: null });
});

test('thousands of aliases are refused before anybody is looked up', async () => {
  const query = `{ ${Array.from({ length: 3000 }, (_, index) => `a${index}: client(id: "${index}") { id }`).join(' ')} }`;
  expect(JSON.parse((await hub.ask({ as: 'mara', query })).body).data).toBeUndefined();
});

test.each([
  'knownAs { family } involvement @include(if: $no) { programme }',
  'knownAs { family } dateOfBirth @include(if: $no)',
  'knownAs { family } needs @include(if: $no) { label } name @include(if: $no) { given }',
])('%s: what @include leaves out does not remove the answer of any other merged field', async (fields) => {
  const query = `query ($no: Boolean!) { client(id: "ada") { ${fields} } }`;
  const { body } = await hub.ask({ as: 'mara', query, variables: { no: false } });
  expect(JSON.parse(body)).toEqual({ data: { client: { knownAs: [{ family: 'Brook' }] } } });
});

const name = '{ given family }';
const person = 'identity { name { ...N } } before: identity { name { ...N } }';
const brook = { given: 'Ada', family: 'Brook' };
test.each([
  ['a named fragment', `${ofAda(person)} fragment N on PersonName ${name}`],
  [
    'one within another',
    `${ofAda('...P')} fragment P on AgencyRecord { ${person} } fragment N on PersonName { ...M family } fragment M on PersonName ${name}`,
  ],
  [
    'one that holds @skip',
    `${ofAda(person)} fragment N on PersonName { given @skip(if: false) family @include(if: true) }`,
  ],
  [
    'one whose spreads hold @skip',
    `${ofAda(person.replaceAll('...N', '...N @skip(if: false)'))} fragment N on PersonName ${name}`,
  ],
  [
    'what stands beside the like of it',
    `${ofAda(person.replace('...N', 'given family'))} fragment N on PersonName ${name}`,
  ],
])('%s, used twice, gets the same answer as what it stands for', async (_way, query) => {
  const { body } = await hub.ask({ as: 'mara', query });
  const record = { identity: { name: brook }, before: { name: brook } };
  expect(JSON.parse(body)).toEqual({ data: { client: { records: [record, record] } } });
});
