/** A value, or values that belong together: months in quarters in years. */
export type Branch = string | readonly Branch[];

/**
 * One way of breaking counts down, the same for every agency and fixed before anything is counted.
 *
 * INVARIANT: `branches` never depends on the counts. Otherwise, which values stay together when they are few would reveal
 * something about them.
 */
export type Dimension = Readonly<{ name: string; branches: Branch }>;

export function valuesOf(branch: Branch): readonly string[] {
  return typeof branch === 'string' ? [branch] : branch.flatMap(valuesOf);
}

/** Returns the two halves into which a branch is cut, the earlier one being the larger; null for a single value. */
export function halvesOf(branch: Branch): readonly [Branch, Branch] | null {
  if (typeof branch === 'string') return null;
  const [only] = branch;
  if (branch.length === 1 && only !== undefined) return halvesOf(only);
  const middle = Math.ceil(branch.length / 2);
  return [branch.slice(0, middle), branch.slice(middle)];
}
