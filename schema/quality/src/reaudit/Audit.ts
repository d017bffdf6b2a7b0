import type { Share } from '../Share.ts';
import type { Pairs } from '../statistics/pairedDifference.ts';
import type { Missing } from '../suppression/combineAgencies.ts';

/** Months such as "2026-07", from the first to the last, both included. */
export type Window = Readonly<{ first: string; last: string }>;

/** What one agency published for one window; null where it was withheld. */
export type Figures = Readonly<{
  /** Records with evidence and no active alert, out of those with evidence. */
  gap: Share | null;
  /** Records with an active alert, out of all. */
  prevalence: Share | null;
  /** Alerts raised within the window. */
  alerts: number | null;
}>;

export type OfAgency<Told> = Readonly<{ agency: string } & ({ told: Told } | { missing: Missing })>;

/** One category, audited with one version of the rules, in every agency of the partnership. */
export type Audit = Readonly<{
  rules: string;
  category: string;
  window: Window;
  agencies: readonly OfAgency<Figures>[];
}>;

/** The first audit's records looked at again: `first` is a gap then, `second` a gap now. Null where it was withheld. */
export type SecondLook = Readonly<{ rules: string; agencies: readonly OfAgency<Pairs | null>[] }>;

/** One month for all agencies together; null if any part of it is withheld or missing. */
export type Month = Readonly<{ month: string; gap: Share | null; alerts: number | null }>;
