import type { Missing } from '../suppression/combineAgencies.ts';
import type { OfAgency } from './Audit.ts';

export type LeftOut = Readonly<{ agency: string; why: Missing | 'WITHHELD' }>;
export type InBoth<Value> = Readonly<{
  told: readonly Readonly<{ agency: string; before: Value; after: Value }>[];
  leftOut: readonly LeftOut[];
}>;

/**
 * Returns what the agencies published both times, and which others are left out. Only agencies in both are compared: one that
 * joins or is down would look like a change. Throws RangeError for an agency given twice.
 */
export function inBoth<Told, Value>(
  before: readonly OfAgency<Told>[],
  after: readonly OfAgency<Told>[],
  pick: (told: Told) => Value | null,
): InBoth<Value> {
  const [then, now] = [byName(before), byName(after)];
  const told: { agency: string; before: Value; after: Value }[] = [];
  const leftOut: LeftOut[] = [];
  for (const agency of [...new Set([...then.keys(), ...now.keys()])].sort()) {
    const [b, a] = [valueIn(then.get(agency), pick), valueIn(now.get(agency), pick)];
    if ('why' in b) leftOut.push({ agency, why: b.why });
    else if ('why' in a) leftOut.push({ agency, why: a.why });
    else told.push({ agency, before: b.value, after: a.value });
  }
  return { told, leftOut };
}

function byName<Told>(agencies: readonly OfAgency<Told>[]): ReadonlyMap<string, OfAgency<Told>> {
  const map = new Map(agencies.map((one) => [one.agency, one]));
  if (map.size < agencies.length) throw new RangeError('An agency was given twice in one audit. Give it once.');
  return map;
}

function valueIn<Told, Value>(
  one: OfAgency<Told> | undefined,
  pick: (told: Told) => Value | null,
): Readonly<{ value: Value } | { why: LeftOut['why'] }> {
  if (one === undefined) return { why: 'NOT_AUDITED' };
  if ('missing' in one) return { why: one.missing };
  const value = pick(one.told);
  return value === null ? { why: 'WITHHELD' } : { value };
}
