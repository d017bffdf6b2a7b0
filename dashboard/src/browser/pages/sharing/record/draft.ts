import type { ConsentEvidence, ConsentInput } from '../generated/sharing.ts';

/** Some that are chosen, or any. That any are meant is said, never taken from an empty list. */
export type Chosen = Readonly<{ any: boolean; ids: readonly string[] }>;

export const ends = ['MONTHS', 'YEAR', 'WITHDRAWN', 'DAY'] as const;
export type End = (typeof ends)[number];

/** A consent or refusal as it is being said. */
export type Draft = Readonly<{
  /** The proxy who gives it; null: the person themself. */
  proxy: string | null;
  /** In English, as the hub keeps it. */
  language: string;
  /** Where the partners agreed on no notice: which one was given. */
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

/** Nothing is chosen for anybody; of records, those of the agency where it is said. */
export const emptyDraft = (language: string, agency: string | null): Draft => ({
  ...{ proxy: null, language, notice: '', refuse: null },
  ...{ agencies: none, purposes: none, kinds: none, sources: agency ? { any: false, ids: [agency] } : none },
  ...{ end: null, day: null, replaces: [], evidence: null, witness: '', words: '' },
});

/** What is still to be said before it says anything: what it changes can be told from then on. */
export const missingOf = ({ language, refuse, end, day, ...draft }: Draft, version: string): readonly Missing[] => [
  ...(language.trim() === '' ? (['language'] as const) : []),
  ...(version.trim() === '' ? (['notice'] as const) : []),
  ...(refuse === null ? (['refuse'] as const) : []),
  ...(['agencies', 'purposes', 'kinds', 'sources'] as const).filter(
    (list) => !draft[list].any && draft[list].ids.length === 0,
  ),
  ...(end === null || (end === 'DAY' && day === null) ? (['end'] as const) : []),
];

/** What the hub is asked to put on file. `version`: of the notice that was given; `to`: its last day. */
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
