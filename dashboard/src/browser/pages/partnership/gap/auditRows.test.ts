import type { Audit, SayShare } from './auditRows.ts';
import { agencyRows, allTooSmall, nothingPublished, timePoints } from './auditRows.ts';

const say: SayShare = {
  share: ({ part, whole }) => `${part} of ${whole}`,
  rate: (rate) => `${rate * 100}%`,
  noneSeen: 'none seen',
  small: 'too small',
  why: (why) => why,
};
const agency = (name: string) => ({ __typename: 'Agency' as const, id: name.toLowerCase(), name });
const share = (part: number, whole: number) => ({
  ...{ __typename: 'AuditShare' as const, part, whole, rate: whole === 0 ? null : part / whole },
  ...{ low: whole === 0 ? null : 0.1, high: whole === 0 ? null : 0.6 },
});
type Told = Readonly<Record<string, ReturnType<typeof share> | null>>;

function audit(from: string, told: Told, missing: Readonly<Record<string, Audit['missing'][number]['why']>>): Audit {
  const known = Object.entries(told).flatMap(([name, one]) => (one ? [{ name, one }] : []));
  const sum = (of: 'part' | 'whole') => known.reduce((all, { one }) => all + one[of], 0);
  return {
    ...{ __typename: 'Audit', from, to: from, words: [] },
    gapRate: { ...share(sum('part'), sum('whole')), agencies: known.map(({ name }) => agency(name)) },
    agencies: Object.entries(told).map(([name, gapRate]) => ({
      ...{ __typename: 'AuditOfAgency', agency: agency(name), publishedOn: '2027-01-05', gapRate },
    })),
    missing: Object.entries(missing).map(([name, why]) => ({ __typename: 'AuditMissing', agency: agency(name), why })),
  };
}

const spring = audit(
  '2026-10-01',
  { Harbour: share(5, 20), Kestrel: null },
  { Wattle: 'VETOED', Heron: 'UNREACHABLE' },
);
const winter = audit('2026-07-01', {}, { Harbour: 'NOT_AUDITED', Kestrel: 'NOT_AUDITED' });
const autumn = audit('2026-04-01', { Harbour: null, Kestrel: share(0, 0) }, {});

test('agencies have rows in order of name; a missing one has its reason and no number; all together come last', () => {
  expect(agencyRows(spring, 'All', say).map(({ name, value, words }) => [name, value?.at ?? null, words])).toEqual([
    ['Harbour', 0.25, '5 of 20'],
    ['Heron', null, 'UNREACHABLE'],
    ['Kestrel', null, 'too small'],
    ['Wattle', null, 'VETOED'],
    ['All', 0.25, '5 of 20'],
  ]);
});

test('nothing counted is not a share of zero', () => {
  const [harbour, kestrel, all] = agencyRows(autumn, 'All', say);
  expect([harbour?.words, kestrel?.words, all?.words]).toEqual(['too small', 'none seen', 'none seen']);
  expect([harbour?.value, kestrel?.value, all?.value]).toEqual([null, null, null]);
});

test('an undisclosed quarter keeps its place, with the reason and no value', () => {
  const audits = [autumn, winter, spring];
  const of = (agencyId: string | null) => timePoints(audits, agencyId, say).map(({ value, words }) => [value, words]);
  expect(of(null)).toEqual([
    [null, 'none seen'],
    [null, 'NOT_AUDITED'],
    [0.25, '25%'],
  ]);
  expect(of('kestrel')).toEqual([
    [null, 'none seen'],
    [null, 'NOT_AUDITED'],
    [null, 'too small'],
  ]);
});

test('nothing published and nothing that may be disclosed are told apart', () => {
  expect([nothingPublished([winter]), allTooSmall([winter])]).toEqual([true, false]);
  expect([nothingPublished([winter, autumn]), allTooSmall([winter, autumn])]).toEqual([false, true]);
  expect([nothingPublished([autumn, spring]), allTooSmall([autumn, spring])]).toEqual([false, false]);
});
