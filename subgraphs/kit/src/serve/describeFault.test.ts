import { describeFault } from './describeFault.ts';

test('an error is described by its kind, its code and its places, and never by its words, on however many lines they stand', () => {
  const words = 'Ada Moss\n    at 1 Example Street\n    at night (by the station)';
  const thrown = Object.assign(new RangeError(words), { code: 'X1' });
  const { kind, code, frames } = describeFault(thrown);
  expect([kind, code]).toEqual(['RangeError', 'X1']);
  expect(frames[0]).toMatch(/^at .*describeFault\.test\.ts\S*:\d+:\d+\)?$/);
  expect(frames.join()).not.toMatch(/Example|station/);
});

test('also where its words were changed since', () => {
  const thrown = new Error('Ada Moss\n    at 1 Example Street');
  thrown.message = 'other';
  expect(describeFault(thrown).frames.join()).not.toMatch(/Example/);
  expect(describeFault(thrown).frames.length).toBeGreaterThan(0);
});
