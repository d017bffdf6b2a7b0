import type { QueryReauditArgs } from '@accord/contract/generated/api';
import { againOn } from '@accord/quality/audit/auditDimensions';
import { endOf } from '@accord/quality/audit/cellOf';
import type { Audit, Figures, OfAgency, SecondLook } from '@accord/quality/reaudit/Audit';
import { type Change, type Compared, compareAudits } from '@accord/quality/reaudit/compareAudits';
import type { LeftOut } from '@accord/quality/reaudit/inBoth';
import { gapOf, pairsOf, prevalenceOf } from '@accord/quality/reaudit/standing';
import type { Share } from '@accord/quality/Share';
import type { Rate } from '@accord/quality/statistics/rateRatio';
import { answerOf } from '@accord/quality/suppression/answerOf';
import { valuesOf } from '@accord/quality/suppression/Dimension';
import { monthsBetween } from '@accord/quality/suppression/monthsBetween';
import type { PublishedTable } from '@accord/quality/suppression/PublishedTable';
import type { Partner } from '../../identity/Requester.ts';
import type { RequestContext } from '../../RequestContext.ts';
import { assertMayDo } from '../../subgraph/mayDo.ts';
import { auditView, monthOf, shareView } from './auditView.ts';
import { type Asked, type AuditParts, type Gathered, gatherAudits, windowOf } from './gatherAudits.ts';

/**
 * Compares two windows under the same rules, or says why they cannot be compared. Throws `ROLE_REFUSED`, `PURPOSE_REFUSED`,
 * `ARGUMENT_REFUSED`.
 */
export async function reaudit(args: QueryReauditArgs, parts: AuditParts, context: RequestContext) {
  assertMayDo('reaudit', context.requester);
  const { category, rules } = args;
  const askedBefore = { category, rules, window: windowOf('before', args.before) };
  const askedAfter = { category, rules: args.rulesAfter ?? rules, window: windowOf('after', args.after) };
  const [before, after] = await Promise.all([
    gatherAudits(askedBefore, parts, context),
    gatherAudits(askedAfter, parts, context),
  ]);
  const compared = compareAudits(
    auditOf(askedBefore, before),
    auditOf(args.rulesAfter ? askedAfter : rulesFound(askedAfter, before, after), after),
    {
      ...secondLookOf(askedBefore, before, endOf(askedAfter.window)),
      months: monthsOf([askedBefore, before], [askedAfter, after]),
      nameOf: (id) => context.partners.get(id)?.name ?? id,
    },
  );
  const views = {
    before: auditView(askedBefore, before, context),
    after: auditView(askedAfter, after, context),
    words: compared.words,
  };
  if (compared.kind === 'refused') return { ...nothing, ...views, refused: compared.why };
  const agencies = (ids: readonly string[]) => ids.flatMap((id) => context.partners.get(id) ?? []);
  return { ...views, refused: null, ...comparedView(compared, agencies) };
}

const nothing = { sameRecords: null, gap: null, prevalence: null, raised: null, gapChart: null, raisedChart: null };

/** The rules actually used for the second window, if all agencies that published the first have used the same other version since. */
function rulesFound(asked: Asked, before: readonly Gathered[], after: readonly Gathered[]): Asked {
  const both = new Set(before.filter((one) => 'table' in one).map(({ partner }) => partner.id));
  const since = after.filter(({ partner }) => both.has(partner.id));
  const others = since.flatMap((one) =>
    'missing' in one && one.missing === 'OTHER_RULES' && one.rules ? [one.rules] : [],
  );
  const [other] = others;
  const haveAll = others.length === since.length && others.every((rules) => rules === other);
  return other !== undefined && haveAll ? { ...asked, rules: other } : asked;
}

const auditOf = ({ category, rules, window }: Asked, gathered: readonly Gathered[]): Audit => ({
  ...{ category, rules, window },
  agencies: gathered.map(
    (one): OfAgency<Figures> =>
      'missing' in one
        ? { agency: one.partner.id, missing: one.missing }
        : { agency: one.partner.id, told: figuresOf(one.table) },
  ),
});

function figuresOf(table: PublishedTable): Figures {
  const raised = answerOf(table, { raised: ['WITHIN'] });
  return {
    gap: gapOf(table),
    prevalence: prevalenceOf(table),
    alerts: raised.kind === 'counted' ? raised.count : null,
  };
}

