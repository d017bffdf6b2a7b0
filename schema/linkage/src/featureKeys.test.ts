import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from './base64.ts';
import { encodeText } from './encodeText.ts';
import { featureKeys } from './featureKeys.ts';
import { tokenPlaces } from './tokenPlaces.ts';

const bytes = (from: number, to: number) => Uint8Array.from({ length: to - from + 1 }, (_, place) => from + place);

// RFC 5869, appendix A, cases 1 to 3; each output is cut into the two keys of one feature.
test.each([
  [
    new Uint8Array(22).fill(11),
    { salt: base64(bytes(0x00, 0x0c)), info: base64(bytes(0xf0, 0xf9)), keySize: 21 },
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  ],
  [
    bytes(0x00, 0x4f),
    { salt: base64(bytes(0x60, 0xaf)), info: base64(bytes(0xb0, 0xff)), keySize: 41 },
    'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
  ],
  [
    new Uint8Array(22).fill(11),
    { keySize: 21 },
    '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  ],
])('HKDF gives the test vectors of RFC 5869', (secret, kdf, output) => {
  const [keys = []] = featureKeys(secret, 1, { type: 'HKDF', ...kdf });
  expect(keys.map(bytesToHex).join('')).toBe(output);
});

test('one more feature changes none of the keys before it', () => {
  const three = featureKeys('secret', 3, { type: 'HKDF', hash: 'SHA512' });
  expect(three.slice(0, 2)).toEqual(featureKeys('secret', 2, { type: 'HKDF', hash: 'SHA512' }));
  expect(new Set(three.flat().map(bytesToHex)).size).toBe(6);
});

// clkhash `tests/test_bloomfilter.py`, `test_double_hash_singularity`: tokens whose bits all coincide, and tokens whose bits do
// not.
test.each([
  ['635', true],
  ['1402', true],
  ['666', false],
  ['1401', false],
])('the bits of %s coincide: %s; unless that is prevented', (token, singular) => {
  const place = (prevent_singularity: boolean) =>
    tokenPlaces(utf8ToBytes(token), 20, {
      keys: [utf8ToBytes('secret1'), utf8ToBytes('secret2')],
      hash: { type: 'doubleHash', prevent_singularity },
      length: 1024,
    });
  expect(new Set(place(false)).size === 1).toBe(singular);
  expect(new Set(place(true)).size).toBeGreaterThan(1);
  if (!singular) expect(place(true)).toEqual(place(false));
});

test('text has the same bytes as in Python', () => {
  expect(encodeText('é😀', 'utf-16')).toEqual(hexToBytes('fffee9003dd800de'));
  expect(encodeText('é😀', 'utf-32')).toEqual(hexToBytes('fffe0000e900000000f60100'));
  expect(encodeText('é😀', 'utf-8')).toEqual(hexToBytes('c3a9f09f9880'));
});
