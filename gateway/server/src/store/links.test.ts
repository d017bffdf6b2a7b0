import pg from 'pg';
import { type TestPostgres, testPostgres } from '../postgres/testPostgres.ts';
import { takeGates } from './raiseEpochs.ts';
import { noon, someConsent, someDecision, someRecord, type TestStore, testStore } from './testStore.ts';

let postgres: TestPostgres;
let t: TestStore;
beforeAll(async () => {
  postgres = await testPostgres();
  t = await testStore(postgres);
});
afterAll(async () => {
  await t?.close();
  await postgres?.stop();
});

test('a link moves, ends and is kept as history; each client concerned gets a new epoch', async () => {
  await t.store.links.putBatch({ agencyId: 'east', records: [someRecord('9', { handle: 'h-9' })], at: noon });
  const epochs = async () => new Map((await t.store.clients.open(['old', 'new'])).map(({ id, epoch }) => [id, epoch]));
  expect(await t.store.links.link([someDecision('h-9', 'old', 'CONFIRMED')])).toBe(1);
  expect(await t.store.links.link([someDecision('h-9', 'old', 'CONFIRMED')])).toBe(0);
  expect(await epochs()).toEqual(new Map([['old', 1]]));
  expect(await t.store.links.link([someDecision('h-9', 'new', 'CONFIRMED')])).toBe(1);
  expect(await epochs()).toEqual(
    new Map([
      ['old', 2],
      ['new', 1],
    ]),
  );
  expect(await t.store.clients.bySlk('slk-9')).toEqual([{ client: 'new', handle: 'h-9' }]);
  expect(await t.store.links.link([someDecision('h-9', 'old', 'SEPARATED')])).toBe(0);
  expect(await t.store.links.link([someDecision('h-9', 'new', 'SEPARATED')])).toBe(1);
  expect(await t.store.clients.bySlk('slk-9')).toEqual([]);
  expect((await t.store.links.history('h-9')).map(({ kind }) => kind)).toHaveLength(5);
  await expect(t.store.links.link([someDecision('h-none', 'old', 'CONFIRMED')])).rejects.toThrow('1 of 1 records');
});

test.each([
  ['a block', 'BLOCK', { kind: 'SAFETY_BLOCK', against: ['other'] }],
  ['a proxy', 'PROXY', { person: 'other', capacity: 'guardian' }],
] as const)(
  '%s between two people and the merging of their files, whichever comes first: never both, and nobody is the other side to themself',
  async (_what, kind, { ...body }) => {
    const word = { by: 'mei', reason: 'same person', at: noon };
    for (const first of ['merge', 'fact'] as const) {
      const [one, other] = [`${kind}-${first}-1`, `${kind}-${first}-2`];
      await t.store.links.putBatch({ agencyId: 'fold', records: [someRecord(one), someRecord(other)], at: noon });
      await t.store.links.link([
        someDecision(`h-${one}`, one, 'CONFIRMED'),
        someDecision(`h-${other}`, other, 'CONFIRMED'),
      ]);
      const named = JSON.parse(JSON.stringify(body).replace('"other"', JSON.stringify(other)));
      const steps = {
        merge: () => t.store.links.merge({ from: one, into: other }, word),
        fact: () =>
          t.store.facts.add({
            ...{ id: `f-${one}`, clientId: one, kind, body: named },
            ...{ recordedByAgency: 'fold', recordedBy: 'mei', recordedAt: noon },
          }),
      };
      // Both have looked at whose file it is, and wait for the gate that is held here, in this order.
      const gate = new pg.Client({ connectionString: t.url });
      await gate.connect();
      await gate.query('BEGIN');
      await takeGates(gate, [one]);
      const begun = await inTurn(first === 'merge' ? [steps.merge, steps.fact] : [steps.fact, steps.merge]);
      await gate.query('COMMIT');
      await gate.end();
      const [earlier, later] = await Promise.all(begun);
      expect([first, Boolean(earlier), Boolean(later)]).toEqual([first, true, false]);
      expect(await t.sql(`SELECT client_id FROM fact WHERE id = 'f-${one}'`)).toEqual(
        first === 'merge' ? [] : [{ client_id: one }],
      );
    }
  },
);

