type Json = Readonly<Record<string, unknown>>;

/** How often requests and answers contained something that few supergraphs have. */
export type Wider = Record<
  | 'nestedKeys'
  | 'compositeKeys'
  /** A representation sent to a subgraph that also declares a key of the type that it does not resolve. */
  | 'besideShutKeys'
  /** A required value that belongs to another entity. */
  | 'requiredThroughEntities'
  /** A required value that is selected in a fragment on a member of an interface or a union. */
  | 'requiredInFragments'
  /** A required value that was itself computed from required values. */
  | 'requiredInChains'
  /** An answer with a union member or an enum value that only one subgraph has. */
  | 'onlyThere',
  number
>;

export const noneWider = (): Wider => ({
  ...{ nestedKeys: 0, compositeKeys: 0, besideShutKeys: 0 },
  ...{ requiredThroughEntities: 0, requiredInFragments: 0, requiredInChains: 0, onlyThere: 0 },
});

/** Counts these in one request to a subgraph and in its answer. */
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
