import { auditDimensions } from '@accord/quality/audit/auditDimensions';
import type { Window } from '@accord/quality/reaudit/Audit';
import { valuesOf } from '@accord/quality/suppression/Dimension';
import { type Group, leastPublished, type PublishedTable } from '@accord/quality/suppression/PublishedTable';

/**
 * Returns an agency's published table after checking it: the dimensions are the partnership's, every place is in exactly one
 * group, and no group holds 1 to 4. Null if it is anything else, which counts as no answer.
 */
export function publishedTable(window: Window, lookedAgain: readonly string[], told: unknown): PublishedTable | null {
  const dimensions = auditDimensions(window, lookedAgain);
  const places = dimensions.map(({ name, branches }) => {
    const values = valuesOf(branches);
    return { name, size: values.length, at: new Map(values.map((value, nth) => [value, nth])) };
  });
  if (!Array.isArray(told)) return null;
  const groups = told.map((group: unknown) => groupOf(group, places));
  if (!groups.every((group) => group !== null)) return null;
  if (groups.some(({ count }) => count === null) && groups.length > 1) return null;
  return holdsEachOnce(groups, places) ? { dimensions, groups } : null;
}

type Place = Readonly<{ name: string; size: number; at: ReadonlyMap<string, number> }>;

function groupOf(group: unknown, places: readonly Place[]): Group | null {
  if (typeof group !== 'object' || group === null) return null;
  const [at, count]: [unknown, unknown] = [Reflect.get(group, 'at'), Reflect.get(group, 'count') ?? null];
  if (!Array.isArray(at) || at.length !== places.length) return null;
  if (count !== null && !(typeof count === 'number' && Number.isSafeInteger(count))) return null;
  if (count !== null && count !== 0 && count < leastPublished) return null;
  const values = at.map((words) => String(words).split(' '));
  const known = places.every((place, nth) => values[nth]?.every((value) => place.at.has(value)));
  return known ? { at: Object.fromEntries(places.map(({ name }, nth) => [name, values[nth] ?? []])), count } : null;
}

/** Counts place by place: a group that is repeated or missing would make the sums wrong. */
function holdsEachOnce(groups: readonly Group[], places: readonly Place[]): boolean {
  const all = places.reduce((product, { size }) => product * size, 1);
  const seen = new Uint8Array(all);
  let marked = 0;
  for (const { at } of groups) {
    let here = [0];
    for (const { name, size, at: nthOf } of places)
      here = here.flatMap((before) => (at[name] ?? []).map((value) => before * size + (nthOf.get(value) ?? 0)));
    for (const place of here) {
      if (seen[place] === 1) return false;
      seen[place] = 1;
      marked += 1;
    }
  }
  return marked === all;
}
