import { changeRows, type Reaudit, whoIsCompared } from './changeRows.ts';
import { monthPoints } from './monthPoints.ts';

const agency = (id: string) => ({ __typename: 'Agency' as const, id, name: id.toUpperCase() });
const share = (part: number, whole: number) => ({ __typename: 'AuditShare' as const, part, whole });
const change = (estimate: number | null) => ({
  ...{ __typename: 'ReauditChange' as const, estimate, verdict: 'COULD_BE_CHANCE' as const },
  ...{ low: estimate === null ? null : estimate - 0.1, high: estimate === null ? null : estimate + 0.1 },
});
const leftOut = (...ids: readonly string[]) =>
  ids.map((id) => ({ __typename: 'AuditMissing' as const, agency: agency(id), why: 'WITHHELD' as const }));
const chart = {
  ...{ __typename: 'ReauditChart' as const, center: null, shift: null, leftOut: ['2026-05'] },
  points: [
    { __typename: 'ReauditPoint' as const, month: '2026-06', value: 0.5, low: 0.1, high: 0.9 },
    { __typename: 'ReauditPoint' as const, month: '2026-04', value: 0, low: null, high: null },
  ],
};
const looked = (...ids: readonly string[]): Reaudit['before'] => ({
  ...{ __typename: 'Audit', missing: [] },
  agencies: ids.map((id) => ({ __typename: 'AuditOfAgency', agency: agency(id) })),
});

const reaudit: Reaudit = {
  ...{ __typename: 'Reaudit', refused: null, words: [], gapChart: chart, raisedChart: chart, raised: null },
  ...{ before: looked('harbour', 'kestrel'), after: looked('harbour', 'kestrel') },
  sameRecords: {
    ...{ __typename: 'ReauditSameRecords', before: share(16, 23), after: share(10, 23), change: change(-0.26) },
    ...{ both: 9, closed: 7, opened: 1, neither: 6, exactP: 0.07, leftOut: leftOut('harbour', 'kestrel') },
  },
  gap: {
    ...{ __typename: 'ReauditShare', before: share(0, 0), after: share(0, 0), change: change(null) },
    leftOut: leftOut('kestrel'),
  },
  prevalence: null,
};

test('the same records are kept apart from others; what cannot be compared has words and no dot; what was not compared is left out', () => {
  const rows = changeRows(reaudit, {
    ...{ same: 'same', gap: 'gap', prevalence: 'prevalence', notTold: 'not told' },
    ...{
      points: String,
      counts: (before, after) => `${before.part} of ${before.whole}, ${after.part} of ${after.whole}`,
    },
  });
  expect(rows.map(({ id, value, words, counts }) => [id, value?.at ?? null, words, counts])).toEqual([
    ['same', -0.26, '-0.26', '16 of 23, 10 of 23'],
    ['gap', null, 'not told', ''],
  ]);
});

test('an agency that is in any part is compared; one that is in none is missing, with the reason', () => {
  expect(whoIsCompared(reaudit)).toEqual({ told: ['HARBOUR'], missing: [{ name: 'KESTREL', why: 'WITHHELD' }] });
});

test('months are in order, and one that was left out is not zero', () => {
  expect(monthPoints(chart, 'not told').map(({ time, value, words }) => [time, value, words])).toEqual([
    ['2026-04', 0, ''],
    ['2026-05', null, 'not told'],
    ['2026-06', 0.5, ''],
  ]);
});
