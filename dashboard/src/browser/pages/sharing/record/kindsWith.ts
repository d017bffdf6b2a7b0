export type Kind = Readonly<{ code: string; parent: string | null; sensitive: boolean }>;

/**
 * Kinds that are chosen, with those that come with them: of a wider kind the ordinary ones; in a refusal, the sensitive too. In
 * the order of the partners' list.
 */
export function kindsWith(chosen: readonly string[], kinds: readonly Kind[], refuse: boolean): readonly string[] {
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  const isIn = ({ code, parent, sensitive }: Kind): boolean => {
    if (chosen.includes(code)) return true;
    const wider = parent === null || (sensitive && !refuse) ? undefined : byCode.get(parent);
    return wider !== undefined && isIn(wider);
  };
  return kinds.filter(isIn).map(({ code }) => code);
}
