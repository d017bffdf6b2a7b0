import { createHash } from 'node:crypto';
import { compose } from '@accord/contract/compose';
import { parse } from 'graphql';
import { ownGateway } from './ownGateway.ts';
import type { Takes } from './plan/compilePlan.ts';
import type { Answer, Sent } from './Run.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires"]) scalar Raw';
const composed = compose([
  {
    name: 'people',
    sdl: `${link}
      interface Named { name: String }
      type Person implements Named @key(fields: "id") { id: ID! name: String! age: Int friends: [Person] }
      type Place @key(fields: "id") { id: ID! }
      union Found = Person | Place
      type Query { all: [Found] person: Person named: Named people: [Person!] grid: [[Int!]] again: [Query] }`,
  },
  {
    name: 'places',
    sdl: `${link}
      type Person @key(fields: "id") {
        id: ID! home: Place town: String friends: [Person] @external circle: Int @requires(fields: "friends { id }")
      }
      type Place @key(fields: "id") { id: ID! where: String }
      type Query { other: Int }`,
  },
]);
if (composed.kind === 'REFUSED') throw new Error(composed.faults.join('\n'));
const { supergraphSdl } = composed;

type Answers = Readonly<Record<string, (sent: Sent) => Answer | Promise<Answer>>>;

/** Returns the answer, as read back from JSON, and what the subgraphs were asked. */
async function ask(answers: Answers, query: string, variables: Record<string, unknown> = {}, operationName?: string) {
  return (await gatewayOver(answers))(query, variables, operationName);
}

/** A gateway that can be asked more than once. */
async function gatewayOver(answers: Answers, takes: Takes = {}) {
  const asked: Sent[] = [];
  const gateway = ownGateway(
    supergraphSdl,
    (name) => async (sent) => {
      asked.push(sent);
      return (await answers[name]?.(sent)) ?? { data: {} };
    },
    takes,
  );
  const { executor } = await gateway.load({ apollo: {} });
  return async (query: string, variables: Record<string, unknown> = {}, operationName?: string) => {
    const incoming = {
      request: { query, variables, operationName },
      document: parse(query),
      queryHash: createHash('sha256').update(query).digest('hex'),
      context: {},
    };
    // The executor reads nothing else of a request.
    const result = await executor?.(incoming as Parameters<typeof executor>[0]);
    return { ...JSON.parse(JSON.stringify(result)), asked };
  };
}

const person = (id: string, more: object = {}) => ({ __typename: 'Person', id, ...more });
const data = (told: Record<string, unknown>) => () => ({ data: told });

test('equal representations are sent once, and every object they stand for gets the answer or the error', async () => {
  const answers: Answers = {
    people: data({ people: [person('1'), person('2'), person('1')] }),
    places: () => ({
      data: { _entities: [null, { __typename: 'Person', town: 'Bendigo' }] },
      errors: [{ message: 'Not now.', path: ['_entities', 0, 'town'] }],
    }),
  };
  const { data: told, errors, asked } = await ask(answers, '{ people { town } }');
  expect(told).toEqual({ people: [{ town: null }, { town: 'Bendigo' }, { town: null }] });
  expect(asked[1]?.variables.representations).toEqual([person('1'), person('2')]);
  expect(errors.map(({ path }: { path: unknown }) => path)).toEqual([
    ['people', 0, 'town'],
    ['people', 2, 'town'],
  ]);
});

test('an error is reported at the object it happened to, even though others beside it were not sent', async () => {
  const answers: Answers = {
    people: data({ all: [{ __typename: 'Place', id: '1' }, person('2'), null, person('3')] }),
    places: () => ({
      data: { _entities: [{ town: 'Bendigo' }, null] },
      errors: [{ message: 'Not now.', path: ['_entities', 1, 'town'] }],
    }),
  };
  const { errors } = await ask(answers, '{ all { ... on Person { town } } }');
  expect(errors).toEqual([
    {
      message: 'Not now.',
      path: ['all', 3, 'town'],
      extensions: { serviceName: 'places', code: 'DOWNSTREAM_SERVICE_ERROR' },
    },
  ]);
});

test('errors come in the order of the plan, whichever subgraph fails first', async () => {
  const failing = (ms: number, message: string) => async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return { data: null, errors: [{ message }] };
  };
  for (const [people, places] of [
    [0, 20],
    [20, 0],
  ] as const) {
    const { errors } = await ask(
      { people: failing(people, 'people'), places: failing(places, 'places') },
      '{ person { id } other }',
    );
    expect(errors.map(({ message }: { message: string }) => message)).toEqual(['people', 'places']);
  }
});

