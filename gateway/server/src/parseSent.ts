import { CallerFault } from './CallerFault.ts';
import { parseJson } from './parseJson.ts';

/** The NUL character, as JSON and GraphQL write it. PostgreSQL stores no text that contains it, so nothing on file does. */
const nul = /\\u(?:0000|\{0+\})/;

/**
 * Half of a surrogate pair, as JSON writes it: what is left of a character above U+FFFF where a text was cut in its middle. PostgreSQL
 * stores none.
 */
const half = /\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/i;

/**
 * A visible ASCII character as JSON may escape it. The backslash or a digit of the two patterns above could be written this way and
 * slip past them.
 *
 * CAUTION: two halves that only become neighbours once this is undone are not a pair, so `half` is tested on the body as sent, too.
 */
const spelt = /\\u00([2-7][0-9a-f])/gi;

/**
 * Parses the JSON of a body from outside; undefined where it is not JSON. Throws `ARGUMENT_REFUSED` where a text in it has a character that
 * no database stores, however the character is written.
 */
export function parseSent(body: string): unknown {
  const text = body.replace(spelt, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  if (nul.test(text)) throw refused('A text contains the character NUL (\\u0000), which cannot be stored. Remove it.');
  if (half.test(body) || half.test(text))
    throw refused(
      'A text contains half a character (a lone surrogate, \\uD800 to \\uDFFF). Cut texts between characters.',
    );
  return parseJson(body);
}

const refused = (found: string): CallerFault => new CallerFault('ARGUMENT_REFUSED', found);
