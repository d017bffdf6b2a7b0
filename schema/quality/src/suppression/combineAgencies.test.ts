import { combineAgencies } from '@accord/quality/suppression/combineAgencies';
import { suppressTable } from '@accord/quality/suppression/suppressTable';
import fc from 'fast-check';

const outcome = { name: 'outcome', branches: ['gap', 'named'] };
const published = (gap: number, named: number) =>
  suppressTable({
    dimensions: [outcome],
    cells: [
      { at: { outcome: 'gap' }, count: gap },
      { at: { outcome: 'named' }, count: named },
    ],
  });
const gaps = { outcome: ['gap'] };

test('agencies that all gave a count have a total', () => {
  const reports = [
    { agency: 'harbour', table: published(12, 30) },
    { agency: 'kestrel', table: published(0, 9) },
  ];
  expect(combineAgencies(reports, gaps)).toMatchObject({ total: 12, atLeast: 12, withheld: [], missing: [] });
});

test('two withheld counts stay withheld, however many they may be together', () => {
  const reports = ['harbour', 'kestrel', 'wattle'].map((agency) => ({ agency, table: published(3, 30) }));
  expect(combineAgencies(reports, gaps)).toMatchObject({ total: null, atLeast: 0, counted: [] });
  expect(combineAgencies(reports, gaps).withheld).toHaveLength(3);
  expect(combineAgencies(reports, {}).total).toBe(99);
});

test('a missing agency is named with its reason, and makes the total unknown, never smaller', () => {
  const reports = [
    { agency: 'harbour', table: published(12, 30) },
    { agency: 'kestrel', missing: 'UNREACHABLE' as const },
    { agency: 'wattle', missing: 'NOT_AGREED' as const },
  ];
  expect(combineAgencies(reports, gaps)).toEqual({
    total: null,
    atLeast: 12,
    counted: [{ agency: 'harbour', count: 12 }],
    withheld: [],
    missing: [
      { agency: 'kestrel', why: 'UNREACHABLE' },
      { agency: 'wattle', why: 'NOT_AGREED' },
    ],
  });
});

test('an agency whose table lacks what is asked for is missing, not zero; with no agency there is no total', () => {
  const question = { outcome: ['ruled out'] };
  expect(combineAgencies([{ agency: 'harbour', table: published(12, 30) }], question)).toMatchObject({
    total: null,
    missing: [{ agency: 'harbour', why: 'NOT_IN_ITS_TABLE' }],
  });
  expect(combineAgencies([], gaps).total).toBeNull();
});

test('an agency given twice is refused', () => {
  const report = { agency: 'harbour', table: published(12, 30) };
  expect(() => combineAgencies([report, report], gaps)).toThrow('given twice');
});

test('a total with an agency minus the total without it is what that agency published, or is not known', () => {
  const two = fc.tuple(fc.nat(12), fc.nat(12));
  fc.assert(
    fc.property(fc.array(two, { minLength: 1, maxLength: 5 }), two, (others, last) => {
      const reports = others.map(([gap, named], i) => ({ agency: `a${i}`, table: published(gap, named) }));
      const without = combineAgencies(reports, gaps).total;
      const withIt = combineAgencies([...reports, { agency: 'last', table: published(...last) }], gaps).total;
      if (withIt === null || without === null) return;
      expect(withIt - without).toBe(last[0]);
      expect(last[0] === 0 || last[0] >= 5).toBe(true);
    }),
  );
});
