import type { AgencyCount } from './countGroups.ts';
import { countLines, reachOf, wordsOf } from './countLines.ts';
import type { Told } from './Told.ts';

const say = {
  told: (told: Told) => (told.kind === 'count' ? String(told.value) : told.kind),
  before: (told: Told) => `(before: ${told.kind === 'count' ? told.value : told.kind})`,
};
const count = (now: Told, before: Told | null = null): AgencyCount => ({ id: 'a', agency: 'A', now, before });

test('only a number and a suppressed count have a bar; what is missing has none', () => {
  expect(reachOf({ kind: 'count', value: 0 })).toBe(0);
  expect(reachOf({ kind: 'few' })).toBe(4);
  for (const kind of ['unlisted', 'vetoed', 'unanswered', 'untold'] as const) expect(reachOf({ kind })).toBeNull();
});

test('the words beside a bar give the count now and before; an agency missing both times is named as missing once', () => {
  expect(wordsOf(count({ kind: 'few' }, { kind: 'count', value: 9 }), say)).toBe('few (before: 9)');
  expect(wordsOf(count({ kind: 'few' }, { kind: 'few' }), say)).toBe('few (before: few)');
  expect(wordsOf(count({ kind: 'vetoed' }, { kind: 'vetoed' }), say)).toBe('vetoed');
  expect(wordsOf(count({ kind: 'unanswered' }, { kind: 'count', value: 9 }), say)).toBe('unanswered (before: 9)');
  expect(wordsOf(count({ kind: 'count', value: 7 }), say)).toBe('7');
});

test('a kind’s heading comes before its agencies', () => {
  const lines = countLines([{ id: 'MEDICAL', title: 'Medical', counts: [count({ kind: 'few' })] }], say);
  expect(lines.map(({ kind, key }) => [kind, key])).toEqual([
    ['heading', 'MEDICAL'],
    ['count', 'MEDICAL a'],
  ]);
});
