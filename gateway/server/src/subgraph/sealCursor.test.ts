import type { Requester } from '../identity/Requester.ts';
import { cursorsUnder } from './sealCursor.ts';

const harbour: Requester['agency'] = {
  ...{
    id: 'harbour',
    name: 'Harbour',
    kind: 'X',
    entity: [],
    url: '',
    publicKey: null,
    contractVersion: '1.0',
    modules: [],
  },
  ...{ state: 'ACTIVE', joinedAt: new Date(0) },
};
const mara: Requester = {
  ...{ user: 'mara', name: 'Mara', role: 'PRACTITIONER', agency: harbour, purpose: 'SERVICE_COORDINATION' },
  ...{ volunteer: false, self: null },
};
const cursors = cursorsUnder(new Uint8Array(32).fill(1));
const use = { requester: mara, list: 'board' };

test('a cursor opens to the position it was made of, and equal positions give equal bytes', () => {
  expect(cursors.open(cursors.seal([1, 'a'], use), use)).toEqual([1, 'a']);
  expect(cursors.seal([1, 'a'], use)).toBe(cursors.seal([1, 'a'], use));
});

test.each([
  ['somebody else', { ...use, requester: { ...mara, user: 'kim' } }],
  ['another agency', { ...use, requester: { ...mara, agency: { ...harbour, id: 'wattle' } } }],
  ['another role', { ...use, requester: { ...mara, role: 'TEAM_LEADER' as const } }],
  ['another purpose', { ...use, requester: { ...mara, purpose: 'EMERGENCY' as const } }],
  ['another list', { ...use, list: 'caseload' }],
])('a cursor does not serve %s', (_whom, other) => {
  expect(() => cursors.open(cursors.seal([1], use), other)).toThrow('The cursor does not belong');
});

test('a cursor that was tampered with, or made under another secret, is refused', () => {
  const cursor = cursors.seal([1, 'a'], use);
  expect(() => cursors.open(`${cursor.slice(0, -2)}AA`, use)).toThrow('The cursor does not belong');
  expect(() => cursorsUnder(new Uint8Array(32).fill(2)).open(cursor, use)).toThrow('The cursor does not belong');
  expect(() => cursors.open('', use)).toThrow('The cursor does not belong');
});
