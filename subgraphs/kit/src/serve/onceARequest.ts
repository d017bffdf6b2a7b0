import type { Releases } from '../guard/releases.ts';
import type { Batch } from '../mapping/table.ts';
import type { AgencyContext } from './recordResolvers.ts';

type Kept<Value> = Readonly<{ releases: Releases; values: Map<string, Value | Promise<Value>> }>;

/**
 * Looks up a record's value once per request: returns the promise while it is pending and the value itself from then on, so
 * that later fields do not wait.
 *
 * INVARIANT: the value is kept with the request's loads and under its permit, and is never used under another. A failure
 * stays a failure.
 */
export function onceARequest<Value extends object | null>(
  find: (number: string, context: AgencyContext) => Promise<Value>,
): (number: string, context: AgencyContext) => Value | Promise<Value> {
  const kept = new WeakMap<Batch, Kept<Value>>();
  return (number, context) => {
    const { batch, releases } = context;
    const known = kept.get(batch) ?? { releases, values: new Map<string, Value | Promise<Value>>() };
    if (known.releases !== releases) return find(number, context);
    kept.set(batch, known);
    const found = known.values.get(number);
    if (found !== undefined) return found;
    const finding = find(number, context).then((value) => {
      known.values.set(number, value);
      return value;
    });
    known.values.set(number, finding);
    return finding;
  };
}
