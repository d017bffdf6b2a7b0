import { numbersIn } from './numbers.ts';

const { points, percent } = numbersIn('en');

test('a difference is written in points with its sign, and one that is not zero never as zero', () => {
  expect([points(0.0291), points(-0.1), points(0), points(0.00007)]).toEqual(['+2.9', '-10', '0', '+0.007']);
});

test('each language writes numbers in its own way', () => {
  expect(percent(0.7591)).toBe('75.9%');
  expect(numbersIn('vi').percent(0.7591)).toBe('75,9%');
});