test('a subgraph that returns no list, or one of the wrong length, fails; the rest of the answer stands', async () => {
  for (const _entities of [undefined, 'none', []]) {
    const { data: told, errors } = await ask(
      { people: data({ person: person('1', { age: 3 }) }), places: data({ _entities }) },
      '{ person { age town } }',
    );
    expect(told).toEqual({ person: { age: 3, town: null } });
    expect(errors).toHaveLength(1);
  }
});

test.each([
  ['a leaf for an object', { person: 'Ada' }, '{ person { age } }', { person: null }, ['person']],
  ['a list for an object', { person: [person('1')] }, '{ person { age } }', { person: null }, ['person']],
  ['an object for a list', { people: person('1') }, '{ people { age } }', { people: null }, ['people']],
  [
    'a type that is none of the union',
    { all: [{ __typename: 'Query' }] },
    '{ all { __typename } }',
    { all: [null] },
    ['all', 0],
  ],
  [
    'another type than the field has',
    { person: { __typename: 'Place', age: 3 } },
    '{ person { age } }',
    { person: null },
    ['person'],
  ],
  [
    'an Int of more than 32 bits',
    { person: { age: 2 ** 31 } },
    '{ person { age } }',
    { person: { age: null } },
    ['person', 'age'],
  ],
  ['null in a list of lists', { grid: [[1, null], [2]] }, '{ grid }', { grid: [null, [2]] }, ['grid', 0, 1]],
])('%s becomes null in its place and is reported in valueCompletion only', async (_, came, query, told, path) => {
  const answer = await ask({ people: data(came) }, query);
  expect(answer.data).toEqual(told);
  expect(answer.errors).toBeUndefined();
  expect(answer.extensions.valueCompletion).toMatchObject([{ path, extensions: { code: 'INVALID_GRAPHQL' } }]);
});

test('an ID that arrives as a number is returned as a string', async () => {
  expect((await ask({ people: data({ person: { id: 7 } }) }, '{ person { id } }')).data).toEqual({
    person: { id: '7' },
  });
});

test("a field asked for through an interface is as strict as the object's own", async () => {
  const { data: told, extensions } = await ask(
    { people: data({ named: person('1', { name: null }) }) },
    '{ named { name } }',
  );
  expect(told).toEqual({ named: null });
  expect(extensions.valueCompletion).toHaveLength(1);
});

test("where the schema fixes an object's type, a subgraph's aliased __typename is not believed", async () => {
  const answers: Answers = { people: data({ person: { kind: 'Nobody', age: 3 } }) };
  const { data: told } = await ask(answers, '{ person { ... on Named { kind: __typename } age } }');
  expect(told).toEqual({ person: { kind: 'Person', age: 3 } });
});

test('keys come in the order of the operation, and nested fragments lose nothing', async () => {
  const answers: Answers = { people: data({ person: { id: '1', age: 3, name: 'Ada' } }) };
  const query =
    '{ person { ... on Named { ... on Person { age } } id ... on Named { name } ... on Person { age id } } }';
  expect(JSON.stringify((await ask(answers, query)).data)).toBe('{"person":{"age":3,"id":"1","name":"Ada"}}');
});

