import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, graphql, parse } from 'graphql';
import { deletedNumber, inventedAgency, requester, servedAgency, stopServed } from '../../tests/inventedAgency.ts';
import { guard, Held, holdRecord } from './guard.ts';
import { releasesOf } from './releases.ts';

afterEach(stopServed);

const release = (records: readonly string[], ...categories: readonly string[]) => ({ records, categories });

async function entities(fields: string, ...releases: readonly ReturnType<typeof release>[]) {
  const { ask } = await servedAgency(inventedAgency().mapping);
  const { status, body } = await ask(fields, releases);
  expect(status).toBe(200);
  expect(body.errors).toBeUndefined();
  return body.data._entities;
}

test('a permitted field is served, any other is null', async () => {
  const [record] = await entities('id identity { name { given } } contact { email }', release(['7'], 'IDENTITY'));
  expect(record).toEqual({ id: '7', identity: { name: { given: 'Ada7' } }, contact: null });
});

test('each record has its own permit', async () => {
  const fields = 'identity { sex } involvement { worker { name } }';
  const [one, two] = await entities(fields, release(['1'], 'IDENTITY'), release(['2'], 'SERVICE_USE'));
  expect(one).toEqual({ identity: { sex: 'FEMALE' }, involvement: null });
  expect(two).toEqual({ identity: null, involvement: { worker: { name: 'Bo Finch' } } });
});

test('what a permit releases of a record in several parts adds up, for that record only', async () => {
  const [one, two] = await entities(
    'identity { sex } involvement { worker { name } } contact { email }',
    release(['1', '2'], 'IDENTITY'),
    release(['1'], 'SERVICE_USE'),
    release(['2'], 'CONTACT'),
  );
  expect(one).toEqual({ identity: { sex: 'FEMALE' }, involvement: { worker: { name: 'Bo Finch' } }, contact: null });
  expect(two).toMatchObject({ identity: {}, involvement: null, contact: { email: expect.any(String) } });
});

test('labels add up: culture inside identity, the telephone number inside contact', async () => {
  const fields = 'identity { sex language culturalIdentity } contact { email phone }';
  const [without] = await entities(fields, release(['1'], 'IDENTITY', 'CONTACT'));
  expect(without).toEqual({
    identity: { sex: 'FEMALE', language: null, culturalIdentity: null },
    contact: { email: 'ada@example.org', phone: null },
  });
  const [inner] = await entities(fields, release(['1'], 'CULTURAL_IDENTITY', 'PHONE'));
  expect(inner).toEqual({ identity: null, contact: null });
  const [both] = await entities(fields, release(['1'], 'IDENTITY', 'CONTACT', 'CULTURAL_IDENTITY', 'PHONE'));
  expect(both.identity.language).toBe('Vietnamese');
  expect(both.contact.phone).toBe('0491 570 006');
});

test('an alert is served only where every kind it is about is permitted', async () => {
  const fields = 'alerts { id about text concerns { role isClient } }';
  const [some] = await entities(fields, release(['1'], 'FV_RISK'));
  expect(some.alerts.map(({ id }: { id: string }) => id)).toEqual(['1', '5']);
  expect(some.alerts[0].concerns).toEqual([{ role: 'VICTIM_SURVIVOR', isClient: true }]);
  const [more] = await entities(fields, release(['1'], 'FV_RISK', 'MENTAL_HEALTH'));
  expect(more.alerts.map(({ id }: { id: string }) => id)).toEqual(['1', '2', '5']);
});

test('an alert about nothing is withheld, whatever the permit names', async () => {
  const [record] = await entities('alerts { id }', release(['1'], ''));
  expect(record.alerts).toEqual([]);
});

test("a kind of the partnership's own, which the contract does not use, is served only where the permit names it", async () => {
  const [named] = await entities('alerts { id }', release(['1'], 'WEATHER'));
  const [other] = await entities('alerts { id }', release(['1'], 'HEALTH'));
  expect(named.alerts.length).toBeGreaterThan(0);
  for (const alert of named.alerts) expect(other.alerts).not.toContainEqual(alert);
});

