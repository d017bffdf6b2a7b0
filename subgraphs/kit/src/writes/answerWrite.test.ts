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

/** Writes that say of every order that it was written. */
const writes: Writes = {
  approval: 'NONE',
  carryOut: async () => ({ kind: 'WRITTEN' }),
  giveUp: async () => false,
  dryRun: async () => ({ kind: 'DRY_RUN', rows: [] }),
};

/** What an order is answered, and what the agency logged of it. */
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
  'an alert that was written and is on nobody’s board is logged, with what to mend and nothing of the person: %s',
  async (_why, parts) => {
    const { status, body, log } = await ordered(parts);
    // It was written: whoever asked must not write it again.
    expect([status, body]).toEqual([200, { outcome: 'WRITTEN' }]);
    expect(log).toContain(unseen);
    expect(log).toContain('"category":"MEDICAL"');
    expect(log).not.toMatch(/Ada|inhaler|bfinch|o-1/);
  },
);

test('an alert that is read again, a dry run, and what writes none are logged by nothing', async () => {
  expect((await ordered(alertsOf('MEDICAL'))).log).toBe('');
  expect((await ordered(alertsOf(null), raised, true)).log).toBe('');
  const end = { act: 'END', what: { alert: '1', why: 'NO_LONGER', reason: 'It passed.' } } as const;
  expect((await ordered(alertsOf(null), end)).log).toBe('');
});

test('what an alert is corrected to is looked for too', async () => {
  const correct = { act: 'CORRECT', what: { alert: '1', reason: 'Another.', replacement: draft } } as const;
  expect((await ordered(alertsOf(null), correct)).log).toContain(unseen);
});

test('alerts that cannot be read after a write do not undo what was said of it', async () => {
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

test('of a write that failed the log has the place and the code, and none of its words', async () => {
  const carryOut = async () => {
    throw Object.assign(new Error('Ada Moss'), { code: 'P2010' });
  };
  const { status, log } = await ordered({ writes: { ...writes, carryOut } });
  expect(status).toBe(503);
  expect(log).toMatch(/"kind":"Error","code":"P2010","frames":\[.*answerWrite\.test\.ts/);
  expect(log).not.toContain('Ada Moss');
});
