import { DecisionsKept } from './DecisionsKept.ts';

const decided = { version: 'v', from: 0, until: 10, client: null };

test('the requester idle for longest is forgotten first, and one who asks about too many people forgets only their own', () => {
  const kept = new DecisionsKept(16_000);
  const has = (asker: string, asked: string) => kept.standing(asker, 5)(asked) !== undefined;
  for (const asker of Array.from({ length: 40 }, (_, n) => `asker-${n}`)) {
    kept.keep(asker, 'ada', decided);
    expect(has('asker-0', 'ada')).toBe(true);
  }
  for (let n = 0; n < 40; n += 1) kept.keep('asker-40', `nobody-${n}`, decided);
  expect([has('asker-0', 'ada'), has('asker-39', 'ada'), has('asker-40', 'nobody-0')]).toEqual([true, true, false]);
  for (const asker of Array.from({ length: 40 }, (_, n) => `other-${n}`)) kept.keep(asker, 'ada', decided);
  expect([has('asker-1', 'ada'), has('other-39', 'ada')]).toEqual([false, true]);
});

test('a decision holds from its first instant until just before its last, for its requester and nobody else', () => {
  const kept = new DecisionsKept();
  kept.keep('mara', 'ada', decided);
  expect([-1, 0, 9, 10].map((now) => kept.standing('mara', now)('ada') !== undefined)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(kept.standing('tess', 5)('ada')).toBeUndefined();
});
