import { auVic } from './auVic.ts';
import { categoriesOf } from './categoriesOf.ts';
import { covers, reaches } from './covers.ts';
import { ordinaryCategories } from './ordinaryCategories.ts';
import type { CategoryEntry } from './Profile.ts';

test('a category covers itself, sensitive or not', () => {
  for (const category of categoriesOf(auVic)) expect(covers(auVic, category, category)).toBe(true);
});

test('it covers an ordinary child and not a sensitive one; closing it closes both', () => {
  expect(covers(auVic, 'CONTACT', 'PHONE')).toBe(true);
  expect(covers(auVic, 'CONTACT', 'ADDRESS')).toBe(false);
  expect(reaches(auVic, 'CONTACT', 'PHONE')).toBe(true);
  expect(reaches(auVic, 'CONTACT', 'ADDRESS')).toBe(true);
});

test('a part of a sensitive category is not ordinary', () => {
  const rehab = {
    ...auVic,
    categories: new Map([...auVic.categories, ['REHAB', { label: 'Rehabilitation', parent: 'AOD' }]]),
  };
  expect(ordinaryCategories(rehab)).toEqual(ordinaryCategories(auVic));
  expect(ordinaryCategories(auVic)).toContain('PHONE');
});

test('a child covers neither its parent nor its siblings', () => {
  expect(covers(auVic, 'MEDICATION', 'HEALTH')).toBe(false);
  expect(reaches(auVic, 'AOD', 'HEALTH')).toBe(false);
  expect(reaches(auVic, 'AOD', 'MENTAL_HEALTH')).toBe(false);
});

test('an ordinary grandchild below a sensitive child opens only where it or its sensitive parent is named', () => {
  const categories = new Map([
    ...auVic.categories,
    ['SAFE_HOUSE', { label: 'Safe house', parent: 'ADDRESS' }] as const,
  ]);
  const profile = { ...auVic, categories };
  expect(covers(profile, 'CONTACT', 'SAFE_HOUSE')).toBe(false);
  expect(covers(profile, 'ADDRESS', 'SAFE_HOUSE')).toBe(true);
});

test('a code the profile does not know covers nothing, not even itself', () => {
  expect(covers(auVic, 'STAR_SIGN', 'STAR_SIGN')).toBe(false);
  expect(reaches(auVic, '__proto__', '__proto__')).toBe(false);
});

test('a profile whose parents form a ring gets an answer, and does not hang', () => {
  const categories = new Map<string, CategoryEntry>([
    ['A', { label: 'A', parent: 'B' }],
    ['B', { label: 'B', parent: 'A' }],
    ['C', { label: 'C' }],
  ]);
  expect(covers({ ...auVic, categories }, 'C', 'A')).toBe(false);
});
