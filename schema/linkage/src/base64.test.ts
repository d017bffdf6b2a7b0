import fc from 'fast-check';
import { base64, base64url, bytesOfBase64 } from './base64.ts';

test('base64 is what other implementations give, and decodes to the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(bytesOfBase64(base64(bytes))).toEqual(Uint8Array.from(bytes));
    }),
  );
  expect(bytesOfBase64('AQ')).toEqual(Uint8Array.of(1));
});

test.each(['A', 'AQ*=', 'AQ=A', 'ÅQ=='])('%s is not base64', (text) => {
  expect(() => bytesOfBase64(text)).toThrow('This is not base64.');
});