/** The records of the first window, looked at again on the last day of the second, from the agencies that did so. */
function secondLookOf({ rules }: Asked, before: readonly Gathered[], day: string): Readonly<{ again?: SecondLook }> {
  const agencies = before.map((one): SecondLook['agencies'][number] => {
    const agency = one.partner.id;
    if ('missing' in one) return { agency, missing: one.missing };
    return one.lookedAgain.includes(day)
      ? { agency, told: pairsOf(lookedAgainOn(one.table, day)) }
      : { agency, missing: 'NOT_AUDITED' };
  });
  return agencies.some((one) => 'told' in one) ? { again: { rules, agencies } } : {};
}

const lookedAgainOn = ({ dimensions, groups }: PublishedTable, day: string): PublishedTable => ({
  dimensions: dimensions.map((one) => (one.name === againOn(day) ? { ...one, name: 'again' } : one)),
  groups: groups.map(({ at, count }) => ({ at: { ...at, again: at[againOn(day)] ?? [] }, count })),
});

/** The months of both windows, for agencies that published both: an agency that joined in between would look like a change. */
function monthsOf(...windows: readonly [readonly [Asked, readonly Gathered[]], readonly [Asked, readonly Gathered[]]]) {
  const [[{ window: first }, before], [{ window: second }, after]] = windows;
  if (second.first <= first.last) return [];
  const told = (gathered: readonly Gathered[]) =>
    new Set(gathered.filter((one) => 'table' in one).map(({ partner }) => partner.id));
  const [then, now] = [told(before), told(after)];
  return windows.flatMap(([{ window }, gathered]) => {
    const both = gathered.filter(({ partner }) => then.has(partner.id) && now.has(partner.id));
    if (both.length === 0) return [];
    return valuesOf(monthsBetween(window.first, window.last).branches).map((month) => {
      const { gap, raised } = monthOf(month, both);
      return { month, gap, alerts: raised };
    });
  });
}

/** Null if no agency published both: a sum over no agencies is not a count. */
const countOf = (alerts: Change<Rate>, when: 'before' | 'after'): number | null =>
  alerts.agencies.length === 0 ? null : alerts[when].count;

type Agencies = (ids: readonly string[]) => readonly Partner[];

function comparedView({ sameRecords, newRecords, charts }: Compared, agencies: Agencies) {
  const leftOutView = (leftOut: readonly LeftOut[]) =>
    leftOut.flatMap(({ agency, why }) => agencies([agency]).map((found) => ({ agency: found, why })));
  const change = ({ change: { estimate, interval }, verdict }: Change<unknown>) => ({
    ...{ estimate, verdict, low: interval?.low ?? null, high: interval?.high ?? null },
  });
  const shares = (of: Change<Share>) => ({
    before: shareView(of.before, agencies(of.agencies)),
    after: shareView(of.after, agencies(of.agencies)),
    ...{ change: change(of), leftOut: leftOutView(of.leftOut) },
  });
  const { months, gap, alerts } = charts;
  const limits = alerts.xmr.limits;
  return {
    sameRecords: sameRecords && {
      ...shares(sameRecords),
      both: sameRecords.pairs.both,
      closed: sameRecords.pairs.firstOnly,
      opened: sameRecords.pairs.secondOnly,
      ...{ neither: sameRecords.pairs.neither, exactP: sameRecords.exactP },
    },
    gap: newRecords && shares(newRecords.gap),
    prevalence: newRecords && shares(newRecords.prevalence),
    raised: newRecords && {
      ...{ before: countOf(newRecords.alerts, 'before'), monthsBefore: newRecords.alerts.before.over },
      ...{ after: countOf(newRecords.alerts, 'after'), monthsAfter: newRecords.alerts.after.over },
      ...{ ratio: change(newRecords.alerts), leftOut: leftOutView(newRecords.alerts.leftOut) },
    },
    gapChart: {
      points: gap.points.flatMap(({ value, limits: own }, nth) => {
        const month = months[nth]?.month;
        return value === null || month === undefined
          ? []
          : [{ month, value, low: own?.low ?? null, high: own?.high ?? null }];
      }),
      ...{ center: gap.centre, shift: null },
      leftOut: months.filter((_, nth) => gap.points[nth]?.value == null).map(({ month }) => month),
    },
    raisedChart: {
      points: months
        .filter(({ alerts: counted }) => counted !== null)
        .map(({ month, alerts: counted }) => ({
          ...{ month, value: counted ?? 0, low: limits?.low ?? null, high: limits?.high ?? null },
        })),
      ...{ center: limits?.centre ?? null, shift: alerts.run.shift, leftOut: alerts.leftOut },
    },
  };
}
