import { auVic } from './auVic.ts';
import { categoriesOf } from './categoriesOf.ts';

test('the nineteen agreed categories, each parent before its children', () => {
  const seen = new Set<string>();
  for (const category of categoriesOf(auVic)) {
    const parent = auVic.categories.get(category)?.parent;
    if (parent !== undefined) expect(seen).toContain(parent);
    seen.add(category);
  }
  expect(seen.size).toBe(19);
});

test('which categories are sensitive', () => {
  const sensitive = categoriesOf(auVic).filter((category) => auVic.categories.get(category)?.sensitive);
  expect(sensitive.sort()).toEqual(['ADDRESS', 'AOD', 'CULTURAL_IDENTITY', 'LEGAL', 'MENTAL_HEALTH', 'SEXUAL_HEALTH']);
});

test('every rule is about purposes the profile knows', () => {
  const named = [...auVic.gates, ...auVic.laws, ...auVic.limits, ...auVic.silence].flatMap(({ purposes }) => purposes);
  expect(named.filter((purpose) => !auVic.purposes.has(purpose))).toEqual([]);
  expect(auVic.purposes).toContain(auVic.clientAccess);
});
