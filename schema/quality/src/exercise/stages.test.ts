import { discussedRound, mayJoin, placingRound, shownAt, shownOnClosing, stageAfter, stages } from './stages.ts';

test('an exercise only goes forward, and each act is possible only at its own stage', () => {
  const acts = ['REVEAL', 'OPEN_SECOND_ROUND', 'CLOSE'] as const;
  expect(Object.fromEntries(stages.map((stage) => [stage, acts.map((act) => stageAfter(stage, act))]))).toEqual({
    FIRST_PLACING: ['FIRST_DISCUSSION', null, 'CLOSED'],
    FIRST_DISCUSSION: [null, 'SECOND_PLACING', 'CLOSED'],
    SECOND_PLACING: ['SECOND_DISCUSSION', null, 'CLOSED'],
    SECOND_DISCUSSION: [null, null, 'CLOSED'],
    CLOSED: [null, null, null],
  });
});

test('what is being placed or noted now is never shown now', () => {
  for (const stage of stages) {
    if (stage === 'CLOSED') continue;
    const { placings, barriers } = shownAt(stage);
    expect(placings).not.toContain(placingRound(stage));
    expect(barriers).not.toContain(discussedRound(stage));
  }
});

test('people can join only before anything is shown', () => {
  expect(stages.filter(mayJoin)).toEqual(['FIRST_PLACING']);
});

test('a round that was never revealed is not shown when the exercise is closed', () => {
  expect(shownOnClosing('FIRST_PLACING')).toEqual({ placings: [], barriers: [] });
  expect(shownOnClosing('SECOND_PLACING')).toEqual({ placings: [1], barriers: [1] });
  expect(shownOnClosing('SECOND_DISCUSSION')).toEqual({ placings: [1, 2], barriers: [1, 2] });
});
