import { setTimeout as wait } from 'node:timers/promises';
import { buildSchema, GraphQLObjectType, parse } from 'graphql';
import { compileResolving } from './compileResolving.ts';

type Resolvers = Readonly<Record<string, Readonly<Record<string, () => unknown>>>>;

/** Returns what is answered if the fields of this schema have these resolvers. */
async function answer(sdl: string, resolvers: Resolvers, query: string) {
  const schema = buildSchema(sdl);
  for (const [type, fields] of Object.entries(resolvers)) {
    const found = schema.getType(type);
    if (found instanceof GraphQLObjectType)
      for (const [name, resolve] of Object.entries(fields)) Object.assign(found.getFields()[name] ?? {}, { resolve });
  }
  const { data, errors } = await compileResolving(schema, parse(query))({}, {});
  return { data, errors: errors?.map(({ message }) => message).sort() };
}

const after = async (ms: number, value: unknown) => {
  await wait(ms);
  if (value instanceof Error) throw value;
  return value;
};

test('neither the errors in the answer nor what was done meanwhile depends on which resolver is faster', async () => {
  const of = async (slow: Readonly<Record<'must' | 'below' | 'person', number>>) => {
    const done: string[] = [];
    const told = await answer(
      'type Query { must: Int! also: Int! person: Person } type Person { below: Int other: Int! }',
      {
        Query: {
          must: () => after(slow.must, new Error('must')),
          also: () => {
            throw new Error('also');
          },
          person: () => after(slow.person, {}),
        },
        Person: { below: () => after(slow.below, new Error('below')), other: () => done.push('other') },
      },
      '{ must also person { below other } }',
    );
    return { ...told, done };
  };
  const first = await of({ must: 0, below: 30, person: 30 });
  expect(first).toEqual({ data: null, errors: ['also', 'below', 'must'], done: ['other'] });
  expect(await of({ must: 40, below: 0, person: 0 })).toEqual(first);
  expect(await of({ must: 20, below: 20, person: 0 })).toEqual(first);
  expect(await of({ must: 0, below: 0, person: 20 })).toEqual(first);
});

test.each([true, false])('an item that fails after its list is waited for (before the null: %s)', async (before) => {
  let ended = false;
  const later = after(20, new Error('later')).finally(() => {
    ended = true;
  });
  const items = before ? [later, null] : [null, later];
  const told = await answer('type Query { list: [Int!] }', { Query: { list: () => items } }, '{ list }');
  expect(told.data).toEqual({ list: null });
  expect(told.errors).toEqual(['Cannot return null for non-nullable field Query.list.', 'later']);
  expect(ended).toBe(true);
});

test('a list that cannot be read to its end is an error at its place', async () => {
  const list = function* () {
    yield 1;
    throw new Error('no more');
  };
  for (const given of [() => list(), () => after(1, list())])
    expect(await answer('type Query { list: [Int!] }', { Query: { list: given } }, '{ list }')).toEqual({
      data: { list: null },
      errors: ['no more'],
    });
});

test('the fields of a mutation run one after the other, and none begins after one that fails the whole', async () => {
  const done: string[] = [];
  const step = (name: string, value: unknown) => async () => {
    done.push(`${name} begins`);
    await wait(name === 'first' ? 20 : 0);
    done.push(`${name} ends`);
    if (value instanceof Error) throw value;
    return value;
  };
  const told = await answer(
    'type Query { a: Int } type Mutation { first: Int second: Int third: Int! fourth: Int }',
    {
      Mutation: {
        first: step('first', 1),
        second: step('second', new Error('second')),
        third: step('third', new Error('third')),
        fourth: step('fourth', 4),
      },
    },
    'mutation { first second third fourth }',
  );
  expect(told).toEqual({ data: null, errors: ['second', 'third'] });
  expect(done).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});

test('a type with isTypeOf is refused, because nothing would call it', () => {
  const schema = buildSchema('type Query { a: Int }');
  Object.assign(schema.getQueryType() ?? {}, { isTypeOf: () => false });
  expect(() => compileResolving(schema, parse('{ a }'))).toThrow('Type "Query" has "isTypeOf"');
});

test('what never arrives is not read: fragments that name countless fields take no time', async () => {
  const levels = Array.from({ length: 60 }, (_, level) => level);
  const fragments = levels.map((level) => {
    const below = level + 1 === levels.length ? '__typename' : `...F${level + 1}`;
    return `fragment F${level} on Person { a: child { ${below} } b: child { ${below} } }`;
  });
  const told = await answer(
    'type Query { person: Person } type Person { child: Person }',
    { Query: { person: () => ({ child: null }) } },
    `{ person { ...F0 } } ${fragments.join(' ')}`,
  );
  expect(told.data).toEqual({ person: { a: null, b: null } });
});
