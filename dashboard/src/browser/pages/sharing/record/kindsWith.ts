export type Kind = Readonly<{ code: string; parent: string | null; sensitive: boolean }>;

/**
 * Returns the chosen kinds and those they include, in the order of the partners' list: a wider kind includes its ordinary kinds
 * and, in a refusal, its sensitive ones too.
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
