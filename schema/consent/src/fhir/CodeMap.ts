import { BadInput } from '../BadInput.ts';
import { accordSystem } from './accordUrls.ts';
import type { Json } from './Json.ts';

export type CodeKind = 'category' | 'purpose';

/** One agreed pair. The first row of a code is the one it is written as; all rows are read. */
export type CodeRow = Readonly<{ kind: CodeKind; accord: string; system: string; code: string; display: string }>;

/**
 * What the partnership agrees its categories and purposes are called in HL7's lists. A code without a row is written, and
 * every code is read, under the partnership's own system, where its name is the code.
 */
export type CodeMap = readonly CodeRow[];

/** The FHIR Coding of one of our codes. */
export function codingFor(kind: CodeKind, accord: string, codes: CodeMap): Json {
  const row = codes.find((each) => each.kind === kind && each.accord === accord);
  if (row === undefined) return { system: accordSystem(kind), code: accord };
  return { system: row.system, code: row.code, display: row.display };
}

/** Our code for a FHIR one. Throws `BadInput` for a code that was not agreed: taking it for a near one would open or close amiss. */
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
    throw new BadInput(path, `is no ${kind} that the partnership has agreed a code for.`);
  }
  return accord;
}
