import { setTimeout as wait } from 'node:timers/promises';
import { buildSchema, execute, GraphQLObjectType, parse } from 'graphql';
import { failTogether } from './failTogether.ts';

const after = (ms: number, error: string) => async () => {
  await wait(ms);
  throw new Error(error);
};

/** What is answered where these fields take so long. */
async function answer(slow: Readonly<Record<'must' | 'below' | 'person', number>>) {
  const schema = buildSchema(
    'type Query { must: Int! also: Int! person: Person } type Person { below: Int other: Int! }',
  );
  const noted: string[] = [];
  const resolvers: Record<string, Record<string, () => unknown>> = {
    Query: {
      must: after(slow.must, 'must'),
      also: () => {
        throw new Error('also');
      },
      person: async () => {
        await wait(slow.person);
        return {};
      },
    },
    Person: {
      below: after(slow.below, 'below'),
      other: () => noted.push('other'),
    },
  };
  for (const [type, fields] of Object.entries(resolvers)) {
    const found = schema.getType(type);
    if (found instanceof GraphQLObjectType)
      for (const [name, resolve] of Object.entries(fields)) Object.assign(found.getFields()[name] ?? {}, { resolve });
  }
  const document = parse('{ must also person { below other } }');
  const { data, errors } = await execute({ schema: failTogether(schema), document, contextValue: {} });
  return { data, errors: errors?.map(({ message }) => message), noted: [...noted] };
}

test('which errors are answered, and what was done meanwhile, does not hang on what is faster', async () => {
  const first = await answer({ must: 0, below: 30, person: 30 });
  // `must` comes to nothing beside `also`, which is before it.
  expect(first).toEqual({ data: null, errors: ['below', 'also'], noted: ['other'] });
  expect(await answer({ must: 40, below: 0, person: 0 })).toEqual(first);
  expect(await answer({ must: 20, below: 20, person: 0 })).toEqual(first);
  expect(await answer({ must: 0, below: 0, person: 20 })).toEqual(first);
});
