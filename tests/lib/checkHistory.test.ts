import type { LedgerEntry } from '@accord/server/store/LedgerEntry';
import { checkHistory, type History, type Read } from './checkHistory.ts';

// The checker itself: it accepts a history that has an order, and names each way in which one has none.

const kind = 'HOUSING';
/** Given between 10 and 20 (acknowledged at 18), withdrawn between 50 and 60 (acknowledged at 58). */
const slots = [
  {
    ...{ person: 'ada', kind },
    events: [
      { consent: 'c1', asked: 10, acknowledged: 18, answered: 20 },
      { consent: 'c1', asked: 50, acknowledged: 58, answered: 60 },
    ],
  },
];

const read = (requester: string, asked: number, answered: number, shown: boolean): Read => ({
  ...{ requester, asked, sent: answered - 1, answered, released: true, kinds: [kind] },
  people: new Map([['ada', shown ? new Set([kind]) : null]]),
});
const entry = (seq: number, requester: string): LedgerEntry => ({
  ...{ seq, requester, clientId: 'ada', categories: [kind], basis: ['c1'], at: new Date(0), requestId: requester },
  ...{ role: '', requesterAgency: '', purpose: '', handle: '', agencyId: '', operation: '', prevHash: '', hash: '' },
});
const whatFails = (reads: readonly Read[], entries: readonly LedgerEntry[]): readonly string[] => {
  const history: History = { slots, reads, entries };
  return checkHistory(history);
};

test('reads before, during and after, in the order of the ledger, fit', () => {
  expect(
    whatFails(
      [read('r1', 1, 5, false), read('r2', 11, 15, true), read('r3', 30, 40, true), read('r4', 61, 70, false)],
      [entry(1, 'r2'), entry(2, 'r3')],
    ),
  ).toEqual([]);
});

test.each<readonly [string, readonly Read[], readonly LedgerEntry[]]>([
  ['shown after the withdrawal was answered', [read('r1', 61, 70, true)], [entry(1, 'r1')]],
  ['sent after the withdrawal was acknowledged', [read('r1', 40, 65, true)], [entry(1, 'r1')]],
  ['shown before it was given', [read('r1', 1, 5, true)], [entry(1, 'r1')]],
  ['closed while it was open', [read('r1', 30, 40, false)], []],
  ['shown and not in the ledger', [read('r1', 30, 40, true)], []],
  ['in the ledger and not shown', [read('r1', 52, 55, false)], [entry(1, 'r1')]],
  ['in the ledger twice', [read('r1', 30, 40, true)], [entry(1, 'r1'), entry(2, 'r1')]],
  ['told to somebody who never asked', [], [entry(1, 'r1')]],
  ['refused and in the ledger', [{ ...read('r1', 30, 40, true), released: false }], [entry(1, 'r1')]],
  [
    'more in the ledger than was shown',
    [read('r1', 30, 40, true)],
    [{ ...entry(1, 'r1'), categories: [kind, 'PHONE'] }],
  ],
  ['on a consent for something else', [read('r1', 30, 40, true)], [{ ...entry(1, 'r1'), basis: ['c9'] }]],
  [
    'in another order than they happened',
    [read('r1', 21, 25, true), read('r2', 30, 40, true)],
    [entry(2, 'r1'), entry(1, 'r2')],
  ],
])('it is reported if something was %s', (_what, reads, entries) => {
  expect(whatFails(reads, entries)).not.toEqual([]);
});
