import { BadInput } from '../BadInput.ts';
import { accordSystem } from './accordUrls.ts';
import type { Json } from './Json.ts';

export type CodeKind = 'category' | 'purpose';

/** One agreed pair. A code is written as its first row says; every row is read. */
export type CodeRow = Readonly<{ kind: CodeKind; accord: string; system: string; code: string; display: string }>;

/**
 * What the partnership agrees to call its categories and purposes in HL7's lists. A code without a row is written under the
 * partnership's own system, with its own name as the code. Any code is also read in that form.
 */
export type CodeMap = readonly CodeRow[];

/** Returns the FHIR Coding of one of our codes. */
export function codingFor(kind: CodeKind, accord: string, codes: CodeMap): Json {
  const row = codes.find((each) => each.kind === kind && each.accord === accord);
  if (row === undefined) return { system: accordSystem(kind), code: accord };
  return { system: row.system, code: row.code, display: row.display };
}

/**
 * Returns our code for a FHIR one. Throws `BadInput` for a code nobody agreed on: treating it as a similar one would wrongly
 * open or close something.
 */
export function accordCodeFor(
  kind: CodeKind,
  coding: Readonly<{ system: string; code: string; path: string }>,
  codes: CodeMap,
  known: Readonly<{ has: (code: string) => boolean }>,
): string {
  const { system, code, path } = coding;
  const row = codes.find((each) => each.kind === kind && each.system === system && each.code === code);
  const accord = system === accordSystem(kind) ? code : row?.accord;
  if (accord === undefined || !known.has(accord)) {
    throw new BadInput(path, `is not a ${kind} for which the partnership has agreed a code.`);
  }
  return accord;
}
