import { buildSchema, getIntrospectionQuery, parse } from 'graphql';
import { measureDocument } from './measureDocument.ts';

const schema = buildSchema(`
  type Query { person: Person people(first: Int = 50): PersonConnection alerts(first: Int = 50): AlertConnection }
  type Person { name: String friends: [Person!] notes(first: Int = 20): [Note!] people(first: Int): PersonConnection alerts(first: Int): AlertConnection }
  type Note { text: String }
  type PersonConnection { totalCount: Int nodes: [Person!] edges: [PersonEdge!] }
  type AlertConnection { totalCount: Int nodes: [Note!] }
  type PersonEdge { node: Person }
`);

const measured = (query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  measureDocument(parse(query), { schema, variables });
const measure = (query: string, variables?: Readonly<Record<string, unknown>>) => {
  const [first] = measured(query, variables);
  if (!first) throw new Error('The document has no definition.');
  return first;
};

/** Fragments F0 to F(n), each of which spreads the next one twice: 2 to the power of n fields. */
const bomb = (n: number): string =>
  [
    'query { person { ...F0 } }',
    ...Array.from({ length: n }, (_, i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`),
    `fragment F${n} on Person { name }`,
  ].join('\n');

test('depth counts nested fields; a fragment is not a level of its own', () => {
  expect(measure('{ person { friends { name } } }').depth).toBe(3);
  expect(measure('{ person { ... on Person { friends { ...F } } } } fragment F on Person { name }').depth).toBe(3);
});

test('a fragment counts as often as it is spread', () => {
  expect(measure('{ person { ...F ...F ...F } } fragment F on Person { name friends { name } }').fields).toBe(10);
  expect(measure('{ ...F ...F } fragment F on Query { person { name } }').topFields).toBe(2);
});

test('nested fragments are counted without being expanded', () => {
  expect(measure(bomb(10)).fields).toBe(1_025);
  expect(measure(bomb(200)).fields).toBeGreaterThan(2 ** 199);
});

test('each fragment is measured once, however often it is spread', () => {
  const document = parse(bomb(500));
  let looks = 0;
  const counted = new Proxy(schema, {
    get(target, key) {
      if (key === 'getType') looks += 1;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  measureDocument(document, { schema: counted, variables: {} });
  expect(looks).toBe(501);
});

test.each([
  ['itself', '{ person { ...A } } fragment A on Person { friends { ...A } }'],
  [
    'itself through another',
    '{ person { ...A } } fragment A on Person { ...B } fragment B on Person { friends { ...A } }',
  ],
  ['itself, though nobody spreads it', '{ person { name } } fragment A on Person { friends { ...A } }'],
])('a fragment that contains %s is refused', (_which, query) => {
  expect(() => measured(query)).toThrow(expect.objectContaining({ faultCode: 'FRAGMENT_CYCLE' }));
});

test('what @skip and @include leave out counts all the same', () => {
  expect(measure('{ person @skip(if: true) { name @include(if: false) } }').fields).toBe(2);
});

test('every operation and every fragment is measured, whichever is to run', () => {
  const all = measured(
    'query A { person { name } } query B { person { friends { name } } } fragment F on Person { name }',
  );
  expect(all.map(({ depth }) => depth)).toEqual([2, 3, 1]);
});

test('what depends on a page’s items costs once for each item, what is beside them once', () => {
  expect(measure('{ people(first: 10) { totalCount nodes { name } } }').cost).toBe(1 + 1 + 1 + 10 * 1);
  expect(measure('{ people(first: 10) { edges { node { name } } } }').cost).toBe(1 + 1 + 10 * 2);
  expect(measure('{ person { notes(first: 3) { text } } }').cost).toBe(1 + 1 + 3);
});

test('a list that is looked through whole costs that, however short its page, under each alias; a longer page costs more', () => {
  const whole = 200 * 5 * 6;
  expect(measure('{ alerts(first: 1) { totalCount } }').cost).toBe(1 + 1 + whole);
  expect(measure('{ a: alerts(first: 1) { totalCount } b: alerts(first: 1) { totalCount } }').cost).toBe(
    2 * (2 + whole),
  );
  expect(measure('{ alerts(first: 9000) { nodes { text } } }').cost).toBe(1 + 1 + 9000);
  expect(measure('{ person { alerts(first: 1) { totalCount } } }').cost).toBe(1 + 1 + 1 + 5 * 6);
  expect(measure('{ people(first: 10) { nodes { alerts(first: 1) { totalCount } } } }').cost).toBe(
    2 + 10 * (2 + 5 * 6),
  );
});

test('pages within pages multiply', () => {
  const query = '{ people(first: 10) { nodes { people(first: 20) { nodes { name } } } } }';
  expect(measure(query).cost).toBe(2 + 10 * (2 + 20));
});

test('one fragment under two pages costs what each page makes of it', () => {
  const query =
    '{ a: people(first: 2) { ...P } b: people(first: 7) { ...P } } fragment P on PersonConnection { nodes { name } }';
  expect(measure(query).cost).toBe(2 + 2 + 2 + 7);
});

test.each([
  ['written out', '{ people(first: 7) { nodes { name } } }', {}, 7],
  ['a variable', 'query ($n: Int) { people(first: $n) { nodes { name } } }', { n: 7 }, 7],
  ["the variable's default", 'query ($n: Int = 7) { people(first: $n) { nodes { name } } }', {}, 7],
  ['a variable over its default', 'query ($n: Int = 9) { people(first: $n) { nodes { name } } }', { n: 7 }, 7],
  ["the schema's default", '{ people { nodes { name } } }', {}, 50],
  ["the schema's default for null", 'query ($n: Int) { people(first: $n) { nodes { name } } }', { n: null }, 50],
  ['no negative page', '{ people(first: -1000000) { nodes { name } } }', {}, 1],
])('page size: %s', (_how, query, variables, size) => {
  expect(measure(query, variables).largestPage).toBe(size);
  expect(measure(query, variables).cost).toBe(2 + size);
});

test('a list without a page size counts as five', () => {
  expect(measure('{ person { friends { name } } }').cost).toBe(1 + 1 + 5);
});

test('fields and fragments that do not exist are counted, and refused later', () => {
  expect(measure('{ nothing(first: 9) { of { that } } ...Gone ... on Nobody { x } }')).toMatchObject({
    fields: 4,
    cost: 4,
  });
});

test('introspection counts like any other field; the usual introspection query is 15 levels deep', () => {
  expect(measure('{ __schema { types { name } } __typename }')).toMatchObject({ fields: 4, depth: 3 });
  expect(measure(getIntrospectionQuery()).depth).toBe(15);
});
