import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { TextEncoding } from './ClkSchema.ts';

/**
 * Returns the bytes of a token in the feature's encoding, as Python gives them: UTF-16 and UTF-32 are little-endian, after a
 * byte-order mark. Throws RangeError for a character that is not in ASCII, without showing it.
 */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return utf8ToBytes(text);
    case 'ascii':
      // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has them.
      if (!/^[\x00-\x7f]*$/.test(text)) throw new RangeError('A value has a character that is not in ASCII.');
      return utf8ToBytes(text);
    case 'utf-16':
      return littleEndian(
        ['\ufeff', ...text].flatMap((letter) => Array.from(letter.split(''), (unit) => unit.charCodeAt(0))),
        2,
      );
    case 'utf-32':
      return littleEndian(
        Array.from(`\ufeff${text}`, (letter) => letter.codePointAt(0) ?? 0),
        4,
      );
    default:
      encoding satisfies never;
      throw new RangeError('Unknown text encoding.');
  }
}

function littleEndian(units: readonly number[], size: number): Uint8Array {
  return Uint8Array.from(
    units.flatMap((unit) => Array.from({ length: size }, (_, byte) => (unit >>> (8 * byte)) & 255)),
  );
}
