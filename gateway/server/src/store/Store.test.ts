import { type TestPostgres, testPostgres } from '../postgres/testPostgres.ts';
import type { NewGlass } from './glass.ts';
import type { NewNotice } from './notices.ts';
import {
  noon,
  someConsent,
  someDecision,
  someInquiry,
  someRecord,
  someTold,
  type TestStore,
  testStore,
} from './testStore.ts';

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

test('an agency is read back as it was stored, and a change replaces it', async () => {
  const harbour = {
    id: 'harbour',
    name: 'Harbour Housing',
    kind: 'housing',
    entity: ['ISE', 'RAE'],
    url: 'http://127.0.0.1:4101/graphql',
    publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'abc' },
    contractVersion: '1',
    modules: ['housing'],
    moduleRevisions: { legal: 3 },
    state: 'ACTIVE' as const,
    participation: 'ALL' as const,
    stewardship: null,
    joinedAt: noon,
  };
  await t.store.agencies.upsert(harbour);
  await t.store.agencies.upsert({ ...harbour, id: 'northside', publicKey: null });
  expect(await t.store.agencies.all()).toEqual([harbour, { ...harbour, id: 'northside', publicKey: null }]);
  expect(await t.store.agencies.setState('northside', 'SUSPENDED')).toBe(true);
  expect(await t.store.agencies.setState('nobody', 'SUSPENDED')).toBe(false);
  expect((await t.store.agencies.all()).map(({ state }) => state)).toEqual(['ACTIVE', 'SUSPENDED']);
  // A family violence service announces only those who agreed, until it says otherwise; what it said stays when it is stored again.
  const { participation: _, ...unsaid } = { ...harbour, id: 'haven', kind: 'FAMILY_VIOLENCE' };
  const haven = async () => (await t.store.agencies.all()).find(({ id }) => id === 'haven')?.participation;
  await t.store.agencies.upsert(unsaid);
  expect(await haven()).toBe('CONSENTED');
  expect(await t.store.agencies.setParticipation('haven', 'NONE', noon)).toBe(true);
  await t.store.agencies.upsert(unsaid);
  expect(await haven()).toBe('NONE');
});

test('opening a client gives records, consents, standing facts and emergency access; an unknown id is absent', async () => {
  await t.store.links.putBatch({ agencyId: 'harbour', records: [someRecord('1')], at: noon });
  await t.store.links.link([someDecision('h-1', 'ada', 'CONFIRMED')]);
  await t.store.consents.record(someConsent('c1', 'ada'));
  const block = {
    ...{ clientId: 'ada', kind: 'BLOCK' as const, body: { kind: 'SAFETY_BLOCK' } },
    ...{ recordedByAgency: 'harbour', recordedBy: 'mei', recordedAt: noon },
  };
  await t.store.facts.add({ ...block, id: 'b1' });
  await t.store.facts.add({ ...block, id: 'b2' });
  const end = { by: 'lee', why: 'no danger any more', at: noon };
  const fact = { ...block, id: 'b2', endedAt: noon, endedBy: 'lee', endedWhy: 'no danger any more' };
  expect(await t.store.facts.end('b2', end)).toEqual({ fact, epoch: 5 });
  expect(await t.store.facts.end('b2', { ...end, by: 'mei' })).toEqual({ fact, epoch: 6 });
  expect(await t.store.facts.end('none', end)).toBeNull();
  expect(await t.store.glass.put(someGlass('g1'), 5, [])).toBe(false);
  expect(await t.store.glass.put(someGlass('g1'), 7, [])).toBe(true);
  expect(await t.store.clients.open(['ada', 'nobody'])).toEqual([
    {
      asked: 'ada',
      id: 'ada',
      epoch: 8,
      records: [{ handle: 'h-1', agencyId: 'harbour', number: '1' }],
      consents: [someConsent('c1', 'ada')],
      facts: [
        {
          ...{ id: 'b1', kind: 'BLOCK', body: { kind: 'SAFETY_BLOCK' } },
          ...{ recordedByAgency: 'harbour', recordedAt: noon, endedAt: null, endedWhy: null },
          personRoles: null,
          personNow: null,
        },
      ],
      glass: [
        {
          ...{ id: 'g1', agencyId: 'harbour', brokenBy: 'mei', purpose: 'EMERGENCY', reason: 'Found unconscious.' },
          ...{ categories: ['HEALTH'], handles: ['h-1'], until: new Date('2026-11-22T01:15:00.123Z') },
        },
      ],
    },
  ]);
  expect(await t.store.consents.ofClient('ada')).toEqual([someConsent('c1', 'ada')]);
});

