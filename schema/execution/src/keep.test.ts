import { keep } from './keep.ts';

test('what was made for a text is made once, until so many others were made', () => {
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

test('long texts leave room for fewer of them', () => {
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
