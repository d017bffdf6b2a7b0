import { createHmac } from 'node:crypto';
import { keyedSlk } from './keyedSlk.ts';

const secret = Uint8Array.from({ length: 32 }, (_, index) => (index * 7 + 3) % 256);

test('the keyed key is what any HMAC-SHA-256 gives, in base64url', () => {
  for (const slk of ['ITZAN010219702', 'AR222010119809', '']) {
    expect(keyedSlk(slk, secret)).toBe(createHmac('sha256', secret).update(slk).digest('base64url'));
  }
});

test('another secret gives another key', () => {
  const other = Uint8Array.from(secret, (byte) => byte ^ 1);
  expect(keyedSlk('ITZAN010219702', other)).not.toBe(keyedSlk('ITZAN010219702', secret));
});

test('a short secret is refused, and not shown', () => {
  expect(() => keyedSlk('ITZAN010219702', new Uint8Array(8))).toThrow(/at least 16 bytes; this one has 8/);
});
