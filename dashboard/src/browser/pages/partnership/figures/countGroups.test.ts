import { type AgencyFigures, codeGroups, peopleGroup, whoTold } from './countGroups.ts';

const count = (value: number) => ({ value, suppressed: false });
const few = { value: null, suppressed: true };
const figures = (people: NonNullable<AgencyFigures['figures']>['people'], alerts = {}) => ({
  people,
  alerts: Object.entries<typeof few | ReturnType<typeof count>>(alerts).map(([code, of]) => ({ code, count: of })),
  needs: [],
});
const agency = (name: string, now: AgencyFigures['figures'], scopes: readonly string[] = []): AgencyFigures => ({
  ...{ id: name.toLowerCase(), name, figures: now, figuresBefore: now },
  aggregateVetoes: scopes.map((scope) => ({ scope })),
});

const agencies = [
  agency('Harbour', figures(count(120), { MEDICAL: few, COURT_ORDER: count(9) })),
  agency('Kestrel', figures(few, { MEDICAL: count(30) })),
  agency('Heron', null, ['FIGURES']),
  agency('Lorikeet', null),
  agency('Banksia', null, ['AUDITS']),
];
const silent = new Set(['Lorikeet']);

test('a suppressed count has no number, and a missing agency is not a count of none', () => {
  expect(peopleGroup(agencies, silent).counts.map(({ agency: name, now }) => [name, now])).toEqual([
    ['Harbour', { kind: 'count', value: 120 }],
    ['Kestrel', { kind: 'few' }],
    ['Heron', { kind: 'vetoed' }],
    ['Lorikeet', { kind: 'unanswered' }],
    ['Banksia', { kind: 'untold' }],
  ]);
});

test('every agency is in every group; what it did not list is not zero; the highest counts come first', () => {
  const groups = codeGroups(agencies, 'alerts', { silent, wordOf: (code) => `the word ${code}` });
  expect(groups.map(({ id, title }) => [id, title])).toEqual([
    ['MEDICAL', 'the word MEDICAL'],
    ['COURT_ORDER', 'the word COURT_ORDER'],
  ]);
  expect(groups.map(({ counts }) => counts.map(({ now }) => now.kind))).toEqual([
    ['few', 'count', 'vetoed', 'unanswered', 'untold'],
    ['count', 'unlisted', 'vetoed', 'unanswered', 'untold'],
  ]);
});

test('who disclosed and who is missing is reported for all groups together', () => {
  const { told, missing } = whoTold(codeGroups(agencies, 'alerts', { silent, wordOf: String }));
  expect(told).toEqual(['Harbour', 'Kestrel']);
  expect(missing.map(({ name, told: { kind } }) => [name, kind])).toEqual([
    ['Heron', 'vetoed'],
    ['Lorikeet', 'unanswered'],
    ['Banksia', 'untold'],
  ]);
});
