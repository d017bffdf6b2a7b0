import type { Released } from '../release/ReleaseBook.ts';
import { releasesOf } from './scatter.ts';

const record = (number: string, consented: readonly string[], lawful: readonly string[]): Released => ({
  ...{ handle: `h${number}`, agency: 'harbour', number, client: 'c' },
  categories: new Map([...consented, ...lawful].map((category) => [category, ['f1']])),
  consented: new Set(consented),
});
const asked = (...records: readonly Released[]) =>
  records.map((one) => ({ kind: 'RECORD', id: one.handle, record: one, partner: undefined }) as const);

test('a permit says for each release whether the person’s own word is enough for it', () => {
  const releases = releasesOf(
    asked(
      record('1', ['IDENTITY', 'HOUSING'], ['FV_RISK']),
      record('2', ['HOUSING', 'IDENTITY'], []),
      record('3', [], ['HOUSING']),
      record('4', ['HOUSING'], []),
    ),
  );
  expect(releases).toEqual([
    { records: ['1', '2'], categories: ['HOUSING', 'IDENTITY'], basis: 'CONSENT' },
    { records: ['1'], categories: ['FV_RISK'], basis: 'LAW' },
    { records: ['3'], categories: ['HOUSING'], basis: 'LAW' },
    { records: ['4'], categories: ['HOUSING'], basis: 'CONSENT' },
  ]);
});
