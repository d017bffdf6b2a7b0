import { entitiesAt, placeBefore, placesAt } from './entitiesAt.ts';

const [a, b, c] = [{ __typename: 'A' }, { __typename: 'B' }, { __typename: 'A' }];
const data = {
  list: [[a, null], [b, 'a word'], 'no list', [c]],
  one: { __typename: 'A', inner: [a] },
  text: 'no object',
};

test.each([
  [
    ['list', '@', '@'],
    [a, b, c],
  ],
  [['one', 'inner', '@'], [a]],
  [['text', 'inner'], []],
  [['text', '@'], []],
  [['one', '@'], []],
  [['constructor'], []],
  [
    ['list', '@', '@|[A]'],
    [a, c],
  ],
  [['', 'one|[A]', 'inner', '@'], [a]],
  [['', 'one|[B]', 'inner', '@'], []],
  [['one', '|[A]', 'inner', '@'], [a]],
  [['one', '|[B]', 'inner', '@'], []],
])('path %j selects the objects at that path and of those types', (path, objects) => {
  expect(entitiesAt(path)(data)).toEqual(objects);
  expect([...placesAt(path)(data).keys()]).toEqual(objects);
});

test('places have list indexes, and an object that occurs twice has both places', () => {
  expect([...placesAt(['list', '@', '@'])(data).values()]).toEqual([
    [['list', 0, 0]],
    [['list', 1, 0]],
    [['list', 3, 0]],
  ]);
  expect(placesAt(['@'])({ '@': 1 })).toEqual(new Map());
  expect(placesAt(['twice', '@'])({ twice: [a, b, a] }).get(a)).toEqual([
    ['twice', 0],
    ['twice', 2],
  ]);
  expect(placeBefore(['', 'one|[A]', 'inner', '@', 'more'])).toEqual(['one', 'inner']);
});