test('what is asked depends on variables, and each answer on those of its own request', async () => {
  const askAgain = await gatewayOver({ people: data({ person: { id: '1', age: 3 } }) });
  const query = 'query($yes: Boolean = true) { person { id age @include(if: $yes) } }';
  expect((await askAgain(query)).data).toEqual({ person: { id: '1', age: 3 } });
  expect((await askAgain(query, { yes: false })).data).toEqual({ person: { id: '1' } });
  expect((await askAgain(query)).data).toEqual({ person: { id: '1', age: 3 } });
  expect((await askAgain(query, { yes: null })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('introspection is answered without any subgraph, and repeated mentions are merged', async () => {
  const query =
    '{ __schema { queryType { name } } __schema { queryType { kind } } p: __type(name: "Person") { name } }';
  const { data: told, asked } = await ask({}, query);
  expect(told).toEqual({ __schema: { queryType: { name: 'Query', kind: 'OBJECT' } }, p: { name: 'Person' } });
  expect(asked).toEqual([]);
});

test('of several operations in a document the named one is run, and none without a name', async () => {
  const answers: Answers = { places: data({ other: 7 }) };
  const query = 'query A { other } query B { b: __typename }';
  expect((await ask(answers, query, {}, 'B')).data).toEqual({ b: 'Query' });
  await expect(ask(answers, query)).rejects.toThrow('Must provide operation name');
  await expect(ask(answers, query, {}, 'C')).rejects.toThrow('Unknown operation named "C".');
});

test('variables are coerced before any subgraph is asked', async () => {
  const { errors, asked } = await ask({}, 'query($yes: Boolean!) { other @include(if: $yes) }');
  expect(errors[0].message).toContain('Variable "$yes" of required type');
  expect(asked).toEqual([]);
});

test('where the root is reached again in a list, each item has the error at its own index', async () => {
  const answers: Answers = {
    people: data({ again: [{ __typename: 'Query' }, null, { __typename: 'Query' }] }),
    places: () => ({ data: { other: null }, errors: [{ message: 'Not now.', path: ['other'] }] }),
  };
  const { errors } = await ask(answers, '{ again { other } }');
  expect(errors.map(({ path }: { path: unknown }) => path)).toEqual([
    ['again', 0, 'other'],
    ['again', 2, 'other'],
  ]);
});

const friends: Answers = {
  people: () => ({
    data: {
      person: person('1', { friends: [person('2'), person('1')] }),
      all: [{ __typename: 'Place', id: '7' }],
    },
  }),
};
const threePlaces = '{ person { town friends { town } } all { ... on Place { where } } }';

test('fetches to a subgraph that accepts merging go in one request, and equal ones among them go once', async () => {
  const askMerged = await gatewayOver(
    {
      ...friends,
      places: data({
        entities0: [{ town: 'Bendigo' }, { town: 'Ararat' }],
        entities1: [{ where: 'north' }],
      }),
    },
    { merges: () => true },
  );
  const { data: told, asked } = await askMerged(threePlaces);
  expect(told).toEqual({
    person: { town: 'Bendigo', friends: [{ town: 'Ararat' }, { town: 'Bendigo' }] },
    all: [{ where: 'north' }],
  });
  expect(asked).toHaveLength(2);
  expect(JSON.parse(asked[1]?.body ?? '').variables).toEqual({
    representations0: [person('1'), person('2')],
    representations1: [{ __typename: 'Place', id: '7' }],
  });
});

test('an error of a merged request is reported at each object it is about', async () => {
  const places = () => ({
    data: { entities0: [null, null], entities1: [{ where: 'north' }] },
    errors: [{ message: 'Not now.', path: ['entities0', 0, 'town'] }],
  });
  const { data: told, errors } = await (await gatewayOver({ ...friends, places }, { merges: () => true }))(threePlaces);
  expect(told.all).toEqual([{ where: 'north' }]);
  expect(errors.map(({ path }: { path: unknown }) => path)).toEqual([
    ['person', 'town'],
    ['person', 'friends', 1, 'town'],
  ]);
});

test('if one fetch fails a whole merged request, each is sent again alone, and only the failing one loses data', async () => {
  const places = ({ query }: Sent): Answer => {
    if (query.includes('town')) return { data: null, errors: [{ message: 'Not now.', path: ['entities0'] }] };
    return { data: { _entities: [{ where: 'north' }] } };
  };
  const {
    data: told,
    errors,
    asked,
  } = await (await gatewayOver({ ...friends, places }, { merges: () => true }))(threePlaces);
  expect(told).toEqual({
    person: { town: null, friends: [{ town: null }, { town: null }] },
    all: [{ where: 'north' }],
  });
  expect(errors.map(({ path }: { path: unknown }) => path)).toEqual([['person'], ['person', 'friends']]);
  expect(asked).toHaveLength(5);
});

test('a subgraph that takes objects whole gets everything known about them; any other gets only what is required', async () => {
  const answers: Answers = {
    people: data({ person: person('1', { friends: [person('2', { age: 3 })] }) }),
    places: data({ _entities: [{ circle: 1 }] }),
  };
  const about = async (takes: Takes) => {
    const { data: told, asked } = await (await gatewayOver(answers, takes))('{ person { circle friends { age } } }');
    expect(told).toEqual({ person: { circle: 1, friends: [{ age: 3 }] } });
    return asked[1]?.variables.representations;
  };
  expect(await about({ takesWhole: (name) => name === 'places' })).toEqual([
    person('1', { friends: [person('2', { age: 3 })] }),
  ]);
  expect(await about({ takesWhole: (name) => name === 'people' })).toEqual([person('1', { friends: [{ id: '2' }] })]);
});
