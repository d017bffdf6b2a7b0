import type { RangeRow } from '../draw/drawShares.ts';
import type { PartnershipReauditQuery, ReauditVerdict } from '../generated/partnership.ts';

/** The comparison of two audits, as the graph returns it. */
export type Reaudit = PartnershipReauditQuery['reaudit'];
type Share = Readonly<{ part: number; whole: number }>;
type Change = Readonly<{ estimate: number | null; low: number | null; high: number | null; verdict: ReauditVerdict }>;

/** A change, as the chart and the table show it. */
export type ChangeRow = RangeRow & Readonly<{ counts: string; change: Change }>;

export type SayChange = Readonly<{
  same: string;
  gap: string;
  prevalence: string;
  /** Formats a difference of shares. */
  points: (difference: number) => string;
  counts: (before: Share, after: Share) => string;
  notTold: string;
}>;

/** The same records first, then other records: the two are never counted together. Parts that were not compared are left out. */
export function changeRows({ sameRecords, gap, prevalence }: Reaudit, say: SayChange): readonly ChangeRow[] {
  const parts = [
    { id: 'same', name: say.same, part: sameRecords },
    { id: 'gap', name: say.gap, part: gap },
    { id: 'prevalence', name: say.prevalence, part: prevalence },
  ];
  return parts.flatMap(({ id, name, part }) => (part ? [changeRow(id, name, part, say)] : []));
}

function changeRow(
  id: string,
  name: string,
  { before, after, change }: Readonly<{ before: Share; after: Share; change: Change }>,
  say: SayChange,
): ChangeRow {
  const { estimate, low, high } = change;
  if (estimate === null) return { id, name, value: null, words: say.notTold, counts: '', change };
  return {
    ...{ id, name, change, value: { at: estimate, low, high } },
    words: say.points(estimate),
    counts: say.counts(before, after),
  };
}

/** Which agencies are in any part of the comparison, and which are in none: each named once, with the reason. */
export function whoIsCompared(reaudit: Reaudit) {
  const parts = [reaudit.sameRecords, reaudit.gap, reaudit.prevalence, reaudit.raised].flatMap((part) => part ?? []);
  const names = new Map(
    [reaudit.before, reaudit.after]
      .flatMap(({ agencies, missing }) => [...agencies, ...missing])
      .map(({ agency }) => [agency.id, agency.name]),
  );
  const reasonsOf = (id: string) =>
    parts.map(({ leftOut }) => leftOut.find(({ agency }) => agency.id === id)?.why ?? null);
  const all = [...names].map(([id, name]) => ({ name, reasons: reasonsOf(id) }));
  const isIn = ({ reasons }: (typeof all)[number]): boolean => reasons.some((why) => why === null);
  return {
    told: all.filter(isIn).map(({ name }) => name),
    missing: all.filter((one) => !isIn(one)).flatMap(({ name, reasons: [why] }) => (why ? [{ name, why }] : [])),
  };
}
