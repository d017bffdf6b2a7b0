import type { Window } from '@accord/quality/reaudit/Audit';
import { ofMonths } from '@accord/quality/reaudit/sayWhatItShows';
import type { Partner } from '../../identity/Requester.ts';
import type { MissingView, ShareView } from './auditView.ts';

const reasons: Readonly<Record<MissingView['why'] | 'WITHHELD', string>> = {
  UNREACHABLE: 'gave no answer',
  VETOED: 'keeps its clients out of audits by its own decision',
  NOT_AGREED: 'gives no figures of this',
  OLDER_CONTRACT: 'has an older contract, which tells of no audits',
  NOT_AUDITED: 'has not looked at this time yet',
  OTHER_RULES: 'looked by another version of the rules',
  NOT_IN_ITS_TABLE: 'does not count this',
  WITHHELD: 'had counts too small to show',
};

/** Returns what an audit says and what it cannot, in plain words. Every number comes with its range, and with who is not in it. */
export function sayAudit({
  label,
  window,
  gapRate: { part, whole, rate, low, high, agencies },
  missing,
  withheld,
}: Readonly<{
  /** The name of the alert category. */
  label: string;
  window: Window;
  gapRate: ShareView;
  missing: readonly MissingView[];
  /** Agencies that looked but may not disclose for how many people there is evidence and no alert. */
  withheld: readonly Partner[];
}>): readonly string[] {
  const when = `${window.first} to ${window.last}`;
  const gap =
    rate === null || low === null || high === null
      ? `${label}, ${when}: nothing was counted that may be shown.`
      : `${label}, ${when}: ${part} of ${whole} people with evidence had no active alert (${percent(rate)}%; likely range ${percent(low)}% to ${percent(high)}%), at ${agencies.map(({ name }) => name).join(', ')}.`;
  const without = [...missing, ...withheld.map((agency) => ({ agency, why: 'WITHHELD' as const }))];
  return [
    gap,
    ...without.map(({ agency, why }) => `${agency.name} ${reasons[why]}. It is left out, not counted as zero.`),
    ...(window.first === window.last ? [] : [ofMonths]),
    'People are counted by their records: who has two, at one agency or at several, counts twice.',
    'The rules miss some notes and misread others: these are not counts of what happened to people.',
    'Evidence without an alert is a question to the record’s own worker, and no mistake of anybody’s.',
  ];
}

const percent = (share: number): string => String(Math.round(share * 1_000) / 10);
