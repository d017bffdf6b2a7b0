import { describeFault } from './describeFault.ts';

test('an error is described by its kind, its code and its places, never by its message, however many lines the message has', () => {
  const words = 'Ada Moss\n    at 1 Example Street\n    at night (by the station)';
  const thrown = Object.assign(new RangeError(words), { code: 'X1' });
  const { kind, code, frames } = describeFault(thrown);
  expect([kind, code]).toEqual(['RangeError', 'X1']);
  expect(frames[0]).toMatch(/^at .*describeFault\.test\.ts\S*:\d+:\d+\)?$/);
  expect(frames.join()).not.toMatch(/Example|station/);
});

test('even where its message was changed after it was created', () => {
  const thrown = new Error('Ada Moss\n    at 1 Example Street');
  thrown.message = 'other';
  expect(describeFault(thrown).frames.join()).not.toMatch(/Example/);
  expect(describeFault(thrown).frames.length).toBeGreaterThan(0);
});
