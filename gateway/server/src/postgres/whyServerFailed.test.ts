import { whyServerFailed } from './whyServerFailed.ts';

const at = { dir: '/srv/accord/postgres', port: 5432 };

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', /^The disk that holds .* is full/],
  ['PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device', /^The disk that holds .* is full/],
  [
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 10\nHINT:  Check free disk space.\nPANIC:  x',
    /^The disk that holds .* is full/,
  ],
  [
    'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use',
    /^Port 5432 on 127\.0\.0\.1 is already in use/,
  ],
  [
    'PANIC:  could not locate a valid checkpoint record at 0/1B814F8',
    /is damaged \(could not locate a valid checkpoint/,
  ],
  ['FATAL:  data directory "/srv" has invalid permissions', /may not read and write/],
  [
    'FATAL:  something nobody foresaw',
    /^PostgreSQL did not start on \/srv\/accord\/postgres: something nobody foresaw\.$/,
  ],
  ['', /it gave no reason/],
])('%s', (said, sentence) => {
  expect(whyServerFailed(said, at)).toMatch(sentence);
});
