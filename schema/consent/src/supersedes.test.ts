import { consent } from './cases/Case.ts';
import { supersedes } from './supersedes.ts';

const AT = Date.UTC(2026, 6, 1);
const earlier = consent('c1', 'permit', []);
const later = consent('c2', 'permit', [], { supersedes: ['c1'] });
const replaces = (one: typeof later, other: typeof earlier, authority: Parameters<typeof supersedes>[2] = 'HELD') =>
  supersedes(one, other, authority, undefined, AT, 'Australia/Melbourne');

test('a consent replaces what it names, and only that', () => {
  expect(replaces(later, earlier)).toBe(true);
  expect(replaces(later, { ...earlier, id: 'c9' })).toBe(false);
});

test('a consent does not replace itself', () => {
  const itself = { ...later, supersedes: ['c2'] };
  expect(replaces(itself, itself)).toBe(false);
});

test('a replacement still counts once its giver has lost authority, but not if the giver never had any', () => {
  expect(replaces(later, earlier, 'AUTHORITY_LAPSED')).toBe(true);
  expect(replaces(later, earlier, 'AUTHORITY_INVALID')).toBe(false);
  expect(replaces(later, earlier, 'AUTHORITY_SCOPE')).toBe(false);
});

test('a guardian can replace what the person said before; one whose term is over could while it lasted', () => {
  const guardian = { person: 'gita', capacity: 'guardian' } as const;
  const theirs = { ...later, givenBy: guardian };
  expect(replaces(theirs, earlier)).toBe(true);
  expect(replaces(theirs, { ...earlier, givenBy: guardian }, 'AUTHORITY_LAPSED')).toBe(true);
});

test('a replacement recorded on the same day counts', () => {
  expect(replaces({ ...later, recordedAt: '2026-05-01' }, { ...earlier, recordedAt: '2026-05-01' })).toBe(true);
});
