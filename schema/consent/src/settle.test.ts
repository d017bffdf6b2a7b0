import { asking } from './cases/Case.ts';
import { settle } from './settle.ts';
import type { Verdict } from './Verdict.ts';

const yes: Verdict = { effect: 'permit', reason: 'CONSENT', basis: ['c1'], obligations: [] };
const no: Verdict = { effect: 'deny', by: 'CONSENT', reason: 'REFUSED', basis: ['c2'] };
const separable = asking({ separable: true });

test('a person who permits one label but not another is masked whole, and the permit is not part of the basis', () => {
  const found = [
    { person: 'ada', verdict: yes },
    { person: 'ada', verdict: no },
    { person: 'cleo', verdict: { ...yes, basis: ['c3'] } },
  ];
  expect(settle(separable, found)).toEqual({
    effect: 'mask',
    reason: 'REFUSED',
    mask: ['ada'],
    basis: ['c3'],
    obligations: [],
  });
});

test('the reason given is the first, in the order the people are named', () => {
  const found = [
    { person: 'ada', verdict: { ...no, reason: 'EXPIRED' as const } },
    { person: 'cleo', verdict: no },
  ];
  expect(settle(asking(), found)).toMatchObject({ effect: 'deny', reason: 'EXPIRED' });
});

test('bases and obligations are listed once each, in a fixed order', () => {
  const found = [
    { person: 'ada', verdict: { ...yes, basis: ['c9', 'c1'] } },
    {
      person: 'cleo',
      verdict: { ...yes, reason: 'BREAK_GLASS' as const, obligations: ['RECORD_DISCLOSURE', 'REVIEW'] as const },
    },
  ];
  expect(settle(asking(), found)).toEqual({
    effect: 'permit',
    reason: 'BREAK_GLASS+CONSENT',
    basis: ['c1', 'c9'],
    obligations: ['REVIEW', 'RECORD_DISCLOSURE'],
  });
});

test('with nobody asked, nothing is permitted', () => {
  expect(settle(separable, [])).toMatchObject({ effect: 'deny' });
});
