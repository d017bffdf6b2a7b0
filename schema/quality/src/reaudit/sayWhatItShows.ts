import type { Share } from '../Share.ts';
import type { Interval } from '../statistics/Estimate.ts';
import type { Rate } from '../statistics/rateRatio.ts';
import type { Audit, SecondLook, Window } from './Audit.ts';
import type { Change, Compared, Refused, SameRecords, Verdict } from './compareAudits.ts';
import { inBoth, type LeftOut } from './inBoth.ts';

/** Returns what an agency is called in the sentences. */
export type NameOf = (agency: string) => string;

/**
 * Returns what a comparison shows and what it cannot show, in words for anyone; each item is one sentence or two.
 *
 * INVARIANT: no number is given without its range, and nothing is called a change if its range includes no change.
 */
export function sayWhatItShows(compared: Omit<Compared, 'words'>, nameOf: NameOf): readonly string[] {
  const { sameRecords, newRecords, windows } = compared;
  return [
    ...(sameRecords ? [saySameRecords(sameRecords)] : []),
    ...(newRecords
      ? [
          `Different records: those of ${spell(windows.before)} compared with those of ${spell(windows.after)}.`,
          sayShares('Records with evidence but no alert', newRecords.gap),
          sayShares('Records with an active alert', newRecords.prevalence),
          sayAlerts(newRecords.alerts),
        ]
      : [
          `The two periods overlap (${spell(windows.before)}, ${spell(windows.after)}). Some records are in both, so the periods are not compared.`,
        ]),
    ...sayMonths(compared),
    ...sayLeftOut(compared, nameOf),
    ...saySmall(compared),
    'There is no group to compare with. Other things may have changed over the same time, so this does not show what caused a change.',
    'The ranges treat each record as independent. Records from one worker or one household tend to be alike, so the true ranges are a little wider.',
    'The rules miss some notes and misread others. They did so in the same way both times, but these are not counts of what happened to people.',
    'More alerts are not better in themselves: this does not show that each alert is right.',
  ];
}

/** Returns why two audits are not compared and, if no agency is in both, what keeps each one out. */
export function sayRefusal(
  why: Refused['why'],
  { before, after, again, nameOf }: Readonly<{ before: Audit; after: Audit; again?: SecondLook; nameOf: NameOf }>,
): readonly string[] {
  switch (why) {
    case 'OTHER_RULES': {
      const other = after.rules === before.rules ? again?.rules : after.rules;
      return [
        `These audits used different rules (${before.rules}, then ${other}). A change could come from the rules alone, so the audits are not compared. Run the second audit with ${before.rules}.`,
      ];
    }
    case 'OTHER_CATEGORY':
      return [`One audit is about ${before.category}, the other about ${after.category}. They are not compared.`];
    case 'WRONG_ORDER':
      return [
        `The second audit starts in ${after.window.first}, before the first one (${before.window.first}). Give the earlier one first.`,
      ];
    case 'NO_AGENCY_IN_BOTH':
      return [
        'No agency is in both audits, so there is nothing to compare.',
        ...inBoth(before.agencies, after.agencies, () => true).leftOut.map(
          ({ agency, why: reason }) => `${nameOf(agency)} ${reasons[reason]}.`,
        ),
      ];
    default:
      return why satisfies never;
  }
}

function sayShares(what: string, { before, after, change, verdict }: Change<Share>): string {
  if (change.estimate === null || change.interval === null)
    return `${what}: there are no figures for both periods that may be shown.`;
  return `${what}: ${ofThem(before)} before, ${ofThem(after)} after. That is ${points(change.estimate)}. The likely range is ${pointsRange(change.interval)}. ${judge(verdict)}`;
}

function saySameRecords(same: SameRecords): string {
  const { change, before, after, pairs, verdict } = same;
  if (change.estimate === null || change.interval === null)
    return 'The same records, looked at again: there are no figures that may be shown.';
  return [
    `The same ${before.whole} records, looked at again: ${before.part} had evidence but no alert then, ${after.part} now`,
    `(${pairs.firstOnly} closed, ${pairs.secondOnly} opened).`,
    `That is ${points(change.estimate)}. The likely range is ${pointsRange(change.interval)}. ${judge(verdict)}`,
  ].join(' ');
}

function sayAlerts({ before, after, change, verdict }: Change<Rate>): string {
  const counts = `Alerts raised: ${before.count} in ${months(before.over)} before, ${after.count} in ${months(after.over)} after.`;
  if (change.estimate === null || change.interval === null) {
    return change.why === 'NONE_BEFORE'
      ? `${counts} With none before, there is nothing to measure the change against.`
      : 'Alerts raised: there are no figures for both periods that may be shown.';
  }
  const { low, high } = change.interval;
  return `${counts} That is ${times(change.estimate)} times as many a month. The likely range is ${times(low)} to ${times(high)} times. ${judge(verdict)}`;
}

