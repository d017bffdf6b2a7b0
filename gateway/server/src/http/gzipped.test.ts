import { gunzipSync } from 'node:zlib';
import { gzipped } from './gzipped.ts';

const long = JSON.stringify({ data: 'Reyes-Doyle '.repeat(1_000) });

test.each(['gzip', 'br, gzip;q=0.5', 'deflate , GZIP ; q=1'])(
  'a long answer is compressed for a caller who accepts %s',
  (accepted) => {
    const sent = gzipped(long, accepted);
    expect(sent && gunzipSync(sent).toString()).toBe(long);
  },
);

test.each([undefined, '', 'identity', 'br', 'gzip;q=0', 'br;q=1, gzip; q=0.0', 'xgzip'])(
  'a long answer is left as it is for a caller who sends %s',
  (accepted) => {
    expect(gzipped(long, accepted)).toBeUndefined();
  },
);

test('a short answer is left as it is', () => {
  expect(gzipped('{"data":{"me":{"name":"Mara"}}}', 'gzip')).toBeUndefined();
});
