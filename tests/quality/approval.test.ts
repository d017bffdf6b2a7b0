import { readFile } from 'node:fs/promises';
import { openWriter } from '@accord/harbour/database';
import { harbourWrites } from '@accord/harbour/writes';
import { type PromptsHub, promptsHub } from './promptsHub.ts';

let hub: PromptsHub;
beforeAll(async () => {
  // Harbour dials the hub, so orders reach it over that connection.
  hub = await promptsHub({ approval: 'TEAM_LEADER', way: 'CONNECTED' });
});
beforeEach(() => hub.begin());
afterAll(() => hub?.stop());

const input = `{ code: "FAMILY_VIOLENCE_EXPERIENCING", certainty: INDICATED, severity: MEDIUM, text: "Quokka at the gate" }`;
const raise = `mutation { raiseAlert(record: "ada-1", input: ${input}) { order outcome } }`;
const raiseAs = async (as: 'mara' | 'lena') => (await hub.run(as, raise)).raiseAlert;
const approve =
  'mutation ($order: ID!) { approveAlert(order: $order) { outcome record { alerts { text raisedBy } } } }';
const giveBack = 'mutation ($order: ID!) { returnAlert(order: $order, reason: "Say who saw it.") { outcome } }';
const waiting = async (as: 'lena' | 'tom') =>
  (
    await hub.run(
      as,
      '{ alertsToApprove { nodes { id code askedBy record { id waitingAlerts { order state text askedBy } } } } }',
    )
  ).alertsToApprove.nodes;
const alertsAtHarbour = () => hub.rows('SELECT details FROM client_alert');

test('if the agency demands it, an alert waits at the agency until a team leader approves it', async () => {
  const { order, outcome } = await raiseAs('mara');
  expect(outcome).toBe('WAITING');
  expect(await alertsAtHarbour()).toEqual([]);
  const told = { order, state: 'WAITING', text: 'Quokka at the gate', askedBy: 'PRACTITIONER' };
  expect(await waiting('lena')).toEqual([
    {
      ...{ id: order, code: 'FAMILY_VIOLENCE_EXPERIENCING', askedBy: 'mara' },
      record: { id: 'ada-1', waitingAlerts: [told] },
    },
  ]);
  expect(await waiting('tom')).toEqual([]);
  const { seq } = await hub.store.ledger.head();
  await hub.run('lena', '{ alertsToApprove { nodes { id } } }');
  expect(await hub.store.ledger.read({ after: seq, first: 10 })).toMatchObject([
    { handle: 'ada-1', requester: 'lena', categories: ['FV_RISK'] },
  ]);
  await expect(hub.run('mara', approve, { order })).rejects.toThrow('ROLE_REFUSED');
  await expect(hub.run('tom', approve, { order })).rejects.toThrow('FACT_UNKNOWN');
  const approved = {
    outcome: 'WRITTEN',
    record: { alerts: [{ text: 'Quokka at the gate', raisedBy: 'PRACTITIONER' }] },
  };
  expect((await hub.run('lena', approve, { order })).approveAlert).toEqual(approved);
  expect((await hub.run('lou', approve, { order })).approveAlert).toEqual(approved);
  expect(await waiting('lena')).toEqual([]);
  expect(await alertsAtHarbour()).toHaveLength(1);
  await expect(hub.run('lou', giveBack, { order })).rejects.toThrow('It has already been decided');
  expect(await hub.hubText()).not.toContain('Quokka');
  expect(await readFile(hub.bookPath, 'utf8')).toContain('Quokka');
});

