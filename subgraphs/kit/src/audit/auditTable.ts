import { type AlertTerm, aboutAlert } from '@accord/contract/vocabulary';
import type { Releases } from '../guard/releases.ts';
import type { Period } from '../mapping/Mapping.ts';
import type { AuditBook } from './AuditBook.ts';
import type { PublishedAudit } from './tables.ts';

/** The hub's arguments. `Agency.audit` is for the hub alone, so the generated types do not have it. */
export type AuditAsked = Readonly<{ category: string; window: Period; rules: string }>;

type AuditTable = Readonly<{
  state: 'PUBLISHED' | 'NOT_AUDITED' | 'OTHER_RULES';
  rules: string | null;
  publishedOn: string | null;
  lookedAgain: readonly string[] | null;
  groups: PublishedAudit['groups'] | null;
}>;

/**
 * The published table of a window, as it was published; it is never counted for a request. Null where the agency's own
 * policy withholds a kind of information that the alert discloses, or a day of the window: a table without those would be a
 * second table of the same records. Later looks at the same records on days that the policy withholds are removed, which
 * gives the table as it was before them. `agreed`: alert categories that the partnership agreed on since, as the mapping
 * has them.
 */
export async function auditTable(
  { category, window, rules }: AuditAsked,
  audits: AuditBook | undefined,
  { counts, days }: Pick<Releases, 'counts' | 'days'>,
  agreed: readonly AlertTerm[] = [],
): Promise<AuditTable | null> {
  const about = aboutAlert(category, agreed);
  const within = (days.from === null || days.from <= window.from) && (days.to === null || window.to <= days.to);
  if (about.length === 0 || !about.every(counts) || !within) return null;
  const published = (await audits?.published(category, window)) ?? null;
  if (!published) return { ...nothing, state: 'NOT_AUDITED' };
  if (published.rules !== rules) return { ...nothing, state: 'OTHER_RULES', rules: published.rules };
  const { publishedOn, lookedAgain, groups } = upTo(days.to, published);
  return { state: 'PUBLISHED', rules, publishedOn, lookedAgain, groups };
}

/**
 * The table as it was before the same records were looked at again after the day. A later look only divides groups, so
 * adding them up gives the earlier ones.
 */
function upTo(day: string | null, { lookedAgain, groups, ...head }: PublishedAudit): PublishedAudit {
  const kept = lookedAgain.filter((on) => day === null || on <= day);
  if (kept.length === lookedAgain.length) return { ...head, lookedAgain, groups };
  const byPlace = new Map<string, PublishedAudit['groups'][number]>();
  for (const { at, count } of groups) {
    const place = at.slice(0, at.length - lookedAgain.length + kept.length);
    const before = byPlace.get(JSON.stringify(place));
    const sum = before && before.count !== null && count !== null ? before.count + count : count;
    byPlace.set(JSON.stringify(place), { at: place, count: sum });
  }
  return { ...head, lookedAgain: kept, groups: [...byPlace.values()] };
}

const nothing = { rules: null, publishedOn: null, lookedAgain: null, groups: null };
