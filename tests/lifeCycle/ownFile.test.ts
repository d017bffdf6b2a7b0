import type { TestUser } from '../lib/users.ts';
import { type LifeCycleHub, lifeCycleHub } from './lifeCycleHub.ts';

let hub: LifeCycleHub;
beforeAll(async () => {
  hub = await lifeCycleHub();
});
afterAll(() => hub?.stop());
beforeEach(() => hub.begin());

const me = '{ me { signInName client { id name { given } records { agency { id } } } } }';

test('a client finds their own file without knowing its id; a worker has none', async () => {
  const { me: ada } = await hub.run('ada', me, {}, 'CLIENT_ACCESS');
  expect(ada).toMatchObject({ signInName: 'ada@client', client: { id: 'ada', name: { given: 'Ada' } } });
  expect(ada.client.records.map(({ agency }: { agency: { id: string } }) => agency.id).sort()).toEqual([
    'harbour',
    'wattle',
  ]);
  expect((await hub.run('mara', me)).me).toEqual({ signInName: 'mara', client: null });
});

test('that a client read their own file is in the ledger, as when they ask by its id', async () => {
  await hub.run('ada', '{ me { client { id } } }', {}, 'CLIENT_ACCESS');
  const { me: ada } = await hub.run(
    'ada',
    '{ me { client { disclosures { nodes { requester record { id } } } } } }',
    {},
    'CLIENT_ACCESS',
  );
  expect(ada.client.disclosures.nodes.map(({ record }: { record: { id: string } }) => record.id).sort()).toEqual([
    'ada-1',
    'ada-2',
  ]);
});

test('nobody sees through which agency a client signed in, nor finds it by asking', async () => {
  await hub.run('ada', '{ me { client { name { given } } } }', {}, 'CLIENT_ACCESS');
  const told = async (as: TestUser, filter: string) =>
    (
      await hub.run(
        as,
        `{ disclosures(filter: ${filter}) { nodes { requester requesterAgency { id } } } }`,
        {},
        'QUALITY_IMPROVEMENT',
      )
    ).disclosures.nodes;
  for (const lead of ['priya', 'mina'] as const) {
    expect(await told(lead, '{}')).toEqual([{ requester: 'ada@client', requesterAgency: null }]);
    expect(await told(lead, '{ requesterAgency: "harbour" }')).toEqual([]);
    expect(await told(lead, '{ toOthers: true }')).toEqual([]);
    await expect(told(lead, '{ from: "2026-02-31T00:00:00Z" }')).rejects.toThrow('"from" must be a date that exists');
  }
});

test('a client from whom everything is withheld finds no file', async () => {
  await hub.begin({
    blocks: [{ id: 'b1', person: 'ada', against: ['ada'], recordedBy: 'wattle' }],
  });
  expect((await hub.run('ada', me, {}, 'CLIENT_ACCESS')).me.client).toBeNull();
});

test('somebody who becomes a client of the same agency changes nothing in what another client sees about themself', async () => {
  await hub.begin({ blocks: [{ id: 'b1', person: 'ada', against: ['bob'], recordedBy: 'wattle' }] });
  const before = await hub.run('ada', me, {}, 'CLIENT_ACCESS');
  expect(before.me.client).toMatchObject({ name: { given: 'Ada' } });
  for (const agencyId of ['harbour', 'wattle', 'kestrel']) {
    const handle = `bob-${agencyId}`;
    await hub.store.links.putBatch({
      ...{ agencyId, at: new Date() },
      records: [{ number: '99', handle, slk: null, dobAccuracy: null, worker: null, open: true }],
    });
    await hub.store.links.link([
      { handle, clientId: 'bob', kind: 'CONFIRMED', decidedBy: 'test', reason: 'test', at: new Date() },
    ]);
  }
  expect(await hub.run('ada', me, {}, 'CLIENT_ACCESS')).toEqual(before);
});
