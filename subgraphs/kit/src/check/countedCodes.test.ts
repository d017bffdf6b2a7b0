import { codesTold, countedCodes } from './countedCodes.ts';

const times = (count: number, ...values: readonly string[]) =>
  values.flatMap((value) => Array<string>(count).fill(value));

test('codes are counted, the most frequent first', () => {
  expect(countedCodes('issueCd', [...times(2, 'RENT'), ...times(3, 'DEBT'), 'UTIL'])).toEqual([
    ['DEBT', 3],
    ['RENT', 2],
    ['UTIL', 1],
  ]);
  expect(countedCodes('x', times(4, 'RENT', 'DEBT'))).toHaveLength(2);
});

test.each([
  ['names in a column that says so', 'SURNAME', times(4, 'MOSS', 'REED')],
  ['staff by their initials', 'worker_cd', times(4, 'AB', 'CD')],
  ['what looks like names, though nothing says so', 'x', times(4, 'Moss', 'Reed')],
  ['several words', 'kind_cd', times(4, 'came in late', 'left')],
  ['long texts', 'kind_cd', times(4, 'abcdefghijklmnop')],
  ['hardly anything twice', 'x', ['A', 'B', 'C', 'D']],
  ['very many', 'kind_cd', Array.from({ length: 50 }, (_, n) => `K${n}`)],
])('%s are not codes', (_what, column, values) => {
  expect(countedCodes(column, values)).toBeNull();
});

test('at most twenty are named', () => {
  const counts = Array.from({ length: 23 }, (_, n) => [`K${n}`, 1] as const);
  expect(codesTold(counts)).toMatch(/^K0 \(1\), .*K19 \(1\) and 3 more$/);
});
