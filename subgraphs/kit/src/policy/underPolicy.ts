import type { Permit, Release } from '@accord/contract/permit';
import { type Releases, releasesOf } from '../guard/releases.ts';
import { kindsUnder } from './kindsUnder.ts';
import { type NeverKind, noPolicy, type Policy } from './Policy.ts';

/** What remains of a permit under the agency's own policy. `withheld`: what the policy took away, for the agency's own log. */
export type Ruled =
  | Readonly<{ kind: 'OPEN'; releases: Releases; withheld: readonly Release[] }>
  | Readonly<{ kind: 'CLOSED'; why: 'OFF' | 'AGGREGATE_ONLY' }>;

/**
 * Removes from a permit what the agency's own policy withholds. This is the only place that does so, and it comes before
 * anything is loaded: the guard, the sections and the figures then see a permit that never had it.
 *
 * A record that is never released stays in the permit with no categories, and is answered like one that is not on file. A
 * closed agency, by contrast, says so: the hub must count it as a missing source, or a board would read as if there were no
 * alerts.
 *
 * Nothing is loaded for such a record. Once the next sync has taken it back, it also reads as absent by the time it takes.
 */
export function underPolicy(policy: Policy, permit: Permit, agency: string): Ruled {
  if (policy === noPolicy) return { kind: 'OPEN', releases: releasesOf(permit), withheld: [] };
  if (policy.off) return { kind: 'CLOSED', why: 'OFF' };
  if (policy.aggregateOnly && permit.releases.length > 0) return { kind: 'CLOSED', why: 'AGGREGATE_ONLY' };
  const { requester } = permit;
  const kept = new Set(
    policy.never.kinds.filter((kind) => isFor(kind, requester)).flatMap(({ category }) => kindsUnder(category)),
  );
  // Not for an agency's own workers: showing them their own records discloses nothing to another agency.
  const consentNeeded = policy.consentedOnly && requester.agency !== agency;
  const [open, withheld]: [Release[], Release[]] = [[], []];
  for (const { records, categories, basis } of permit.releases) {
    const may = (category: string): boolean => !kept.has(category) && !(consentNeeded && basis !== 'CONSENT');
    const never = records.filter((record) => policy.never.records.has(record));
    const told = records.filter((record) => !policy.never.records.has(record));
    open.push({ records: told, categories: categories.filter(may) }, { records: never, categories: [] });
    withheld.push({ records: never, categories }, { records: told, categories: categories.filter((one) => !may(one)) });
  }
  return {
    kind: 'OPEN',
    releases: {
      ...releasesOf({ requester, releases: open, figures: permit.figures && policy.figures }),
      tells: (record) => !policy.never.records.has(record),
      counts: (category) => !kept.has(category),
      days: { from: policy.never.before, to: policy.never.after },
    },
    withheld: withheld.filter(({ records, categories }) => records.length > 0 && categories.length > 0),
  };
}

/** Whether a kind is withheld from this requester, who must match every list that is given. */
const isFor = ({ agencies, purposes, roles }: NeverKind, { agency, purpose, role }: Permit['requester']): boolean =>
  fits(agencies, agency) && fits(purposes, purpose) && fits(roles, role);
const fits = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value);