test('what an agency newly says of a client ends what it said before, and nothing that another agency said', async () => {
  const standing = (id: string, recordedByAgency: string) => ({
    ...{ id, clientId: 'kit', kind: 'STANDING' as const, body: { adultOn: '2030-01-01' } },
    ...{ recordedByAgency, recordedBy: 'mei', recordedAt: noon },
  });
  await t.store.facts.replace(standing('s1', 'harbour'));
  await t.store.facts.replace(standing('s2', 'northside'));
  await t.store.facts.replace(standing('s3', 'harbour'));
  const [kit] = await t.store.clients.open(['kit']);
  expect(kit?.facts.map(({ id }) => id)).toEqual(['s2', 's3']);
  expect((await t.store.facts.ofClient('kit', 'harbour')).map(({ id, endedWhy }) => [id, endedWhy])).toEqual([
    ['s3', null],
    ['s1', 'replaced'],
  ]);
});

test('what a person is under the law counts where they speak for others: either change raises the epochs of both', async () => {
  const filed = { recordedByAgency: 'harbour', recordedBy: 'mei', recordedAt: noon };
  const epochs = async () => (await t.store.clients.open(['lila', 'pete'])).map(({ id, epoch }) => [id, epoch]).sort();
  await t.store.consents.recordMany([someConsent('c-lila', 'lila'), someConsent('c-pete', 'pete')]);
  const speaks = { ...filed, kind: 'PROXY' as const, body: { person: 'pete', capacity: 'parent' } };
  await t.store.facts.add({ ...speaks, id: 'p1', clientId: 'lila' });
  expect(await epochs()).toEqual([
    ['lila', 2],
    ['pete', 2],
  ]);
  const using = { ...filed, kind: 'ROLE' as const, body: { role: 'PERSON_USING_VIOLENCE', reason: 'Assessed.' } };
  await t.store.facts.add({ ...using, id: 'r1', clientId: 'pete' });
  const [lila] = await t.store.clients.open(['lila']);
  expect([lila?.epoch, lila?.facts[0]?.personRoles]).toEqual([3, ['PERSON_USING_VIOLENCE']]);
  await t.store.facts.end('r1', { by: 'lee', why: 'a mistake', at: noon });
  expect(await epochs()).toEqual([
    ['lila', 4],
    ['pete', 4],
  ]);
});

test('when a proxy is merged with another file and parted again, what was decided before about whom they speak for is not written', async () => {
  const filed = { recordedByAgency: 'harbour', recordedBy: 'mei', recordedAt: noon };
  const word = { by: 'lee', reason: 'SAME_PERSON', at: noon };
  await t.store.consents.recordMany(['luke', 'paul', 'paula'].map((id) => someConsent(`c-${id}`, id)));
  await t.store.links.putBatch({ agencyId: 'speak', records: [someRecord('s-1'), someRecord('s-2')], at: noon });
  await t.store.links.link([someDecision('h-s-1', 'paul', 'CONFIRMED'), someDecision('h-s-2', 'paula', 'CONFIRMED')]);
  const speaks = { ...filed, kind: 'PROXY' as const, body: { person: 'paul', capacity: 'parent' } };
  await t.store.facts.add({ ...speaks, id: 'p-luke', clientId: 'luke' });
  const using = { ...filed, kind: 'ROLE' as const, body: { role: 'PERSON_USING_VIOLENCE', reason: 'Assessed.' } };
  await t.store.facts.add({ ...using, id: 'r-paula', clientId: 'paula' });
  const luke = async () => (await t.store.clients.open(['luke']))[0];
  const tellAfter = async (change: () => Promise<unknown>) => {
    const epoch = (await luke())?.epoch ?? -1;
    await change();
    const told = { inquiry: someInquiry('r'), told: [someTold('luke')], epochs: new Map([['luke', epoch]]) };
    return t.store.ledger.append(told);
  };
  const moved = { kind: 'EPOCH_MOVED', clients: ['luke'] };
  expect(await tellAfter(() => t.store.links.merge({ from: 'paul', into: 'paula' }, word))).toEqual(moved);
  expect((await luke())?.facts[0]?.personRoles).toEqual(['PERSON_USING_VIOLENCE']);
  // Put on file under the id that was left over, and of the client it became.
  expect(await tellAfter(() => t.store.facts.add({ ...using, id: 'r-2', clientId: 'paula' }))).toEqual(moved);
  await t.store.facts.end('r-2', { by: 'lee', why: 'a mistake', at: noon });
  expect(await tellAfter(() => t.store.links.separate('h-s-1', word))).toEqual(moved);
  expect((await luke())?.facts[0]?.personRoles).toBeNull();
});

