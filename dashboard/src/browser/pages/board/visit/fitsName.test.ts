import { fitsName } from './fitsName.ts';

test.each([
  ['Nguyễn Thị Đào', 'dao'],
  ['Đặng Văn Hải', 'dang hai'],
  ['Łukasz Øster', 'luk ost'],
  ['Ljupco Pavlović', 'pavlovic'],
  ['Alma Reyes-Doyle', 'doyle alma'],
  ['Alma Reyes-Doyle', 'reyes-d'],
  ['Siobhan O’Brien', "o'brien"],
  ['Đào', 'Đào'],
  ['Alma Reyes-Doyle', ' '],
])('%s is found by "%s"', (name, sought) => {
  expect(fitsName(name, sought)).toBe(true);
});

test.each([
  ['Alma Reyes-Doyle', 'lma'],
  ['Alma Reyes-Doyle', 'alma smith'],
  ['Đào', 'bao'],
])('%s is not found by "%s"', (name, sought) => {
  expect(fitsName(name, sought)).toBe(false);
});
