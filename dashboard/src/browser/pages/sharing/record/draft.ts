import type { ConsentEvidence, ConsentInput } from '../generated/sharing.ts';

/** Some chosen ones, or any. "Any" must be stated; it is never inferred from an empty list. */
export type Chosen = Readonly<{ any: boolean; ids: readonly string[] }>;

export const ends = ['MONTHS', 'YEAR', 'WITHDRAWN', 'DAY'] as const;
export type End = (typeof ends)[number];

/** A consent or refusal that is being filled in. */
export type Draft = Readonly<{
  /** The proxy who gives it; null: the client. */
  proxy: string | null;
  /** The language's name in English, as the hub stores it. */
  language: string;
  /** Which notice was given, if the partners agreed on none. */
  notice: string;
  refuse: boolean | null;
  agencies: Chosen;
  purposes: Chosen;
  kinds: Chosen;
  sources: Chosen;
  end: End | null;
  day: string | null;
  replaces: readonly string[];
  evidence: ConsentEvidence | null;
  witness: string;
  words: string;
}>;

export type Missing = keyof Draft;

const none: Chosen = { any: false, ids: [] };

/** The empty draft. Nothing is preselected except the agency where it is recorded, as the source of records. */
export const emptyDraft = (language: string, agency: string | null): Draft => ({
  ...{ proxy: null, language, notice: '', refuse: null },
  ...{ agencies: none, purposes: none, kinds: none, sources: agency ? { any: false, ids: [agency] } : none },
  ...{ end: null, day: null, replaces: [], evidence: null, witness: '', words: '' },
});

/** The parts still missing. Once there are none, the hub can say what the consent changes. */
export const missingOf = ({ language, refuse, end, day, ...draft }: Draft, version: string): readonly Missing[] => [
  ...(language.trim() === '' ? (['language'] as const) : []),
  ...(version.trim() === '' ? (['notice'] as const) : []),
  ...(refuse === null ? (['refuse'] as const) : []),
  ...(['agencies', 'purposes', 'kinds', 'sources'] as const).filter(
    (list) => !draft[list].any && draft[list].ids.length === 0,
  ),
  ...(end === null || (end === 'DAY' && day === null) ? (['end'] as const) : []),
];

/** The draft as graph input. `version`: of the notice that was given; `to`: the last day on which it holds. */
export function inputOf(
  draft: Draft,
  { client, version, to }: Readonly<{ client: string; version: string; to: string | null }>,
): ConsentInput {
  const { proxy, language, refuse, agencies, purposes, kinds, sources, replaces, evidence, witness, words } = draft;
  return {
    ...{ client, refuse: refuse === true, language: language.trim(), noticeVersion: version.trim() },
    ...(proxy && { proxy }),
    ...(!agencies.any && { agencies: agencies.ids }),
    ...(!purposes.any && { purposes: purposes.ids }),
    ...(!kinds.any && { categories: kinds.ids }),
    ...(!sources.any && { sources: sources.ids }),
    ...(to && { to }),
    ...(replaces.length > 0 && { supersedes: replaces }),
    evidence: evidence ?? 'IN_PERSON',
    ...(witness.trim() && { witness: witness.trim() }),
    ...(words.trim() && { words: words.trim() }),
  };
}