test('notes are counted after the guard, newest first', async () => {
  const [record] = await entities('notes(first: 2) { text }', release(['1'], 'SERVICE_USE'));
  expect(record.notes).toEqual([{ text: 'note 5' }, { text: 'note 3' }]);
});

test('notes can be read page by page, and withheld notes leave no gap', async () => {
  const all = await entities('notes(first: 200) { text }', release(['1'], 'SERVICE_USE'));
  const [record] = await entities(
    'one: notes(first: 1) { text } rest: notes(first: 200, skip: 1) { text }',
    release(['1'], 'SERVICE_USE'),
  );
  expect([...record.one, ...record.rest]).toEqual(all[0].notes);
  expect(record.rest.length).toBeGreaterThan(0);
});

test('aliases and fragments change nothing', async () => {
  const fields = `
    id: address { line } identity: _id a: identity { ...N } ... on AgencyRecord { b: identity { c: language } }
    x: alerts(status: [CLOSED]) { id } y: alerts { id } z: alerts(status: []) { id } _alerts { id }`;
  const { send } = await servedAgency(inventedAgency().mapping);
  const { body } = await send(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { ${fields} } } }
     fragment N on Identity { name { given: family } }`,
    {
      releases: [release(['1'], 'IDENTITY', 'FV_RISK')],
      variables: { representations: [{ __typename: 'AgencyRecord', id: '1' }] },
    },
  );
  expect(body.data._entities).toEqual([
    {
      id: null,
      identity: '1',
      a: { name: { given: 'Moss' } },
      b: { c: null },
      x: [{ id: '5' }],
      y: [{ id: '1' }, { id: '5' }],
      z: [{ id: '1' }, { id: '5' }],
      _alerts: [{ id: '1' }, { id: '5' }],
    },
  ]);
});

test('twins answer as their fields do, under the same permit', async () => {
  const fields = '_id _identity { sex } _involvement { programme } _needs { code } _alerts { id }';
  const [closed] = await entities(fields, release(['1'], 'HEALTH'));
  expect(closed).toEqual({ _id: '1', _identity: null, _involvement: null, _needs: [], _alerts: [] });
  const [open] = await entities(fields, release(['1'], 'IDENTITY', 'SERVICE_USE', 'HOUSING', 'FV_RISK'));
  expect(open._identity).toEqual({ sex: 'FEMALE' });
  expect(open._involvement).toEqual({ programme: 'Outreach' });
  expect(open._needs).toEqual([{ code: '3' }]);
});

test('a record that the permit does not cover is null, without an error', async () => {
  const { ask } = await servedAgency(inventedAgency().mapping);
  const { body } = await ask('id identity { sex }', [release(['1'], 'IDENTITY')], ['2', '1', '2']);
  expect(body).toEqual({ data: { _entities: [null, { id: '1', identity: { sex: 'FEMALE' } }, null] } });
});

test('nothing of a deleted record is served, though its alerts are still in the tables', async () => {
  const fields = 'identity { sex } alerts { id } _needs { id } housing { since }';
  const [record] = await entities(fields, release([deletedNumber], 'IDENTITY', 'FV_RISK', 'HOUSING'));
  expect(record).toEqual({ identity: null, alerts: null, _needs: null, housing: null });
});

test('the housing module is guarded like the core', async () => {
  const fields = 'housing { situation since atRisk }';
  expect(await entities(fields, release(['1'], 'IDENTITY'))).toEqual([{ housing: null }]);
  expect(await entities(fields, release(['1'], 'HOUSING'))).toEqual([
    { housing: { situation: 'RENTING', since: '2025-05-05', atRisk: true } },
  ]);
});

test('nothing is loaded for withheld fields', async () => {
  const { mapping, loads } = inventedAgency();
  const { ask } = await servedAgency(mapping);
  await ask('identity { sex } address { line } contact { email } housing { since }', [release(['1'], 'PHONE')]);
  expect([...loads]).toEqual([]);
});

test('tables are loaded once per request, however many records are requested', async () => {
  const fields =
    'identity { sex } contact { email } address { line } alerts { id } _alerts { id } notes { id } needs { id }';
  const categories = ['IDENTITY', 'CONTACT', 'ADDRESS', 'FV_RISK', 'SERVICE_USE', 'HOUSING'];
  const { mapping, loads } = inventedAgency();
  const { ask } = await servedAgency(mapping);
  await ask(fields, [release(['1'], ...categories)]);
  const ofOne = new Map(loads);
  loads.clear();
  const numbers = Array.from({ length: 50 }, (_, index) => String(index + 1));
  const { body } = await ask(fields, [release(numbers, ...categories)]);
  expect(body.data._entities).toHaveLength(50);
  expect(loads).toEqual(ofOne);
  expect(loads).toEqual(
    new Map([
      ['clients', 1],
      ['addresses', 1],
      ['alerts', 1],
      ['notes', 1],
      ['needs', 1],
    ]),
  );
});

const contract = (rest: string) =>
  guard(
    buildSubgraphSchema(
      parse(`
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
        directive @category(is: String!) repeatable on OBJECT | FIELD_DEFINITION
        type AgencyRecord @key(fields: "id") { id: ID! ${rest}`),
    ),
  );

test.each([
  ['AgencyRecord.shoeSize', 'shoeSize: Int }'],
  ['AgencyRecord.pets', 'pets: [Pet!] } type Pet { name: String @category(is: "HEALTH") }'],
  ['Pet.name', 'pets: [Pet!] @category(is: "HEALTH") } type Pet { id: ID! name: String }'],
  ['AgencyRecord.twin', 'twin: AgencyRecord @category(is: "HEALTH") }'],
  ['AgencyRecord.any', 'any: Any @category(is: "HEALTH") } union Any = Pet type Pet { id: ID! }'],
  [
    'Part.size',
    'items: [Item!] part: Part @category(is: "HEALTH") } type Item { id: ID! about: [String!]! part: Part } type Part { size: Int }',
  ],
])('the guard cannot be built where %s has no label; the error names it', (coordinate, rest) => {
  expect(() => contract(rest)).toThrow(coordinate);
});

test('inside an item, the item’s own kinds of information are enough', () => {
  expect(() =>
    contract('items: [Item!] } type Item { id: ID! about: [String!]! part: Part } type Part { size: Int }'),
  ).not.toThrow();
});

test('a list returns at most 200 items and never starts before its first, only what is served is noted, and what was held for one request answers no other', async () => {
  const schema = guard(
    buildSchema(`
      directive @category(is: String!) repeatable on FIELD_DEFINITION
      type Query { record: AgencyRecord }
      type AgencyRecord { name: String @category(is: "IDENTITY")  notes(first: Int = 20, skip: Int = 0): [Note!] }
      type Note { text: String  about: [String!]! }`),
  );
  const items = Array.from({ length: 250 }, (_, at) => ({ text: `${at}`, about: [at < 2 ? 'HEALTH' : 'HOUSING'] }));
  const permit = () =>
    releasesOf({ requester, releases: [release(['7'], 'IDENTITY', 'HEALTH', 'HOUSING')], figures: false });
  const releases = permit();
  const record = new Held(holdRecord('7', releases).of, { name: 'Ada', notes: items });
  const told: (readonly [string, readonly string[]])[] = [];
  const ask = async (fields: string, of: object = record, context = releases) => {
    told.length = 0;
    const contextValue = { releases: context, told: (...one: (typeof told)[number]) => told.push(one) };
    return graphql({ schema, source: `{ record { ${fields} } }`, rootValue: { record: of }, contextValue });
  };
  const { data } = await ask(
    'all: notes(first: 500) { text } before: notes(first: 2, skip: -1) { text } none: notes(first: -1) { text }',
  );
  expect(data?.record).toMatchObject({ all: { length: 200 }, before: [{ text: '0' }, { text: '1' }], none: [] });
  await ask('notes(first: 2) { text }');
  expect(told).toEqual([
    ['7', ['HEALTH']],
    ['7', ['HEALTH']],
  ]);
  expect(await ask('name again: name')).toEqual({ data: { record: { name: 'Ada', again: 'Ada' } } });
  expect(told).toEqual([['7', ['IDENTITY']]]);
  for (const other of [{ name: 'Ada', of: record.of }, record])
    expect(await ask('name', other, permit())).toEqual({ data: { record: { name: null } } });
});
