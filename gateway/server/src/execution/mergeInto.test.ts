import { buildSchema } from 'graphql';
import { mergeCopyInto, mergeInto } from './mergeInto.ts';

const supergraph = buildSchema('interface M { id: ID } type MA implements M { id: ID } type Query { m: M }');

test('objects are merged key by key and lists item by item, however deep, and anything not in the source stays', () => {
  const target = { a: { x: 1 }, list: [{ x: 1 }, null], deep: [[{ x: 1 }]], short: [1], kept: 1 };
  const source = {
    a: { y: 2 },
    list: [{ y: 2 }, { y: 3 }],
    deep: [[{ y: 2 }]],
    short: [1, 2],
    new: 2,
    kept: undefined,
  };
  mergeInto(target, source, supergraph);
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

test('keys that objects inherit are merged like any others', () => {
  const target = {};
  mergeInto(target, JSON.parse('{ "__proto__": { "a": 1 }, "constructor": { "b": 2 } }'), supergraph);
  expect(JSON.stringify(target)).toBe('{"__proto__":{"a":1},"constructor":{"b":2}}');
  expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
  expect('a' in {}).toBe(false);
});

test.each([mergeInto, mergeCopyInto])(
  "a type's name replaces an interface's, and never the other way round",
  (merge) => {
    const [object, type] = [{ __typename: 'M' }, { __typename: 'MA' }];
    const target = { told: { ...object }, known: { ...type }, list: [{ ...type }], null: { __typename: null } };
    merge(target, { told: type, known: object, list: [object], null: object }, supergraph);
    expect(target).toEqual({ told: type, known: type, list: [type], null: object });
  },
);
