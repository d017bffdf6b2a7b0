import { toAlert } from '@accord/quality/audit/auditDimensions';
import { endOf } from '@accord/quality/audit/cellOf';
import { certainty, gapOf, prevalenceOf } from '@accord/quality/reaudit/standing';
import type { Share } from '@accord/quality/Share';
import { wilson } from '@accord/quality/statistics/wilson';
import type { Question } from '@accord/quality/suppression/answerOf';
import { type AgencyReport, combineAgencies, type Missing } from '@accord/quality/suppression/combineAgencies';
import { valuesOf } from '@accord/quality/suppression/Dimension';
import { monthsBetween } from '@accord/quality/suppression/monthsBetween';
import type { PublishedTable } from '@accord/quality/suppression/PublishedTable';
import type { Partner } from '../../identity/Requester.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { Asked, Gathered } from './gatherAudits.ts';
import { sayAudit } from './sayAudit.ts';

/** An audit over all agencies as everybody reads it, in today's words. Every count is a sum of groups that agencies published. */
export function auditView(
  { category, window, rules }: Asked,
  gathered: readonly Gathered[],
  { words }: Pick<RequestContext, 'words'>,
) {
  const partners = new Map(gathered.map(({ partner }) => [partner.id, partner] as const));
  const reports = gathered.map(reportOf);
  const count = (question: Question) => countView(combineAgencies(reports, question), partners);
  const share = (pick: (table: PublishedTable) => Share | null) => sharesOf(gathered, pick);
  const missing = gathered.flatMap((one) => ('missing' in one ? [{ agency: one.partner, why: one.missing }] : []));
  const alert = { standing: ['NAMED', 'ALERT_ONLY'] };
  const gapRate = share(gapOf);
  const withheld = gathered.flatMap((one) => ('table' in one && gapOf(one.table) === null ? [one.partner] : []));
  const label = words.alerts.get(category)?.label ?? category;
  return {
    ...{ category, rules, from: `${window.first}-01`, to: endOf(window) },
    people: count({}),
    evidence: count({ standing: ['GAP', 'NAMED'] }),
    gap: count({ standing: ['GAP'] }),
    alerts: count(alert),
    raised: count({ raised: ['WITHIN'] }),
    ruledOut: count({ certainty: ['RULED_OUT', 'CORRECTED'] }),
    gapRate,
    prevalence: share(prevalenceOf),
    certainty: valuesOf(certainty.branches).map((value) => ({ value, count: count({ ...alert, certainty: [value] }) })),
    daysToAlert: valuesOf(toAlert.branches)
      .filter((value) => value !== 'NONE')
      .map((value) => ({ value, count: count({ standing: ['NAMED'], toAlert: [value] }) })),
    months: valuesOf(monthsBetween(window.first, window.last).branches).map((month) => monthView(month, gathered)),
    agencies: gathered.flatMap((one) => {
      if ('missing' in one) return [];
      const { partner, table, publishedOn } = one;
      return [
        {
          agency: partner,
          publishedOn,
          gapRate: ofOne(partner, gapOf(table)),
          prevalence: ofOne(partner, prevalenceOf(table)),
        },
      ];
    }),
    missing,
    words: sayAudit({ label, window, gapRate, missing, withheld }),
  };
}

export type ShareView = ReturnType<typeof shareView>;

export const shareView = ({ part, whole }: Share, agencies: readonly Partner[]) => {
  const { estimate, interval } = wilson({ part, whole });
  return { ...{ part, whole, rate: estimate, agencies }, low: interval?.low ?? null, high: interval?.high ?? null };
};

/** One month over the agencies that published; `gap` is null if one of them may not disclose it. */
export function monthOf(month: string, gathered: readonly Gathered[]) {
  const told = gathered.filter((one) => 'table' in one);
  const shares = told.map(({ table }) => gapOf(table, { month: [month] }));
  const known = shares.filter((one) => one !== null);
  const raised = combineAgencies(told.map(reportOf), { raised: ['WITHIN'], month: [month] }).total;
  const gap = known.length === told.length && told.length > 0 ? sumOf(known) : null;
  return { month, gap, raised };
}

function monthView(month: string, gathered: readonly Gathered[]) {
  const { gap, raised } = monthOf(month, gathered);
  const told = gathered.filter((one) => 'table' in one).map(({ partner }) => partner);
  return { month, raised, gap: gap && shareView(gap, told) };
}

const reportOf = (one: Gathered): AgencyReport =>
  'missing' in one ? { agency: one.partner.id, missing: one.missing } : { agency: one.partner.id, table: one.table };

function countView(
  { total, atLeast, counted, withheld }: ReturnType<typeof combineAgencies>,
  partners: ReadonlyMap<string, Partner>,
) {
  const partner = (id: string): readonly Partner[] => {
    const found = partners.get(id);
    return found ? [found] : [];
  };
  return {
    ...{ total, atLeast },
    counted: counted.flatMap(({ agency, count }) => partner(agency).map((found) => ({ agency: found, count }))),
    withheld: withheld.flatMap(({ agency }) => partner(agency)),
  };
}

function sharesOf(gathered: readonly Gathered[], pick: (table: PublishedTable) => Share | null) {
  const told = gathered.flatMap((one) => {
    const share = 'missing' in one ? null : pick(one.table);
    return share ? [{ partner: one.partner, share }] : [];
  });
  return shareView(
    sumOf(told.map(({ share }) => share)),
    told.map(({ partner }) => partner),
  );
}

const ofOne = (partner: Partner, share: Share | null) => share && shareView(share, [partner]);
const sumOf = (shares: readonly Share[]): Share => ({
  part: shares.reduce((sum, { part }) => sum + part, 0),
  whole: shares.reduce((sum, { whole }) => sum + whole, 0),
});

export type MissingView = Readonly<{ agency: Partner; why: Missing }>;
