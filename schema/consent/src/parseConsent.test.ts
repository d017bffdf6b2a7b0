import { auVic } from './auVic.ts';
import { parseConsent } from './parseConsent.ts';

const consent = {
  id: 'c1',
  subject: 'ada',
  status: 'active',
  givenBy: { person: 'ada', capacity: 'self' },
  base: 'deny',
  rule: { except: [{ agencies: ['harbour'], categories: ['HOUSING'] }] },
  effective: { from: '2026-02-01' },
  recordedAt: '2026-02-01T10:15:00+11:00',
  evidence: { kind: 'verbal', noticeVersion: '3', language: 'prs' },
};

test('a consent is read as it was written', () => {
  expect(parseConsent(consent, auVic)).toEqual(consent);
});

test.each([
  ['a missing giver', { givenBy: undefined }, 'consent.givenBy'],
  ['missing evidence', { evidence: undefined }, 'consent.evidence'],
  ['a missing period', { effective: undefined }, 'consent.effective'],
  ['a missing time of recording', { recordedAt: undefined }, 'consent.recordedAt'],
  ['an unknown status', { status: 'maybe' }, 'consent.status'],
  ['a refusal that would permit', { status: 'refused', base: 'permit' }, 'consent.base'],
  ['someone else as "self"', { givenBy: { person: 'bram', capacity: 'self' } }, 'consent.givenBy'],
  ['an empty id', { id: ' ' }, 'consent.id'],
])('%s is refused', (_name, change, path) => {
  expect(() => parseConsent({ ...consent, ...change }, auVic)).toThrow(expect.objectContaining({ path }));
});