test('a returned alert goes back to its worker with the reason, and is not raised', async () => {
  const { order } = await raiseAs('mara');
  expect((await hub.run('lou', giveBack, { order })).returnAlert.outcome).toBe('RETURNED');
  const { client } = await hub.run(
    'mara',
    '{ client(id: "ada") { records { id waitingAlerts { order state returnedReason } } } }',
  );
  const [mine] = client.records.filter(({ id }: { id: string }) => id === 'ada-1');
  expect(mine.waitingAlerts).toContainEqual({ order, state: 'RETURNED', returnedReason: 'Say who saw it.' });
  await expect(hub.run('lena', approve, { order })).rejects.toThrow('It has already been decided');
  expect(await alertsAtHarbour()).toEqual([]);
  expect(await hub.hubText()).not.toContain('Say who saw it');
});

test('a lead to whom its category is closed neither sees it, nor approves it, nor returns it', async () => {
  const { order } = await raiseAs('mara');
  const block = '{ client: "ada", kind: SAFETY_BLOCK, categories: ["FV_RISK"], users: ["lena"] }';
  await hub.run('mara', `mutation { addBlock(block: ${block}) { block { id } } }`);
  expect(await waiting('lena')).toEqual([]);
  for (const decision of [approve, giveBack])
    await expect(hub.run('lena', decision, { order })).rejects.toThrow('FACT_UNKNOWN');
  expect((await hub.run('lou', approve, { order })).approveAlert.outcome).toBe('WRITTEN');
});

test('approved by one lead and returned by another at the same moment, it ends as one of the two everywhere', async () => {
  for (let round = 1; round <= 8; round += 1) {
    const before = (await alertsAtHarbour()).length;
    const { order } = await raiseAs('mara');
    const [approved, returned] = await Promise.allSettled([
      hub.run('lena', approve, { order }),
      hub.run('lou', giveBack, { order }),
    ]);
    const isWritten = (await alertsAtHarbour()).length > before;
    expect({ approved: approved.status, returned: returned.status }).toEqual(
      isWritten ? { approved: 'fulfilled', returned: 'rejected' } : { approved: 'rejected', returned: 'fulfilled' },
    );
    // This stays so, whoever says the opposite later.
    await expect(hub.run('lou', isWritten ? giveBack : approve, { order })).rejects.toThrow(
      'It has already been decided',
    );
  }
});

test('a return that a kill interrupted before it was in the book is resumed, and nothing is approved meanwhile', async () => {
  const { order } = await raiseAs('mara');
  const [{ digest }] = (await readFile(hub.bookPath, 'utf8'))
    .split('\n')
    .filter((line) => line.includes(order))
    .map((line) => JSON.parse(line));
  const writer = openWriter(hub.writerUrl);
  expect(await harbourWrites(writer).giveUp({ order, digest })).toBe(true);
  await writer.$disconnect();
  await expect(hub.run('lena', approve, { order })).rejects.toThrow('It has already been decided');
  expect(await alertsAtHarbour()).toEqual([]);
  expect((await hub.run('lou', giveBack, { order })).returnAlert.outcome).toBe('RETURNED');
});

test('an alert that a lead raises waits for nobody, and a dry run shows the worker what would be written', async () => {
  expect((await raiseAs('lena')).outcome).toBe('WRITTEN');
  const dry = raise.replace('input: {', 'dryRun: true, input: {');
  expect((await hub.run('mara', dry)).raiseAlert.outcome).toBe('DRY_RUN');
  expect(await waiting('lena')).toEqual([]);
});

test.each(['disk_full', 'too_many_connections'])(
  'if the hub cannot record what the agency wrote, the worker is not told to try again (%s)',
  async (condition) => {
    await hub.server.sql(`CREATE FUNCTION not_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'not kept' USING ERRCODE = '${condition}'; END $$;
      CREATE TRIGGER not_kept BEFORE INSERT ON alert_order FOR EACH ROW EXECUTE FUNCTION not_kept()`);
    await expect(raiseAs('lena')).rejects.toThrow('HUB_FAULT');
    await hub.server.sql('DROP TRIGGER not_kept ON alert_order; DROP FUNCTION not_kept');
    expect(await alertsAtHarbour()).toHaveLength(1);
  },
);
