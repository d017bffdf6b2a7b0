import { sayMissing } from './sayMissing.ts';

const listing = (sources: unknown) => JSON.stringify({ data: null, extensions: { sources } });
const harbour = { agency: { id: 'harbour', name: 'Harbour Housing' }, state: 'TIMED_OUT' };
const wattle = { agency: { id: 'wattle', name: 'Wattle' }, state: 'UNREACHABLE' };
const unnamed = { agency: null, state: 'UNAVAILABLE' };

test.each([
  ['no response says nothing', null, ''],
  ['text that is not JSON says nothing', 'Request not sent', ''],
  ['a response without extensions says nothing', '{"data":{}}', ''],
  ['an empty list says nothing', listing([]), ''],
  ['anything but a list says nothing', listing('harbour'), ''],
  ['one source is one', listing([harbour]), '1 source did not respond'],
  ['two sources are two', listing([harbour, wattle]), '2 sources did not respond'],
  ['an unnamed entry may stand for several', listing([unnamed]), '1 source or more did not respond'],
  [
    'an answer in part is not called none',
    listing([{ ...harbour, state: 'PARTIAL' }]),
    '1 source did not respond in full',
  ],
])('%s', (_rule, response, sentence) => {
  expect(sayMissing(response)).toBe(sentence);
});
