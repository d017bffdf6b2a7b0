import type { RangeRow } from '../draw/drawShares.ts';
import type { TimePoint } from '../draw/drawTimes.ts';
import type { PartnershipAuditFragment } from '../generated/partnership.ts';

/** One quarter's audit, as the graph returns it. */
export type Audit = PartnershipAuditFragment;
type Share = Readonly<{ part: number; whole: number; rate: number | null; low: number | null; high: number | null }>;

/** Puts into words what was found, or why nothing is disclosed. */
export type SayShare = Readonly<{
  share: (share: Readonly<{ rate: number; part: number; whole: number }>) => string;
  rate: (rate: number) => string;
  noneSeen: string;
  small: string;
  why: (why: Audit['missing'][number]['why']) => string;
}>;

/** A quarter's share, formatted the same way wherever it is shown. */
export type ShareRow = RangeRow & Readonly<{ share: Share | null }>;

/** The rows of an audit: each agency's share and that of all together. A missing agency has the reason and no number. */
export function agencyRows(audit: Audit, together: string, say: SayShare): readonly ShareRow[] {
  const told = audit.agencies.map(({ agency, gapRate }) => rowOf(agency.id, agency.name, gapRate, say));
  const missing = audit.missing.map(({ agency, why }) => ({
    ...{ id: agency.id, name: agency.name, value: null, share: null, words: say.why(why) },
  }));
  const byName = [...told, ...missing].sort((a, b) => a.name.localeCompare(b.name));
  const all = audit.gapRate.agencies.length > 0 ? audit.gapRate : null;
  return [...byName, { ...rowOf('together', together, all, say), isWhole: true }];
}

/** One agency's shares over the quarters, or those of all together (`null`), the oldest first. */
export function timePoints(
  audits: readonly Audit[],
  agency: string | null,
  say: SayShare,
): readonly (TimePoint & Readonly<{ share: Share | null }>)[] {
  return audits.map((audit) => {
    const { share, words } = at(audit, agency, say);
    const value = share?.rate ?? null;
    return {
      ...{ time: audit.from, value, share, low: share?.low ?? null, high: share?.high ?? null },
      words: value === null ? words : say.rate(value),
    };
  });
}

function at(audit: Audit, agency: string | null, say: SayShare): Readonly<{ share: Share | null; words: string }> {
  if (agency === null) {
    const rows = agencyRows(audit, '', say);
    const whole = rows.find(({ isWhole }) => isWhole);
    // If no agency has looked at all, that is the reason; else what they found is too small.
    const whys = new Set(audit.missing.map(({ why }) => why));
    const [why] = whys;
    const isMissing = audit.agencies.length === 0 && why !== undefined && whys.size === 1;
    return { share: whole?.share ?? null, words: isMissing ? say.why(why) : (whole?.words ?? say.small) };
  }
  const row = agencyRows(audit, '', say).find(({ id }) => id === agency);
  return { share: row?.share ?? null, words: row?.words ?? say.small };
}

function rowOf(id: string, name: string, share: Share | null, say: SayShare): ShareRow {
  if (!share) return { id, name, share: null, value: null, words: say.small };
  const { rate, low, high, part, whole } = share;
  if (rate === null) return { id, name, share, value: null, words: say.noneSeen };
  return { id, name, share, value: { at: rate, low, high }, words: say.share({ rate, part, whole }) };
}

/** Every agency that the audits name, in order of name. */
export const agenciesIn = (audits: readonly Audit[]): readonly Readonly<{ id: string; name: string }>[] => {
  const found = audits.flatMap(({ agencies, missing }) => [...agencies, ...missing]).map(({ agency }) => agency);
  const byId = new Map(found.map(({ id, name }) => [id, { id, name }]));
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
};

/** True if no agency looked at any of these quarters. */
export const nothingPublished = (audits: readonly Audit[]): boolean =>
  audits.every(({ agencies }) => agencies.length === 0);

/** True if agencies looked, and nothing they found may be disclosed. */
export const allTooSmall = (audits: readonly Audit[]): boolean =>
  !nothingPublished(audits) &&
  audits.every(({ agencies }) => agencies.every(({ gapRate }) => gapRate === null || gapRate.rate === null));
