import { readExecutor } from './readExecutor.ts';

test('where nothing is set, the hub itself runs the plans', () => {
  expect(readExecutor({})).toBe('own');
  expect(readExecutor({ ACCORD_EXECUTOR: 'apollo' })).toBe('apollo');
});

test('another executor is refused, and the setting named', () => {
  expect(() => readExecutor({ ACCORD_EXECUTOR: 'fast' })).toThrow(
    'ACCORD_EXECUTOR is "fast". Set it to apollo or own.',
  );
});
