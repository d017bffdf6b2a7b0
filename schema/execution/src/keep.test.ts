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

test('the oldest goes first, through many times as many as are kept', () => {
  const made: string[] = [];
  const count = keep((text) => {
    made.push(text);
    return Number(text);
  }, 7);
  for (let n = 0; n < 60; n += 1) {
    expect(count(String(n))).toBe(n);
    made.length = 0;
    for (let kept = Math.max(0, n - 6); kept <= n; kept += 1) expect(count(String(kept))).toBe(kept);
    expect(made).toEqual([]);
  }
  count('52');
  expect(made).toEqual(['52']);
});

test('to forget the oldest never goes through what was forgotten before', () => {
  const { keys } = Map.prototype;
  let walks = 0;
  Map.prototype.keys = function walked() {
    walks += 1;
    return keys.call(this);
  };
  const count = keep(Number, 3);
  for (let n = 0; n < 100; n += 1) count(String(n));
  Map.prototype.keys = keys;
  expect(walks).toBe(0);
});
