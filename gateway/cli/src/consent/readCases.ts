import { BadInput } from '@accord/consent/BadInput';
import type { Profile } from '@accord/consent/Profile';
import { parseCase, type TriedCase } from '@accord/consent/parseCase';
import { InputFault } from '../InputFault.ts';
import { nameOf, readJson } from '../readJson.ts';

/**
 * The cases in a file, or on standard input if `file` is "-". Throws an `InputFault`, one sentence with the file and the
 * position in it, if the file does not exist, is not a JSON array, or has a case that cannot be read.
 */
export async function readCases(file: string, profile: Profile): Promise<readonly TriedCase[]> {
  const name = nameOf(file);
  const cases = await readJson(file);
  if (!Array.isArray(cases)) throw new InputFault(`${name}: should be a JSON array of cases, { facts, request }.`);
  try {
    return cases.map((each: unknown, n) => parseCase(each, `[${n}]`, profile));
  } catch (error) {
    if (error instanceof BadInput) throw new InputFault(`${name}: ${error.message}`);
    throw error;
  }
}
