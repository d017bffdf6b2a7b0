import { type Agreed, holdsFrom } from './Change.ts';
import { vocabularyOn } from './vocabularyOn.ts';

const start = {
  alerts: [{ code: 'USING', label: 'Person using violence', category: 'FV_RISK' }],
  needs: [{ code: '9', label: 'Violence' }],
};
const agreed = (id: string, from: string, change: Agreed['change']): Agreed => ({ id, from, change, agreedAt: 0 });
const label = (day: string, ...changes: readonly Agreed[]) =>
  vocabularyOn(day, start, changes).alerts.get('USING')?.label;

test('an agreed label is in force from its day and not before, in whatever order changes were agreed', () => {
  const one = agreed('p1', '2027-03-10', { kind: 'LABEL', code: 'USING', label: 'First' });
  const other = agreed('p2', '2027-04-01', { kind: 'LABEL', code: 'USING', label: 'Second' });
  expect(['2027-03-09', '2027-03-10', '2027-04-01'].map((day) => label(day, other, one))).toEqual([
    ...['Person using violence', 'First', 'Second'],
  ]);
  expect(vocabularyOn('2027-05-01', start, [other, one]).alerts.get('USING')?.history).toEqual([
    { from: null, label: 'Person using violence', retired: false, proposal: null },
    { from: '2027-03-10', label: 'First', retired: false, proposal: 'p1' },
    { from: '2027-04-01', label: 'Second', retired: false, proposal: 'p2' },
  ]);
});

test('a change is in force from the day it was proposed for, never before the day after it is agreed', () => {
  expect(holdsFrom(null, '2027-02-28')).toBe('2027-03-01');
  expect(holdsFrom('2027-01-01', '2027-12-31')).toBe('2028-01-01');
  expect(holdsFrom('2027-07-01', '2027-03-01')).toBe('2027-07-01');
});

test('a retired category keeps its last wording, and a code’s kind of information never changes', () => {
  const words = vocabularyOn('2027-05-01', start, [
    agreed('p1', '2027-03-01', { kind: 'ALERT_CATEGORY', code: 'PET', label: 'Pet at home', category: 'HOUSING' }),
    agreed('p2', '2027-03-02', { kind: 'ALERT_CATEGORY', code: 'PET', label: 'Animal', category: 'HEALTH' }),
    agreed('p3', '2027-03-03', { kind: 'RETIRE', code: 'PET' }),
  ]);
  expect(words.alerts.get('PET')).toMatchObject({ label: 'Animal', category: 'HOUSING', retired: true });
});
