import { mergeInto } from './mergeInto.ts';

test('objects are merged key by key, lists item by item however deep, and what is not there stays', () => {
  const target = { a: { x: 1 }, list: [{ x: 1 }, null], deep: [[{ x: 1 }]], short: [1], kept: 1 };
  mergeInto(target, {
    a: { y: 2 },
    list: [{ y: 2 }, { y: 3 }],
    deep: [[{ y: 2 }]],
    short: [1, 2],
    new: 2,
    kept: undefined,
  });
  expect(target).toEqual({
    ...{
      a: { x: 1, y: 2 },
      list: [{ x: 1, y: 2 }, { y: 3 }],
      deep: [[{ x: 1, y: 2 }]],
      short: [1, 2],
      new: 2,
      kept: 1,
    },
  });
});

test('keys that objects inherit are keys like others', () => {
  const target = {};
  mergeInto(target, JSON.parse('{ "__proto__": { "a": 1 }, "constructor": { "b": 2 } }'));
  expect(JSON.stringify(target)).toBe('{"__proto__":{"a":1},"constructor":{"b":2}}');
  expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
  expect('a' in {}).toBe(false);
});
