import { CallerFault } from './CallerFault.ts';
import { parseJson } from './parseJson.ts';

/** The character NUL as JSON and GraphQL write it. PostgreSQL keeps no text that has it, so nothing on file does. */
const nul = /\\u(?:0000|\{0+\})/;

/** Half of a character beyond the first 65,536, as JSON writes it: what is left where a text was cut in the middle of one. PostgreSQL keeps none. */
const half = /\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2}/i;

/** A character of ASCII that is seen, as JSON may write it: the backslash before one of those above, or a figure of it. Two halves that meet only so are no pair. */
const spelt = /\\u00([2-7][0-9a-f])/gi;

/**
 * What a body from outside says as JSON; undefined where it is none. Throws `ARGUMENT_REFUSED` where a text in it has a character that no
 * database takes, however that is written.
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
