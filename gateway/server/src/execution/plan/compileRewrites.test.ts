import { buildSchema } from 'graphql';
import { compileRewrites } from './compileRewrites.ts';

const schema = buildSchema(
  'interface I { x: Int } type A implements I { x: Int } type B { x: Int } type Query { i: I b: B }',
);

test('a field fetched under an alias gets its name back, even where its value is false, 0, empty or null', () => {
  const rewrite = compileRewrites(
    [{ kind: 'KeyRenamer', path: ['all', '... on I', 'x__1'], renameKeyTo: 'x' }],
    schema,
  );
  for (const x of [3, 0, false, '', null]) {
    const value = {
      all: [{ __typename: 'A', x__1: x }, { __typename: 'B', x__1: x }, { x__1: x }, null, [[{ x__1: x }]]],
    };
    rewrite(value);
    expect(JSON.parse(JSON.stringify(value))).toEqual({
      all: [{ __typename: 'A', x }, { __typename: 'B', x__1: x }, { x }, null, [[{ x }]]],
    });
  }
});

test('a value is set only on objects of its type', () => {
  const rewrite = compileRewrites([{ kind: 'ValueSetter', path: ['... on A', '__typename'], setValueTo: 'I' }], schema);
  const [a, b] = [{ __typename: 'A' }, { __typename: 'B' }];
  rewrite(a);
  rewrite(b);
  expect([a, b]).toEqual([{ __typename: 'I' }, { __typename: 'B' }]);
});
