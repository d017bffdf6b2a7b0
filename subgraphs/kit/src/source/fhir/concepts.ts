import type { CodeableConcept, Coding } from './r4.ts';

/** What an agency's codings mean in the contract's terms. */
export type Concepts<Meaning> = Readonly<{
  /** Every distinct meaning of the concept's codings, usually one; `rest` where none of them is in the map. */
  of(concept: CodeableConcept | undefined): readonly Meaning[];
  /** The codings in the map, in the form of a token search: `system|code`. */
  tokens: readonly string[];
}>;

/**
 * A code map over `CodeableConcept`, keyed by `system|code` (https://hl7.org/fhir/R4/search.html#token).
 *
 * You have to say what becomes of a concept that is not in the map or has only text: with `rest: null` it is released to
 * nobody.
 */
export function concepts<const Meaning>(
  map: Readonly<Record<string, Meaning>>,
  { rest }: Readonly<{ rest: NoInfer<Meaning> | null }>,
): Concepts<Meaning> {
  const known = new Map(Object.entries(map));
  return {
    tokens: [...known.keys()],
    of(concept) {
      const meanings = (concept?.coding ?? []).map((coding) => known.get(tokenOf(coding)));
      const told = [...new Set(meanings.filter((meaning) => meaning !== undefined))];
      if (told.length > 0) return told;
      return rest === null ? [] : [rest];
    },
  };
}

export const tokenOf = ({ system = '', code = '' }: Coding): string => `${system}|${code}`;

/** The display text of a concept: its text, or the first coding that has a name. */
export const wordsOf = (concept: CodeableConcept | undefined): string | null =>
  concept?.text ?? concept?.coding?.find(({ display }) => display)?.display ?? null;
