import { unansweredSources } from './unansweredSources.ts';

const saying = (sources: unknown) => JSON.stringify({ data: null, extensions: { sources } });

test.each([
  ['no response is no statement', null, 0],
  ['text that is not JSON is no statement', 'Request not sent', 0],
  ['a response without extensions has nothing missing', '{"data":{}}', 0],
  ['an empty list has nothing missing', saying([]), 0],
  ['anything but a list is no statement', saying('harbour'), 0],
  ['every listed source is missing', saying(['harbour', { agency: 'wattle', status: 'TIMED_OUT' }]), 2],
  ['a source that answered is not missing', saying([{ status: 'ANSWERED' }, { answered: true }, {}]), 1],
])('%s', (_rule, response, missing) => {
  expect(unansweredSources(response)).toBe(missing);
});
