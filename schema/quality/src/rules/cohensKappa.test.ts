import { cohensKappa } from './cohensKappa.ts';

const times = (count: number, label: string) => Array.from({ length: count }, () => label);

test('the textbook table of 20, 5, 10 and 15 has kappa 0.4', () => {
  const first = [...times(25, 'yes'), ...times(25, 'no')];
  const second = [...times(20, 'yes'), ...times(5, 'no'), ...times(10, 'yes'), ...times(15, 'no')];
  expect(cohensKappa(first, second)).toBeCloseTo(0.4, 12);
});

test('raters who agree on everything have kappa 1', () => {
  expect(cohensKappa(['a', 'b', 'a'], ['a', 'b', 'a'])).toBe(1);
});