function judge(verdict: Verdict): string {
  switch (verdict) {
    case 'COULD_BE_CHANCE':
      return 'These numbers also fit no change at all. The difference could be chance, and it is not a finding.';
    case 'MORE':
      return 'Chance alone would rarely produce so large a rise. Its true size remains uncertain.';
    case 'LESS':
      return 'Chance alone would rarely produce so large a fall. Its true size remains uncertain.';
    case 'UNKNOWN':
      return 'Nothing can be said about a change.';
    default:
      return verdict satisfies never;
  }
}

/**
 * Said wherever months are shown: evidence found late is still unanswered when the window closes, however well it is handled.
 */
export const ofMonths =
  'Each month here is the month of the first evidence. Late in a period there is less time left for an alert, so its last months look worse than they are.';

function sayMonths({ charts }: Omit<Compared, 'words'>): readonly string[] {
  const { run, leftOut } = charts.alerts;
  if (charts.months.length === 0) return [];
  const gaps =
    leftOut.length > 0
      ? ` ${months(leftOut.length)} could not be shown and ${leftOut.length === 1 ? 'was' : 'were'} left out.`
      : '';
  if (run.shift === null)
    return [
      ofMonths,
      `There are too few months of alerts to see a lasting shift (it takes ten that differ from the median).${gaps}`,
    ];
  return [
    ofMonths,
    run.shift
      ? `Month by month, alerts show a shift that chance alone rarely produces.${gaps}`
      : `Month by month, alerts go up and down as they would by chance. There is no lasting shift.${gaps}`,
  ];
}

const reasons: Readonly<Record<LeftOut['why'], string>> = {
  UNREACHABLE: 'did not answer',
  VETOED: 'has decided to keep its clients’ data out of audits',
  NOT_AGREED: 'does not release these figures',
  OLDER_CONTRACT: 'has an older contract, which has no audits',
  NOT_AUDITED: 'has not audited both periods',
  OTHER_RULES: 'used another version of the rules',
  NOT_IN_ITS_TABLE: 'does not count this',
  WITHHELD: 'had counts too small to show',
};

/** Names every agency that is missing from some part, once for each reason. */
function sayLeftOut({ sameRecords, newRecords }: Omit<Compared, 'words'>, nameOf: NameOf): readonly string[] {
  const parts: readonly (readonly [string, readonly LeftOut[]])[] = [
    ['the same records', sameRecords?.leftOut ?? []],
    ['the share without an alert', newRecords?.gap.leftOut ?? []],
    ['the share with an alert', newRecords?.prevalence.leftOut ?? []],
    ['alerts raised', newRecords?.alerts.leftOut ?? []],
  ];
  const told = new Map<string, string[]>();
  for (const [part, leftOut] of parts) {
    for (const { agency, why } of leftOut) {
      const key = `${nameOf(agency)} ${reasons[why]}`;
      told.set(key, [...(told.get(key) ?? []), part]);
    }
  }
  return [...told].map(
    ([key, of]) => `${key}, so it is not in these numbers: ${of.join('; ')}. It is left out, not counted as zero.`,
  );
}

/** With fewer than 30 records, or a count below 10, one or two more change the picture. */
function saySmall({ sameRecords, newRecords }: Omit<Compared, 'words'>): readonly string[] {
  const shares = [sameRecords, newRecords?.gap, newRecords?.prevalence].flatMap((part) =>
    part ? [part.before, part.after] : [],
  );
  const alerts = newRecords?.alerts;
  const rates = alerts && alerts.agencies.length > 0 ? [alerts.before, alerts.after] : [];
  const small = shares.some(({ whole }) => whole > 0 && whole < 30) || rates.some(({ count }) => count < 10);
  return small ? ['Some of these numbers are small. One or two records more or less would change the picture.'] : [];
}

const spell = ({ first, last }: Window): string => (first === last ? first : `${first} to ${last}`);
const months = (count: number): string => (count === 1 ? '1 month' : `${count} months`);
const ofThem = ({ part, whole }: Share): string => `${part} of ${whole} (${percent(part / whole)}%)`;
const percent = (share: number): string => String(Math.round(share * 1000) / 10);

function points(difference: number): string {
  if (difference === 0) return 'no change';
  return `${amount(difference)} percentage points ${difference > 0 ? 'higher' : 'lower'}`;
}
function pointsRange({ low, high }: Interval): string {
  if (low < 0 && high > 0) return `from ${amount(low)} percentage points lower to ${amount(high)} higher`;
  if (low === 0 || high === 0) return `from ${points(low)} to ${points(high)}`;
  const [near, far] = low > 0 ? [low, high] : [high, low];
  return `from ${amount(near)} to ${amount(far)} percentage points ${low > 0 ? 'higher' : 'lower'}`;
}
/** Never "0" for a difference that is not zero: a range that only just excludes no change has to show that. */
const amount = (difference: number): string =>
  Math.abs(difference) < 0.0005 ? 'under 0.1' : percent(Math.abs(difference));

function times(ratio: number): string {
  const word = ratio.toFixed(2);
  if (word !== '1.00' || ratio === 1) return word;
  return ratio > 1 ? 'just over 1' : 'just under 1';
}
