import { someConsent } from '../store/testStore.ts';
import { asOnFile } from './asOnFile.ts';

const zone = 'Australia/Melbourne';
const now = new Date('2026-11-22T01:00:00.000Z');
const ahead = new Date('2026-11-22T01:00:05.000Z');
const consent = (change: object) => ({ ...someConsent('c1', 'ada'), recordedAt: new Date('2026-11-01'), ...change });
const from = (at: string) => ({ base: 'deny', rule: {}, effective: { from: at, to: '2027-01-01' } });

test('what was withdrawn counts as withdrawn, by whatever clock', () => {
  expect(asOnFile(consent({ withdrawnAt: ahead }), now, zone).withdrawnAt).toEqual(now);
  const earlier = new Date('2026-11-20');
  expect(asOnFile(consent({ withdrawnAt: earlier }), now, zone).withdrawnAt).toEqual(earlier);
  expect(asOnFile(consent({}), now, zone)).toEqual(consent({}));
});

test('what had begun when it was put on file counts as begun, by whatever clock', () => {
  for (const begun of [ahead.toISOString(), '2026-11-22']) {
    const seen = asOnFile(consent({ recordedAt: ahead, body: from(begun) }), now, zone);
    expect(seen).toMatchObject({ recordedAt: now, body: { effective: { from: now.toISOString(), to: '2027-01-01' } } });
  }
});

test('what was to begin later begins later', () => {
  const later = consent({ recordedAt: ahead, body: from('2026-12-01') });
  expect(asOnFile(later, now, zone).body).toEqual(later.body);
});