/** Begins each step when the one before waits for a gate. Resolves when all of them wait. */
async function inTurn(steps: readonly (() => Promise<unknown>)[]): Promise<readonly Promise<unknown>[]> {
  const begun: Promise<unknown>[] = [];
  for (const step of steps) {
    begun.push(step());
    for (let waiting = 0; waiting < begun.length; ) {
      const [row] = await t.sql(
        "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
      );
      waiting = Number(row?.n);
    }
  }
  return begun;
}

test('two files become one and come apart again, each with what it had', async () => {
  const word = { by: 'mei', reason: 'same person', at: noon };
  const ids = ['f-1', 'f-2', 'f-3'];
  await t.store.links.putBatch({ agencyId: 'fold', records: ids.map((id) => someRecord(id)), at: noon });
  await t.store.links.link([
    someDecision('h-f-1', 'uma', 'CONFIRMED'),
    someDecision('h-f-2', 'una', 'CONFIRMED'),
    someDecision('h-f-3', 'una', 'CONFIRMED'),
  ]);
  const own = (id: string, client: string) => {
    const consent = someConsent(id, client);
    return { ...consent, body: { ...consent.body, givenBy: { person: client, capacity: 'self' } } };
  };
  await t.store.consents.recordMany([own('c-uma', 'uma'), own('c-una', 'una')]);
  const open = async (id: string) => {
    const [client] = await t.store.clients.open([id]);
    return client && { id: client.id, handles: client.records.map(({ handle }) => handle), consents: client.consents };
  };
  expect(await t.store.links.merge({ from: 'una', into: 'uma' }, word)).toBe(true);
  expect(await t.store.links.merge({ from: 'una', into: 'uma' }, word)).toBe(false);
  const both = await open('una');
  expect(both).toMatchObject({ id: 'uma', handles: ['h-f-1', 'h-f-2', 'h-f-3'] });
  expect(both?.consents.map(({ id, body }) => [id, body.givenBy])).toEqual([
    ['c-uma', { person: 'uma', capacity: 'self' }],
    ['c-una', { person: 'uma', capacity: 'self' }],
  ]);
  expect(await t.store.clients.agenciesOf(['una'])).toEqual(new Map([['una', new Set(['fold'])]]));
  expect(await t.store.clients.survivorOf('una')).toBe('uma');
  // A refusal made while they were one stays with both.
  await t.store.consents.record({
    ...own('c-nay', 'uma'),
    status: 'refused',
    recordedAt: new Date(noon.getTime() + 1),
  });
  expect(await t.store.links.separate('h-f-3', word)).toEqual({
    ...{ from: 'uma', to: 'una' },
    handles: expect.arrayContaining(['h-f-2', 'h-f-3']),
  });
  expect(await open('uma')).toMatchObject({ id: 'uma', handles: ['h-f-1'] });
  const una = await open('una');
  expect(una).toMatchObject({ id: 'una', handles: ['h-f-2', 'h-f-3'] });
  expect(una?.consents.map(({ id, status, body }) => [id === 'c-una' ? id : 'copy', status, body.givenBy])).toEqual([
    ['c-una', 'active', { person: 'una', capacity: 'self' }],
    ['copy', 'refused', { person: 'una', capacity: 'self' }],
  ]);
  expect((await t.store.links.history('h-f-2')).map(({ kind, clientId }) => [kind, clientId])).toEqual(
    expect.arrayContaining([
      ['CONFIRMED', 'uma'],
      ['SEPARATED', 'uma'],
    ]),
  );
});

test('a record that came without a file of its own leaves as a new client; one that is alone stays', async () => {
  const word = { by: 'mei', reason: 'another person', at: noon };
  const left = await t.store.links.separate('h-f-2', word);
  expect(left).toMatchObject({ from: 'una', handles: ['h-f-2'] });
  expect(left?.to).toMatch(/^[0-9a-f-]{36}$/);
  expect((await t.store.clients.open([left?.to ?? '']))[0]).toMatchObject({ records: [{ handle: 'h-f-2' }] });
  expect(await t.store.links.separate('h-f-2', word)).toBeNull();
  expect(await t.store.links.separate('none', word)).toBeNull();
});

