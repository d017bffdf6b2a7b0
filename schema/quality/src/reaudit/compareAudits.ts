import { monthNumber } from '../monthNumber.ts';
import type { Share } from '../Share.ts';
import { differenceOfShares } from '../statistics/differenceOfShares.ts';
import type { Estimate, Interval } from '../statistics/Estimate.ts';
import { mcnemar } from '../statistics/mcnemar.ts';
import { type Pairs, pairedDifference } from '../statistics/pairedDifference.ts';
import { type Rate, rateRatio } from '../statistics/rateRatio.ts';
import type { Audit, Figures, Month, SecondLook, Window } from './Audit.ts';
import { type InBoth, inBoth, type LeftOut } from './inBoth.ts';
import { type MonthCharts, monthCharts } from './monthCharts.ts';
import { type NameOf, sayRefusal, sayWhatItShows } from './sayWhatItShows.ts';

/** What a comparison allows us to say. UNKNOWN: there is no interval to judge by. */
export type Verdict = 'MORE' | 'LESS' | 'COULD_BE_CHANCE' | 'UNKNOWN';

/** Before, after and the change between them. `agencies` are those in both; `leftOut` the others, each with its reason. */
export type Change<Told> = Readonly<{
  before: Told;
  after: Told;
  change: Estimate;
  verdict: Verdict;
  agencies: readonly string[];
  leftOut: readonly LeftOut[];
}>;

export type SameRecords = Change<Share> & Readonly<{ pairs: Pairs; exactP: number }>;

export type Compared = Readonly<{
  kind: 'compared';
  windows: Readonly<{ before: Window; after: Window }>;
  /** The first audit's records, then and now; `change` is now minus then. Null if nobody looked again. */
  sameRecords: SameRecords | null;
  /**
   * Records of the second window beside those of the first; null if the windows overlap, because then these are not different
   * records.
   */
  newRecords: Readonly<{ gap: Change<Share>; prevalence: Change<Share>; alerts: Change<Rate> }> | null;
  charts: MonthCharts;
  /** What the comparison shows and what it cannot show, in plain words. Show them wherever one of its numbers is shown. */
  words: readonly string[];
}>;

export type Refused = Readonly<{
  kind: 'refused';
  why: 'OTHER_RULES' | 'OTHER_CATEGORY' | 'WRONG_ORDER' | 'NO_AGENCY_IN_BOTH';
  words: readonly string[];
}>;

/**
 * Returns the comparison of two audits under the same rules, or the reason why they cannot be compared.
 *
 * Throws RangeError for windows that are not months in order, and for an agency given twice.
 */
export function compareAudits(
  before: Audit,
  after: Audit,
  more: Readonly<{ again?: SecondLook; months?: readonly Month[]; nameOf?: NameOf }> = {},
): Compared | Refused {
  const [first, second] = [spanOf(before.window), spanOf(after.window)];
  const { nameOf = (agency) => `"${agency}"` } = more;
  const why = refusalOf(before, after, more.again);
  if (why !== null) return { kind: 'refused', why, words: sayRefusal(why, { ...more, before, after, nameOf }) };
  const apart = second.from > first.to;
  const compared: Omit<Compared, 'words'> = {
    kind: 'compared',
    windows: { before: before.window, after: after.window },
    sameRecords: more.again ? sameRecordsOf(more.again) : null,
    newRecords: apart
      ? {
          gap: sharesOf(before, after, ({ gap }) => gap),
          prevalence: sharesOf(before, after, ({ prevalence }) => prevalence),
          alerts: alertsOf(before, after, first.length, second.length),
        }
      : null,
    charts: monthCharts(more.months ?? []),
  };
  return { ...compared, words: sayWhatItShows(compared, nameOf) };
}

function refusalOf(before: Audit, after: Audit, again: SecondLook | undefined): Refused['why'] | null {
  if (before.rules !== after.rules || (again && again.rules !== before.rules)) return 'OTHER_RULES';
  if (before.category !== after.category) return 'OTHER_CATEGORY';
  if (after.window.first < before.window.first) return 'WRONG_ORDER';
  const both = inBoth(before.agencies, after.agencies, () => true);
  return both.told.length === 0 && !again ? 'NO_AGENCY_IN_BOTH' : null;
}

function sharesOf(before: Audit, after: Audit, shareOf: (figures: Figures) => Share | null): Change<Share> {
  const both = inBoth(before.agencies, after.agencies, shareOf);
  const [then, now] = [both.told.map((one) => one.before), both.told.map((one) => one.after)].map(sumOfShares);
  const [b, a] = [then ?? none, now ?? none];
  return changeOf(b, a, differenceOfShares(a, b), 0, both);
}

function alertsOf(before: Audit, after: Audit, monthsBefore: number, monthsAfter: number): Change<Rate> {
  const both = inBoth(before.agencies, after.agencies, ({ alerts }) => alerts);
  const then = { count: sum(both.told.map((one) => one.before)), over: monthsBefore };
  const now = { count: sum(both.told.map((one) => one.after)), over: monthsAfter };
  return changeOf(then, now, rateRatio(then, now), 1, both);
}

function sameRecordsOf(again: SecondLook): SameRecords {
  const both = inBoth(again.agencies, again.agencies, (pairs) => pairs);
  const count = (key: keyof Pairs): number => sum(both.told.map(({ after }) => after[key]));
  const pairs = {
    both: count('both'),
    firstOnly: count('firstOnly'),
    secondOnly: count('secondOnly'),
    neither: count('neither'),
  };
  const whole = sum(Object.values(pairs));
  const then = { part: pairs.both + pairs.firstOnly, whole };
  const now = { part: pairs.both + pairs.secondOnly, whole };
  // The change is now minus then, so the pairs are swapped.
  const turned = pairedDifference({ ...pairs, firstOnly: pairs.secondOnly, secondOnly: pairs.firstOnly });
  const change = changeOf(then, now, turned, 0, both);
  const exactP = mcnemar(pairs);
  // If the approximation and the exact test differ, the more cautious one counts.
  const sure = exactP < 0.05 || change.verdict === 'UNKNOWN';
  return { ...change, verdict: sure ? change.verdict : 'COULD_BE_CHANCE', pairs, exactP };
}

function changeOf<Told>(
  before: Told,
  after: Told,
  change: Estimate,
  noChange: number,
  both: InBoth<unknown>,
): Change<Told> {
  const agencies = both.told.map(({ agency }) => agency);
  return { before, after, change, verdict: verdictOf(change.interval, noChange), agencies, leftOut: both.leftOut };
}

function verdictOf(interval: Interval | null, noChange: number): Verdict {
  if (interval === null) return 'UNKNOWN';
  if (interval.low > noChange) return 'MORE';
  return interval.high < noChange ? 'LESS' : 'COULD_BE_CHANCE';
}

function spanOf({ first, last }: Window): Readonly<{ from: number; to: number; length: number }> {
  const [from, to] = [monthNumber(first), monthNumber(last)];
  if (from > to) throw new RangeError(`A window from ${first} to ${last} was given. Give the earlier month first.`);
  return { from, to, length: to - from + 1 };
}

const none: Share = { part: 0, whole: 0 };
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
const sumOfShares = (shares: readonly Share[]): Share => ({
  part: sum(shares.map(({ part }) => part)),
  whole: sum(shares.map(({ whole }) => whole)),
});
