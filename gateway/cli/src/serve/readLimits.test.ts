import { usualLimits } from '@accord/server/limits/Limits';
import { readLimits } from './readLimits.ts';
import { readTrustedProxies } from './readTrustedProxies.ts';

test('where nothing is set, the usual limits hold', () => {
  expect(readLimits({})).toEqual(usualLimits);
});

test('each limit is set by itself', () => {
  expect(readLimits({ ACCORD_MAX_DEPTH: '9', ACCORD_RATE_PER_MINUTE: '30' })).toEqual({
    ...usualLimits,
    depth: 9,
    ratePerMinute: 30,
  });
});

test.each(['0', '-1', '2.5', 'none', '101', ''])('a depth of "%s" is refused, and the setting named', (text) => {
  expect(() => readLimits({ ACCORD_MAX_DEPTH: text })).toThrow(
    `ACCORD_MAX_DEPTH is "${text}". Set it to a whole number from 1 to 100.`,
  );
});

test('proxies are addresses and networks', () => {
  expect(readTrustedProxies({})).toEqual([]);
  expect(readTrustedProxies({ ACCORD_TRUSTED_PROXIES: '10.0.0.7, 10.1.0.0/16,::1, fd00::/8' })).toEqual([
    '10.0.0.7',
    '10.1.0.0/16',
    '::1',
    'fd00::/8',
  ]);
});

test.each(['proxy.example', '10.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/x', 'true'])(
  '"%s" is no proxy, and the setting is named',
  (text) => {
    expect(() => readTrustedProxies({ ACCORD_TRUSTED_PROXIES: text })).toThrow('ACCORD_TRUSTED_PROXIES names');
  },
);
