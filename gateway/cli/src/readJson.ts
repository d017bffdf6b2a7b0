import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { InputFault } from './InputFault.ts';
import { whyOf } from './whyOf.ts';

/** How messages name a file; "-" is standard input. */
export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file);

/** The JSON in a file, or on standard input if `file` is "-". Throws an `InputFault`, one sentence, if there is none. */
export async function readJson(file: string): Promise<unknown> {
  return parseJson(await readText(file), nameOf(file));
}

async function readText(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputFault(`${file}: cannot be read${whyOf(error)}.`);
  }
}

function parseJson(json: string, name: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputFault(`${name}: is not valid JSON${placeOf(error, json)}.`);
  }
}

/** Where the JSON is invalid, as far as Node says. Node's own message is left out, because it repeats the text. */
function placeOf(error: unknown, json: string): string {
  if (json.trim() === '') return '; it is empty';
  if (String(error).includes('Unexpected end')) return '; it ends too early';
  const position = /at position (\d+)/.exec(String(error))?.[1];
  if (position === undefined) return '';
  const before = json.slice(0, Number(position)).split('\n');
  return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}