test('a consent can replace one that stands, not one that was withdrawn or replaced', async () => {
  const inPlaceOf = (replaced: string, id: string) => {
    const consent = someConsent(id, 'nan');
    return t.store.consents.recordInPlaceOf(replaced, {
      ...consent,
      body: { ...consent.body, supersedes: [replaced] },
    });
  };
  await t.store.consents.recordMany([someConsent('n1', 'nan'), someConsent('n2', 'nan')]);
  expect(await inPlaceOf('n1', 'n3')).toEqual({ clientId: 'nan', epoch: 2 });
  expect(await inPlaceOf('n1', 'n4')).toBeNull();
  await t.store.consents.withdraw('n2', 'nan', noon);
  expect(await inPlaceOf('n2', 'n5')).toBeNull();
  expect((await t.store.consents.ofClient('nan')).map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
});

test('emergency access ends when the client says no, and when the worker takes it again', async () => {
  const open = async () => (await t.store.clients.open(['ada']))[0]?.glass.map(({ id }) => id);
  await take({ ...someGlass('g2'), brokenBy: 'lee' });
  await take(someGlass('g3'));
  expect(await open()).toEqual(['g2', 'g3']);
  await t.store.consents.record(someConsent('c-yes', 'ada'));
  expect(await open()).toEqual(['g2', 'g3']);
  await t.store.consents.record({ ...someConsent('c-no', 'ada'), status: 'refused' });
  expect(await open()).toEqual([]);
  await take(someGlass('g4'));
  await t.store.consents.withdraw('c-yes', 'ada', noon);
  expect(await open()).toEqual([]);
});

test('emergency access is reviewed once', async () => {
  const review = { by: 'lee', outcome: 'JUSTIFIED' as const, note: 'Right.', at: noon };
  expect(await t.store.glass.review('g4', review)).toBe(true);
  expect(await t.store.glass.review('g4', { ...review, outcome: 'NOT_JUSTIFIED' })).toBe(false);
  expect(await t.store.glass.find('g4')).toMatchObject({ outcome: 'JUSTIFIED', reviewedBy: 'lee' });
});

test("whoever looks for their own does not read what is another's", async () => {
  const { recordedByAgency: agency } = someConsent('c-own', 'ole');
  const filed = { recordedByAgency: agency, recordedBy: 'mei', recordedAt: noon };
  await t.store.consents.record(someConsent('c-own', 'ole'));
  await t.store.facts.add({ ...filed, id: 'f-own', clientId: 'ole', kind: 'STANDING', body: {} });
  await take({ ...someGlass('g-own'), agencyId: agency });
  const { consents, facts, glass } = t.store;
  const found = async (ownAgency: string, client: string) => [
    (await consents.find('c-own', { recordedByAgency: ownAgency })) !== null,
    (await consents.find('c-own', { clientId: client })) !== null,
    (await facts.find('f-own', ownAgency)) !== null,
    (await glass.find('g-own', ownAgency)) !== null,
  ];
  expect(await found(agency, 'ole')).toEqual([true, true, true, true]);
  expect(await found('another', 'another')).toEqual([false, false, false, false]);
});

test('a notice reaches its reader, or whoever leads; reading it twice changes nothing', async () => {
  const notice = { agencyId: 'harbour', kind: 'GLASS_BROKEN' as const, aboutId: 'g5', clientId: 'ada', at: noon };
  await take(someGlass('g5'), [
    { ...notice, id: 'n1', reader: 'mei' },
    { ...notice, id: 'n2', reader: null },
    { ...notice, id: 'n3', reader: 'mei', agencyId: 'northside' },
  ]);
  const page = async (user: string, leads: boolean, unreadOnly = true) =>
    (
      await t.store.notices.page({ agencyId: 'harbour', user, leads, levels: [], unreadOnly, after: null, first: 9 })
    ).map(({ id }) => id);
  expect(await page('mei', false)).toEqual(['n1']);
  expect(await page('lee', true)).toEqual(['n2']);
  expect(await page('mei', true)).toEqual(['n2', 'n1']);
  const mei = { agencyId: 'harbour', user: 'mei', leads: false, levels: [] };
  expect(await t.store.notices.markRead('n2', mei, noon)).toBeNull();
  expect(await t.store.notices.markRead('n1', mei, noon)).toMatchObject({ readAt: noon, readBy: 'mei' });
  const later = new Date('2026-11-23T00:00:00.000Z');
  expect(await t.store.notices.markRead('n1', mei, later)).toMatchObject({ readAt: noon });
  expect(await page('mei', false)).toEqual([]);
  expect(await page('mei', false, false)).toEqual(['n1']);
});

test('what a newer version stored in the same database, and this one does not know, hides nothing it does know', async () => {
  await t.store.links.putBatch({ agencyId: 'east', records: [someRecord('newer')], at: noon });
  await t.store.links.link([someDecision('h-newer', 'nel', 'CONFIRMED')]);
  await take(someGlass('g-newer'), [
    {
      ...{ agencyId: 'harbour', reader: 'nel', kind: 'GLASS_BROKEN', aboutId: 'g-newer' },
      clientId: 'ada',
      id: 'n-known',
      at: noon,
    },
  ]);
  await t.sql(`ALTER TYPE link_kind ADD VALUE 'NEWER'`);
  await t.sql(
    `INSERT INTO link_decision (handle, client_id, kind, decided_by, reason, at) VALUES ('h-newer', 'nel', 'NEWER', 'mei', '', now())`,
  );
  await t.sql(`ALTER TYPE notice_kind ADD VALUE 'NEWER'`);
  await t.sql(
    `INSERT INTO notice (id, agency_id, reader, kind, about_id, at) VALUES ('n-newer', 'harbour', 'nel', 'NEWER', 'x', now())`,
  );
  expect((await t.store.links.history('h-newer')).map(({ kind }) => kind)).toEqual(['CONFIRMED']);
  const nel = { agencyId: 'harbour', user: 'nel', leads: false, levels: [] };
  const page = await t.store.notices.page({ ...nel, unreadOnly: true, after: null, first: 9 });
  expect(page.map(({ id }) => id)).toEqual(['n-known']);
  expect(await t.store.notices.markRead('n-newer', nel, noon)).toBeNull();
});

test('withdrawing twice changes nothing the second time, not even the epoch', async () => {
  const { epoch } = await t.store.consents.record(someConsent('c2', 'bea'));
  const later = new Date('2026-11-23T00:00:00.000Z');
  const withdrawn = { ...someConsent('c2', 'bea'), withdrawnAt: noon, withdrawnBy: 'bea' };
  const about = { consent: withdrawn, clientId: 'bea', epoch: epoch + 1 };
  expect(await t.store.consents.withdraw('c2', 'bea', noon)).toEqual({ kind: 'WITHDRAWN', ...about });
  expect(await t.store.consents.withdraw('c2', 'mei', later)).toEqual({ kind: 'ALREADY_WITHDRAWN', ...about });
  expect(await t.store.consents.withdraw('none', 'mei', later)).toEqual({ kind: 'UNKNOWN' });
  expect(await t.store.consents.find('c2')).toEqual(withdrawn);
});

test('the epoch is never newer than the facts beside it', async () => {
  const writing = (async () => {
    for (let n = 1; n <= 60; n++) await t.store.consents.record(someConsent(`cy-${n}`, 'cy'));
  })();
  let seen = 0;
  let done = false;
  void writing.then(() => {
    done = true;
  });
  while (!done) {
    const [cy] = await t.store.clients.open(['cy']);
    expect(cy?.consents.length ?? 0).toBe(cy?.epoch ?? 0);
    seen++;
  }
  await writing;
  expect(seen).toBeGreaterThan(5);
});

test('a caseload goes by client, a page at a time, and leaves out closed, removed and unlinked records', async () => {
  const records = ['a', 'b', 'c', 'd', 'e', 'f'].map((n) => someRecord(`n-${n}`));
  await t.store.links.putBatch({
    agencyId: 'northside',
    records: [
      ...records,
      someRecord('n-shut', { open: false }),
      someRecord('n-loose'),
      someRecord('n-lee', { worker: 'lee' }),
    ],
    at: noon,
  });
  await t.store.links.link([
    ...['a', 'b', 'c', 'd', 'e', 'f'].map((n) => someDecision(`h-n-${n}`, `client-${n}`, 'CONFIRMED')),
    someDecision('h-n-shut', 'client-shut', 'CONFIRMED'),
    someDecision('h-n-lee', 'client-lee', 'CONFIRMED'),
    someDecision('h-n-loose', 'client-loose', 'PROPOSED'),
  ]);
  await t.store.links.putBatch({ agencyId: 'northside', records: [], removed: ['n-f'], at: noon });
  const by = { agencyId: 'northside', self: null };
  const page = async (after: string | null, worker: string | null = 'mei') => {
    const { people, more } = await t.store.clients.caseload(
      { agencyId: 'northside', worker, after, first: 3 },
      ...([by, new Map<string, string>()] as const),
    );
    return { clients: people.map(({ asked }) => asked), more };
  };
  expect(await page(null)).toEqual({ clients: ['client-a', 'client-b', 'client-c'], more: true });
  expect(await page('client-c')).toEqual({ clients: ['client-d', 'client-e'], more: false });
  expect(await page('client-d', null)).toEqual({ clients: ['client-e', 'client-lee'], more: false });
});

async function take(glass: NewGlass, notices: readonly NewNotice[] = []): Promise<void> {
  const [client] = await t.store.clients.open([glass.clientId]);
  expect(await t.store.glass.put(glass, client?.epoch ?? 0, notices)).toBe(true);
}

const someGlass = (id: string) => ({
  ...{ id, clientId: 'ada', agencyId: 'harbour', brokenBy: 'mei', purpose: 'EMERGENCY', reason: 'Found unconscious.' },
  ...{ categories: ['HEALTH'], handles: ['h-1'], grave: false, at: noon, until: new Date(noon.getTime() + 900_000) },
});

test('a change of what an agency serves undoes neither its suspension nor its removal meanwhile', async () => {
  const row = { id: 'eastside', name: 'Eastside', kind: 'housing', entity: [], url: 'a', publicKey: null };
  const served = { contractVersion: '1.1', modules: ['housing'], moduleRevisions: { legal: 2 } };
  await t.store.agencies.upsert({ ...row, contractVersion: '1.0', modules: [], state: 'ACTIVE', joinedAt: noon });
  await t.store.agencies.setState('eastside', 'SUSPENDED');
  expect(await t.store.agencies.change('eastside', { ...row, ...served, url: 'b' })).toBe(true);
  const found = (await t.store.agencies.all()).find(({ id }) => id === 'eastside');
  expect(found).toMatchObject({ ...served, url: 'b', state: 'SUSPENDED' });
  await t.store.agencies.remove('eastside', noon);
  expect(await t.store.agencies.change('eastside', { ...row, ...served })).toBe(false);
  expect(await t.store.agencies.setState('eastside', 'ACTIVE')).toBe(false);
});

test('an agency that is removed takes its records with it, and its name stays', async () => {
  await t.store.agencies.upsert({
    ...{ id: 'southside', name: 'Southside', kind: 'housing', entity: [], url: 'http://127.0.0.1:4101' },
    ...{ publicKey: { kty: 'OKP' }, contractVersion: '1.0', modules: [], state: 'ACTIVE', joinedAt: noon },
  });
  await t.store.links.putBatch({
    agencyId: 'southside',
    records: [{ number: '1', slk: null, dobAccuracy: null, worker: null, open: true }],
    at: noon,
  });
  expect(await t.store.agencies.remove('southside', noon)).toBe(true);
  expect(await t.store.agencies.remove('southside', noon)).toBe(false);
  const found = (await t.store.agencies.all()).find(({ id }) => id === 'southside');
  expect(found).toMatchObject({ state: 'REMOVED', publicKey: null, name: 'Southside' });
  expect((await t.store.links.recordsOf('southside')).size).toBe(0);
});

test('of two changes of the modules that were checked against the same revision, only one is taken', async () => {
  const change = (name: string, sdl: string | null, after: number) =>
    t.store.modules.change({ name, sdl, after, at: noon, by: 'mei' });
  const taken = await Promise.all([change('legal', 'type A', 0), change('money', 'type B', 0)]);
  expect([...taken].sort()).toEqual([false, true]);
  expect(await t.store.modules.revision()).toBe(1);
  expect(await change('legal', 'type A2', 1)).toBe(true);
  expect(await change('legal', null, 2)).toBe(true);
  expect(await change('legal', 'type A3', 3)).toBe(true);
  const { revision, revisions } = await t.store.modules.onFile();
  expect(revision).toBe(4);
  expect(revisions.filter(({ name }) => name === 'legal')).toEqual([
    { name: 'legal', revision: 4, sdl: 'type A3', at: noon, by: 'mei' },
  ]);
});
