import { randomUUID } from 'node:crypto';
import { mintWriteOrder, type WriteAct } from '@accord/contract/writeOrder';
import { inventedAgency, keyPair, now, servedAgency, stopServed } from '../../tests/inventedAgency.ts';
import type { Writes } from '../mapping/defineWrites.ts';
import type { Mapping } from '../mapping/Mapping.ts';

afterEach(stopServed);

const draft = {
  ...{
    code: 'MEDICAL',
    certainty: 'DISCLOSED',
    severity: 'HIGH',
    text: 'Ada keeps an inhaler by her.',
    reviewDue: null,
  },
};
const raised = { act: 'RAISE', what: { draft } } as const;

/** A write mapping that reports every order as written. */
const writes: Writes = {
  approval: 'NONE',
  carryOut: async () => ({ kind: 'WRITTEN' }),
  giveUp: async () => false,
  dryRun: async () => ({ kind: 'DRY_RUN', rows: [] }),
};

/** The answer to an order, and what the agency logged about it. */
async function ordered(
  parts: Partial<Mapping>,
  { act, what }: Readonly<{ act: WriteAct; what: object }> = raised,
  dryRun = false,
) {
  const { key, jwk } = await keyPair();
  const { url, log } = await servedAgency({ ...inventedAgency().mapping, writes, ...parts }, { hubKey: jwk });
  const body = JSON.stringify({ order: 'o-1', today: '2026-11-22', dryRun, what });
  const by = { user: 'bfinch', role: 'TEAM_LEADER', agency: 'harbour', purpose: 'SERVICE_COORDINATION' };
  const order = await mintWriteOrder(
    { requester: by, record: '1', act },
    { agency: 'harbour', body, key, kid: 'hub-1', now: now.getTime() / 1000, id: randomUUID() },
  );
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${order}` };
  const answer = await fetch(`${url}/writes`, { method: 'POST', headers, body });
  return {
    status: answer.status,
    body: await answer.json(),
    log: log.filter((line) => !line.includes('listening')).join(''),
  };
}

const alertsOf = (code: string | null, about: readonly string[] = ['HEALTH']): Partial<Mapping> => ({
  alerts: { of: async () => [{ id: 1, about: [...about], code, status: 'ACTIVE' }] },
});
const unseen = 'An alert was written, but is not read back from its record';

test.each<readonly [string, Partial<Mapping>]>([
  ['the map of codes that are read lacks what is written', alertsOf(null)],
  ['it is about nothing, because the code stands in no agreedAlerts', alertsOf('MEDICAL', [])],
  ['alerts are not read at all', { alerts: { of: async () => null } }],
])(
  'an alert that was written and is on nobody’s board is logged, with what to mend and nothing about the person: %s',
  async (_why, parts) => {
    const { status, body, log } = await ordered(parts);
    // It was written, so the caller must not write it again.
    expect([status, body]).toEqual([200, { outcome: 'WRITTEN' }]);
    expect(log).toContain(unseen);
    expect(log).toContain('"category":"MEDICAL"');
    expect(log).not.toMatch(/Ada|inhaler|bfinch|o-1/);
  },
);

test('nothing is logged for an alert that can be read back, for a dry run, or for a write that makes no alert', async () => {
  expect((await ordered(alertsOf('MEDICAL'))).log).toBe('');
  expect((await ordered(alertsOf(null), raised, true)).log).toBe('');
  const end = { act: 'END', what: { alert: '1', why: 'NO_LONGER', reason: 'It passed.' } } as const;
  expect((await ordered(alertsOf(null), end)).log).toBe('');
});

test('an alert’s corrected category is looked for too', async () => {
  const correct = { act: 'CORRECT', what: { alert: '1', reason: 'Another.', replacement: draft } } as const;
  expect((await ordered(alertsOf(null), correct)).log).toContain(unseen);
});

test('when alerts cannot be read after a write, the answer about the write stands', async () => {
  const alerts = {
    of: async () => {
      throw new RangeError('Ada');
    },
  };
  const { body, log } = await ordered({ alerts });
  expect(body).toEqual({ outcome: 'WRITTEN' });
  expect(log).toMatch(/"kind":"RangeError".*answerWrite\.test\.ts.*could not be read back/);
  expect(log).not.toMatch(/"msg":".*Ada/);
});

test('a write that failed is logged with its place and code, without its message', async () => {
  const carryOut = async () => {
    throw Object.assign(new Error('Ada Moss'), { code: 'P2010' });
  };
  const { status, log } = await ordered({ writes: { ...writes, carryOut } });
  expect(status).toBe(503);
  expect(log).toMatch(/"kind":"Error","code":"P2010","frames":\[.*answerWrite\.test\.ts/);
  expect(log).not.toContain('Ada Moss');
});
