import { compareAudits } from '@accord/quality/reaudit/compareAudits';
import { again, certainty, gapOf, pairsOf, prevalenceOf, standing } from '@accord/quality/reaudit/standing';
import { answerOf } from '@accord/quality/suppression/answerOf';
import { monthsBetween } from '@accord/quality/suppression/monthsBetween';
import { suppressTable } from '@accord/quality/suppression/suppressTable';

const published = (gap: number, named: Readonly<Record<string, number>>, rest: number) =>
  suppressTable({
    dimensions: [standing, certainty],
    cells: [
      { at: { standing: 'GAP', certainty: 'NONE' }, count: gap },
      ...Object.entries(named).map(([value, count]) => ({ at: { standing: 'NAMED', certainty: value }, count })),
      { at: { standing: 'ALERT_ONLY', certainty: 'ASSESSED' }, count: 6 },
      { at: { standing: 'NEITHER', certainty: 'NONE' }, count: rest },
    ],
  });

test('gap rate and prevalence come from one table', () => {
  const table = published(30, { INDICATED: 12, DISCLOSED: 8 }, 144);
  expect(gapOf(table)).toEqual({ part: 30, whole: 50 });
  expect(prevalenceOf(table)).toEqual({ part: 26, whole: 200 });
});

test('few gaps withhold the gap rate, but the number with evidence stays', () => {
  const table = published(3, { INDICATED: 12, DISCLOSED: 8 }, 144);
  expect(gapOf(table)).toBeNull();
  expect(prevalenceOf(table)).toBeNull();
  expect(answerOf(table, { standing: ['GAP', 'NAMED'] })).toEqual({ kind: 'counted', count: 23 });
});

test('few of one certainty withhold the mix of certainties, and nothing above it', () => {
  const table = published(30, { INDICATED: 12, DISCLOSED: 3 }, 144);
  expect(gapOf(table)).toEqual({ part: 30, whole: 45 });
  expect(prevalenceOf(table)).toEqual({ part: 21, whole: 195 });
  expect(answerOf(table, { standing: ['NAMED'], certainty: ['INDICATED'] }).kind).toBe('withheld');
});

test('from counts in three agencies to what a re-audit shows, using only what is published', () => {
  const window = { first: '2026-01', last: '2026-03' };
  const spring = monthsBetween(window.first, window.last);
  /** Gaps that remain, gaps that close and named ones that remain, each month. */
  const table = (stay: number, close: number, rest: number) =>
    suppressTable({
      dimensions: [standing, spring, again],
      cells: ['2026-01', '2026-02', '2026-03'].flatMap((month) => [
        { at: { standing: 'GAP', month, again: 'GAP' }, count: stay },
        { at: { standing: 'GAP', month, again: 'NAMED' }, count: close },
        { at: { standing: 'NAMED', month, again: 'NAMED' }, count: rest },
      ]),
    });
  const tables = { harbour: table(10, 12, 20), kestrel: table(8, 9, 30), wattle: table(7, 2, 9) };
  const agencies = Object.entries(tables).map(([agency, one]) => ({
    agency,
    told: { gap: gapOf(one), prevalence: null, alerts: null },
  }));
  const audit = { rules: 'fv-3', category: 'FAMILY_VIOLENCE_EXPERIENCING', window, agencies };
  const looked = Object.entries(tables).map(([agency, one]) => ({ agency, told: pairsOf(one) }));
  expect(agencies.map(({ told }) => told.gap)).toEqual([
    { part: 66, whole: 126 },
    { part: 51, whole: 141 },
    { part: 27, whole: 54 },
  ]);
  const found = compareAudits(audit, audit, { again: { rules: 'fv-3', agencies: looked } });
  expect(found).toMatchObject({
    kind: 'compared',
    newRecords: null,
    sameRecords: {
      verdict: 'LESS',
      agencies: ['harbour', 'kestrel'],
      before: { part: 117, whole: 267 },
      after: { part: 54, whole: 267 },
    },
  });
  expect(found.words.join('\n')).toContain('"wattle" had counts too small to show');
});
