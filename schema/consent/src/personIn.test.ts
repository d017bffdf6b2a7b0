import { personIn } from './personIn.ts';

test('an id that every object inherits finds nobody', () => {
  expect(personIn({ ada: { matureMinor: true } }, 'ada')).toEqual({ matureMinor: true });
  expect(personIn({}, 'constructor')).toBeUndefined();
  expect(personIn(undefined, 'ada')).toBeUndefined();
});
