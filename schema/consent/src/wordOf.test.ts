import { auVic } from './auVic.ts';
import { asking, consent, refusal } from './cases/Case.ts';
import type { Consent } from './Facts.ts';
import { questionsOf } from './Question.ts';
import { wordOf } from './wordOf.ts';

function said(by: Consent, change: Parameters<typeof asking>[0] = {}) {
  return questionsOf(asking(change), auVic)?.map((question) => wordOf(by, question))[0];
}

test('a form that permits by default permits within its own scope and is silent outside it', () => {
  const housing = consent('c1', 'permit', [], { rule: { categories: ['HOUSING'] } });
  expect(said(housing)).toBe('permit');
  expect(said(housing, { category: 'FINANCE' })).toBe('silent');
});

test('an opt-in form never denies by its base, nor by repeating it', () => {
  expect(said(consent('c1', 'deny', []))).toBe('silent');
  expect(said(consent('c1', 'deny', [], { rule: { effect: 'deny' } }))).toBe('silent');
});

test('a deny stated against a permitting base is a denial', () => {
  expect(said(consent('c1', 'permit', [], { rule: { effect: 'deny', agencies: ['harbour'] } }))).toBe('deny');
});

test('a permit stated against a denying base is a permit', () => {
  expect(said(consent('c1', 'deny', [], { rule: { effect: 'permit', agencies: ['harbour'] } }))).toBe('permit');
});

test('a refusal is silent about what it excepts, and permits nothing', () => {
  const allButHarbour = refusal('c1', { except: [{ agencies: ['harbour'] }] });
  expect(said(allButHarbour)).toBe('silent');
  expect(said(allButHarbour, { source: 'kestrel', viewer: { agency: 'wattle', agencyWorksWith: [] } })).toBe('deny');
  expect(said({ ...refusal('c1', {}), base: 'permit' })).toBe('deny');
});

test('the deepest matching rule decides', () => {
  const nested = consent('c1', 'permit', [
    { agencies: ['harbour'], except: [{ categories: ['HOUSING'], except: [{ users: ['mara'] }] }] },
  ]);
  expect(said(nested)).toBe('deny');
  expect(said(nested, { viewer: { agency: 'harbour', user: 'rory', agencyWorksWith: [] } })).toBe('permit');
  expect(said(nested, { category: 'FINANCE' })).toBe('deny');
});

test('data dated only to the day is opened only where the whole day is permitted', () => {
  const untilNoon = consent('c1', 'deny', [{ dataPeriod: { to: '2026-03-01T12:00:00+11:00' } }]);
  expect(said(untilNoon, { dataDate: '2026-02-28' })).toBe('permit');
  expect(said(untilNoon, { dataDate: '2026-03-01' })).toBe('silent');
  const fromNoon = consent('c1', 'deny', [{ dataPeriod: { from: '2026-03-01T12:00:00+11:00' } }]);
  expect(said(fromNoon, { dataDate: '2026-03-01' })).toBe('silent');
  expect(said(fromNoon, { dataDate: '2026-03-02' })).toBe('permit');
});

test('data from the day after the last closed one is open', () => {
  const untilMarch = consent('c1', 'permit', [{ dataPeriod: { to: '2026-02-28' } }]);
  expect(said(untilMarch, { dataDate: '2026-02-28' })).toBe('deny');
  expect(said(untilMarch, { dataDate: '2026-03-01' })).toBe('permit');
});

test('an empty list, which could mean any or none, closes and does not open', () => {
  for (const rule of [{ agencies: [] }, { categories: [] }]) {
    expect(said(consent('c1', 'deny', [rule]))).toBe('silent');
    expect(said(consent('c1', 'permit', [rule]))).toBe('deny');
    expect(said(refusal('c1', rule))).toBe('deny');
  }
});
