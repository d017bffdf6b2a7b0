import type { Window } from '@accord/quality/reaudit/Audit';
import { ofMonths } from '@accord/quality/reaudit/sayWhatItShows';
import type { Partner } from '../../identity/Requester.ts';
import type { MissingView, ShareView } from './auditView.ts';

const reasons: Readonly<Record<MissingView['why'] | 'WITHHELD', string>> = {
  UNREACHABLE: 'did not answer',
  VETOED: 'has decided to keep its clients’ data out of audits',
  NOT_AGREED: 'does not release these figures',
  OLDER_CONTRACT: 'has an older contract, which has no audits',
  NOT_AUDITED: 'has not audited this period yet',
  OTHER_RULES: 'used another version of the rules',
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
      ? `${label}, ${when}: there are no figures that may be shown.`
      : `${label}, ${when}: ${part} of ${whole} people with evidence had no active alert (${percent(rate)}%; likely range ${percent(low)}% to ${percent(high)}%), at ${agencies.map(({ name }) => name).join(', ')}.`;
  const without = [...missing, ...withheld.map((agency) => ({ agency, why: 'WITHHELD' as const }))];
  return [
    gap,
    ...without.map(({ agency, why }) => `${agency.name} ${reasons[why]}. It is left out, not counted as zero.`),
    ...(window.first === window.last ? [] : [ofMonths]),
    'People are counted by record: someone with two records, at one agency or several, counts twice.',
    'The rules miss some notes and misread others, so these are not counts of what happened to people.',
    'Evidence without an alert is a question for the record’s own worker. It is nobody’s mistake.',
  ];
}

const percent = (share: number): string => String(Math.round(share * 1_000) / 10);
