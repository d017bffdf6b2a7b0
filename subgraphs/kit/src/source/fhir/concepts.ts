import type { CodeableConcept, Coding } from './r4.ts';

/** What an agency's codings mean in the words of the contract. */
export type Concepts<Meaning> = Readonly<{
  /** Every distinct meaning of the concept's codings: usually one. The rest, where none of them is in the map. */
  of(concept: CodeableConcept | undefined): readonly Meaning[];
  /** The codings of the map, as a token search takes them: `system|code`. */
  tokens: readonly string[];
}>;

/**
 * A code map over `CodeableConcept`, whose keys are `system|code` (https://hl7.org/fhir/R4/search.html#token).
 *
 * What becomes of a concept that is not in the map, or is in words only, has to be said: `rest: null` is told to nobody.
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

/** How a concept reads: its text, or the first name of a coding. */
export const wordsOf = (concept: CodeableConcept | undefined): string | null =>
  concept?.text ?? concept?.coding?.find(({ display }) => display)?.display ?? null;
