import { createReadStream } from 'node:fs';
import { ExtractFault } from './ExtractFault.ts';

/** How the text of a file is written. A byte order mark at its beginning says better than the setting. */
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252';

/**
 * The text of a file, piece by piece.
 *
 * Throws an ExtractFault, possibly at the very end, where its bytes are not written in that encoding, and where its last line
 * has no line break: then it is still being written, or was cut off.
 */
export async function* decodeFile(path: string, file: string, given: Encoding): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let encoding = given;
  let suspicion: Suspicion | undefined;
  let last = '';
  const take = (bytes: Uint8Array, more: boolean): string => {
    try {
      const decoded = decoder?.decode(bytes, { stream: more }) ?? '';
      last = decoded.at(-1) ?? last;
      if (!decoded.includes('\0')) return decoded;
    } catch {
      // told below
    }
    throw new ExtractFault(`${file} is not written in ${encoding}. Set its encoding, or correct the extract.`);
  };

  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    if (!decoder) {
      encoding = markOf(bytes) ?? given;
      decoder = new TextDecoder(encoding, { fatal: true });
      if (encoding === 'windows-1252') suspicion = suspectUtf8();
    }
    suspicion?.look(bytes);
    yield take(bytes, true);
  }
  yield take(new Uint8Array(), false);
  if (suspicion?.confirmed())
    throw new ExtractFault(
      `${file} is written in utf-8, but its encoding is set to windows-1252. Correct the setting.`,
    );
  if (last !== '\n')
    throw new ExtractFault(`${file} does not end with a line break: it is empty, still being written, or was cut off.`);
}

function markOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

type Suspicion = Readonly<{ look(bytes: Uint8Array): void; confirmed(): boolean }>;

/** Any bytes can be read as windows-1252, and wrongly: text in which every letter beyond ASCII is right UTF-8 is UTF-8. */
function suspectUtf8(): Suspicion {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let beyondAscii = false;
  let right = true;
  return {
    look(bytes) {
      if (!right) return;
      beyondAscii ||= bytes.some((byte) => byte > 0x7f);
      try {
        strict.decode(bytes, { stream: true });
      } catch {
        right = false;
      }
    },
    confirmed: () => right && beyondAscii,
  };
}
