type Json = Readonly<Record<string, unknown>>;

/** How often what was sent and told had in it what few supergraphs have. */
export type Wider = Record<
  | 'nestedKeys'
  | 'compositeKeys'
  /** To a subgraph that declares another key of the type, and does not resolve it. */
  | 'besideShutKeys'
  /** Of what is required, something that stands on another entity. */
  | 'requiredThroughEntities'
  /** Of what is required, something in a fragment on what an interface or a union may be. */
  | 'requiredInFragments'
  /** Of what is required, something that was computed from what it requires. */
  | 'requiredInChains'
  /** Answers with a member of a union, or a value of an enum, that only one subgraph has. */
  | 'onlyThere',
  number
>;

export const noneWider = (): Wider => ({
  ...{ nestedKeys: 0, compositeKeys: 0, besideShutKeys: 0 },
  ...{ requiredThroughEntities: 0, requiredInFragments: 0, requiredInChains: 0, onlyThere: 0 },
});

/** Counts in one request to a subgraph, and what it told. */
export function countWider(wider: Wider, sdl: string, representations: readonly Json[], told: string): void {
  for (const one of representations) {
    if (typeof one.org === 'object') wider.nestedKeys += 1;
    if ('number' in one) wider.compositeKeys += 1;
    if (new RegExp(`type ${one.__typename} [^{]*({[^{}]*}[^{]*)*resolvable: false`).test(sdl))
      wider.besideShutKeys += 1;
    const names = Object.keys(one);
    if (names.some((name) => /^f\d/.test(name) && /"f\d/.test(JSON.stringify(one[name]))))
      wider.requiredThroughEntities += 1;
    if (/"(id|common)"/.test(JSON.stringify(one.any ?? null))) wider.requiredInFragments += 1;
    if (names.some((name) => /^of/.test(name))) wider.requiredInChains += 1;
  }
  if (/"(V3|SHRILL)"/.test(told)) wider.onlyThere += 1;
}
