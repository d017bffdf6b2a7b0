import { keep } from './keep.ts';

test("a text's result is made once, until enough others have been made", () => {
  const made: string[] = [];
  const shout = keep((text) => {
    made.push(text);
    return text.toUpperCase();
  }, 2);
  expect([shout('a'), shout('b'), shout('a'), shout('b')]).toEqual(['A', 'B', 'A', 'B']);
  expect(made).toEqual(['a', 'b']);
  shout('c');
  expect([shout('b'), shout('a')]).toEqual(['B', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});

test('long texts leave room for fewer', () => {
  const made: string[] = [];
  const shout = keep(
    (text) => {
      made.push(text);
      return text.toUpperCase();
    },
    10,
    5,
  );
  for (const text of ['abc', 'de', 'abc', 'f', 'de', 'abc']) shout(text);
  expect(made).toEqual(['abc', 'de', 'f', 'abc']);
});