test('a client who became part of one who became part of another leads to the last, and back', async () => {
  const word = (minutes: number) => ({ by: 'mei', reason: 'x', at: new Date(noon.getTime() + minutes * 60_000) });
  await t.store.links.putBatch({
    agencyId: 'chain',
    records: ['k-1', 'k-2', 'k-3'].map((id) => someRecord(id)),
    at: noon,
  });
  await t.store.links.link(['1', '2', '3'].map((n) => someDecision(`h-k-${n}`, `kay-${n}`, 'CONFIRMED')));
  await t.store.links.merge({ from: 'kay-3', into: 'kay-2' }, word(1));
  await t.store.links.merge({ from: 'kay-2', into: 'kay-1' }, word(2));
  const leadTo = async () => Promise.all(['kay-1', 'kay-2', 'kay-3'].map((id) => t.store.clients.survivorOf(id)));
  expect(await leadTo()).toEqual(['kay-1', 'kay-1', 'kay-1']);
  expect(await t.store.links.separate('h-k-3', word(3))).toMatchObject({ from: 'kay-1', to: 'kay-2' });
  expect(await leadTo()).toEqual(['kay-1', 'kay-2', 'kay-2']);
  expect(await t.store.links.separate('h-k-3', word(4))).toEqual({ from: 'kay-2', to: 'kay-3', handles: ['h-k-3'] });
  expect(await leadTo()).toEqual(['kay-1', 'kay-2', 'kay-3']);
});

test('a removed record leaves its client, and comes back with its handle and link', async () => {
  const announced = [someRecord('7', { handle: 'h-7' })];
  await t.store.links.putBatch({ agencyId: 'west', records: announced, at: noon });
  await t.store.links.link([someDecision('h-7', 'gus', 'CONFIRMED')]);
  expect(await t.store.clients.agenciesOf(['gus'])).toEqual(new Map([['gus', new Set(['west'])]]));
  expect(await t.store.links.putBatch({ agencyId: 'west', records: [], removed: ['7'], at: noon })).toEqual({
    put: 0,
    removed: 1,
  });
  expect(await t.store.clients.agenciesOf(['gus'])).toEqual(new Map());
  expect(await t.store.clients.open(['gus'])).toMatchObject([{ epoch: 2, records: [] }]);
  expect(await t.store.links.recordsOf('west')).toEqual(new Map());
  await t.store.links.putBatch({ agencyId: 'west', records: [someRecord('7', { handle: 'another' })], at: noon });
  expect(await t.store.links.recordsOf('west')).toEqual(new Map([['7', 'h-7']]));
  expect(await t.store.clients.open(['gus'])).toMatchObject([{ epoch: 3, records: [{ handle: 'h-7' }] }]);
});

test('5,000 records are stored and linked at once', async () => {
  const numbers = Array.from({ length: 5_000 }, (_, n) => `m-${n}`);
  const records = numbers.map((number) => someRecord(number));
  expect(await t.store.links.putBatch({ agencyId: 'metro', records, at: noon })).toEqual({ put: 5_000, removed: 0 });
  expect(await t.store.links.putBatch({ agencyId: 'metro', records, at: noon })).toEqual({ put: 0, removed: 0 });
  const decisions = numbers.map((number, n) => someDecision(`h-${number}`, `many-${n}`, 'CONFIRMED'));
  expect(await t.store.links.link(decisions)).toBe(5_000);
  await t.store.consents.recordMany(numbers.map((number, n) => someConsent(`c-${number}`, `many-${n}`)));
  expect(await t.store.clients.open(['many-4999'])).toMatchObject([{ epoch: 2, consents: [{ id: 'c-m-4999' }] }]);
});

test('changes that overlap in any order all succeed', async () => {
  const ids = ['o-1', 'o-2', 'o-3', 'o-4'];
  await t.store.links.putBatch({ agencyId: 'overlap', records: ids.map((id) => someRecord(id)), at: noon });
  const rounds = Array.from({ length: 20 }, (_, round) => {
    const order = round % 2 === 0 ? ids : [...ids].reverse();
    const links = order.map((id, n) => someDecision(`h-${id}`, order[(n + round) % 4] ?? id, 'CONFIRMED'));
    const announced = order.map((id) => someRecord(id, { worker: `w-${round}` }));
    return Promise.all([
      t.store.links.link(links),
      t.store.links.putBatch({ agencyId: 'overlap', records: announced, at: noon }),
    ]);
  });
  expect(await Promise.all(rounds)).toHaveLength(20);
});
