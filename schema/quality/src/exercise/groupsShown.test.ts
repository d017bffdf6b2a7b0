import fc from 'fast-check';
import { groupsShown } from './groupsShown.ts';

const shown = (...sizes: readonly number[]): readonly string[] =>
  groupsShown(new Map(sizes.map((size, place) => [`group${place}`, size])));

test.each([
  ['groups of five or more are all shown separately', [6, 5, 7], ['group0', 'group1', 'group2']],
  ['a smaller group is not, nor one whose count would reveal it', [6, 6, 6, 2], ['group0', 'group1']],
  ['several groups that are too small hide one another', [8, 3, 3], ['group0']],
  ['of two groups, one too small, both are hidden', [9, 3], []],
  ['a single group of four is not shown', [4], []],
  ['with nobody there are no groups', [], []],
])('%s', (_, sizes, groups) => {
  expect(shown(...sizes)).toEqual(groups);
});

test('if groups are shown separately, the remainder of the whole is nobody, or five or more', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }), (sizes) => {
      const groups = shown(...sizes);
      const sizeOf = (name: string): number => sizes[Number(name.slice('group'.length))] ?? 0;
      const rest = sizes.reduce((a, b) => a + b, 0) - groups.reduce((sum, name) => sum + sizeOf(name), 0);
      expect(groups.every((name) => sizeOf(name) >= 5)).toBe(true);
      expect(groups.length === 0 || rest === 0 || rest >= 5).toBe(true);
    }),
  );
});
