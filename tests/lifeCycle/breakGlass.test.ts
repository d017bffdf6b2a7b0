import { asSaid, type LifeCycleHub, lifeCycleHub, toldOfWattle } from './lifeCycleHub.ts';

let hub: LifeCycleHub;
beforeAll(async () => {
  hub = await lifeCycleHub();
});
afterAll(() => hub?.stop());
beforeEach(() => hub.begin());

const breakGlass = `mutation ($glass: BreakGlassInput!) { breakGlass(glass: $glass) {
  breakGlass { id takenBy reason categories at until endedAt grave review { at } client { id } agency { id } } } }`;
const endBreakGlass = 'mutation ($id: ID!) { endBreakGlass(id: $id) { breakGlass { id endedAt } } }';
const review = `mutation ($review: BreakGlassReviewInput!) { reviewBreakGlass(review: $review) {
  breakGlass { id review { reviewedBy outcome note } } } }`;
const notices = `{ notices { nodes { id kind client { id } request { id }
  breakGlass { id takenBy reason categories grave agency { id } } } } }`;

const take = async (input: object = {}, as: 'mara' | 'lena' = 'mara') =>
  (
    await hub.run(
      as,
      breakGlass,
      { glass: { client: 'ada', reason: 'Found unconscious.', categories: ['HEALTH', 'ADDRESS'], ...input } },
      'EMERGENCY',
    )
  ).breakGlass.breakGlass;
const told = (as: 'mara' | 'lena' = 'mara') => toldOfWattle(hub, as, 'EMERGENCY');
const noticesOf = async (as: 'mara' | 'lena' | 'lou' | 'paul' | 'priya' | 'tess' | 'tom' | 'kim') =>
  (await hub.run(as, notices, {}, as === 'priya' ? 'ADMINISTRATION' : undefined)).notices.nodes;
const refuse = (categories: readonly string[]) =>
  hub.run('tess', 'mutation ($consent: ConsentInput!) { recordConsent(consent: $consent) { consent { id } } }', {
    consent: { ...asSaid, refuse: true, categories },
  });

test('emergency access opens what was named, to the person who took it, in an emergency, for a quarter of an hour', async () => {
  expect(await told()).toEqual([]);
  const glass = await take();
  expect(glass).toMatchObject({
    ...{ takenBy: 'mara', reason: 'Found unconscious.', categories: ['HEALTH', 'ADDRESS'] },
    ...{ endedAt: null, grave: null, review: null, client: { id: 'ada' }, agency: { id: 'harbour' } },
  });
  expect(Date.parse(glass.until) - Date.parse(glass.at)).toBe(15 * 60_000);
  expect(await told()).toEqual(['ADDRESS', 'HEALTH']);
  expect(await told('lena')).toEqual([]);
  expect(await toldOfWattle(hub, 'mara', 'SERVICE_COORDINATION')).toEqual([]);
  const address = '{ client(id: "ada") { records { id address { line } } } }';
  const { client } = await hub.run('mara', address, {}, 'EMERGENCY');
  expect(client.records.find(({ id }: { id: string }) => id === 'ada-2').address.line).toBe('2 Hidden Rd');
});

test('emergency access ends when the client consents to some things and leaves something out', async () => {
  await take();
  expect(await told()).toEqual(['ADDRESS', 'HEALTH']);
  await hub.run('tess', 'mutation ($consent: ConsentInput!) { recordConsent(consent: $consent) { consent { id } } }', {
    consent: { ...asSaid, agencies: ['harbour'], except: [{ categories: ['ADDRESS'] }] },
  });
  expect(await told()).not.toContain('ADDRESS');
});

test('the person who took it does not find the notice that it awaits review, and cannot take it away from the others', async () => {
  await take({}, 'lena');
  const waits = ({ kind }: { kind: string }) => kind === 'GLASS_TO_REVIEW';
  expect((await noticesOf('lena')).filter(waits)).toEqual([]);
  const [notice] = (await noticesOf('lou')).filter(waits);
  const read = 'mutation ($id: ID!) { markNoticeRead(id: $id) { notice { id } } }';
  await expect(hub.run('lena', read, { id: notice.id })).rejects.toThrow('FACT_UNKNOWN');
  expect((await noticesOf('paul')).filter(waits)).toHaveLength(1);
});

test('emergency access ends by itself, and at once where it is given up', async () => {
  const glass = await take();
  await hub.run('mara', endBreakGlass, { id: glass.id });
  expect(await told()).toEqual([]);
  await take();
  await hub.server.sql(
    "UPDATE glass SET until = now() - interval '1 second' WHERE ended_at IS NULL; UPDATE client SET epoch = epoch + 1",
  );
  expect(await told()).toEqual([]);
});

test('what was disclosed in an emergency is in the ledger with its reason, and the client reads it in plain words', async () => {
  const glass = await take();
  await hub.run('mara', '{ client(id: "ada") { records { id address { line } } } }', {}, 'EMERGENCY');
  const entries = await hub.store.ledger.read({ clientId: 'ada', after: null, first: 50, newestFirst: false });
  expect(entries.find(({ handle, categories }) => handle === 'ada-2' && categories.includes('ADDRESS'))?.basis).toEqual(
    ['BREAK_GLASS', glass.id].sort(),
  );
  const { client } = await hub.run(
    'ada',
    '{ client(id: "ada") { disclosures { nodes { why categories } } } }',
    {},
    'CLIENT_ACCESS',
  );
  const [why] = client.disclosures.nodes
    .filter(({ categories }: { categories: string[] }) => categories.includes('ADDRESS'))
    .map((node: { why: string }) => node.why);
  expect(why).toMatch(/emergency/i);
});

test('the agency that holds the record is notified at once: the worker in charge and its leads learn who and when, not why', async () => {
  const glass = await take();
  const expected = [
    {
      ...{ id: expect.any(String), kind: 'GLASS_BROKEN', client: { id: 'ada' }, request: null },
      breakGlass: {
        id: glass.id,
        takenBy: 'mara',
        reason: null,
        categories: null,
        grave: null,
        agency: { id: 'harbour' },
      },
    },
  ];
  expect(await noticesOf('tess')).toEqual(expected);
  expect(await noticesOf('tom')).toEqual(expected);
  expect(await noticesOf('kim')).toEqual([]);
});

test('somebody else reviews it, once: never the person who took it, whatever their role', async () => {
  const glass = await take({}, 'lena');
  expect(await noticesOf('mara')).toEqual([]);
  const [notice] = await noticesOf('lou');
  expect(notice).toMatchObject({ kind: 'GLASS_TO_REVIEW', breakGlass: { reason: 'Found unconscious.', grave: false } });
  const say = (as: 'lena' | 'lou' | 'paul' | 'mara' | 'tom') =>
    hub.run(as, review, { review: { id: glass.id, outcome: 'JUSTIFIED', note: 'Rightly so.' } });
  await expect(say('lena')).rejects.toThrow(
    'ROLE_REFUSED: You may not do this. Emergency access must be reviewed by someone other',
  );
  await expect(say('mara')).rejects.toThrow('ROLE_REFUSED');
  await expect(say('tom')).rejects.toThrow('FACT_UNKNOWN');
  expect(await say('lou')).toEqual({
    reviewBreakGlass: {
      breakGlass: { id: glass.id, review: { reviewedBy: 'lou', outcome: 'JUSTIFIED', note: 'Rightly so.' } },
    },
  });
  await expect(say('paul')).rejects.toThrow('It has already been reviewed');
  const list = 'query ($only: Boolean) { breakGlasses(toReviewOnly: $only) { nodes { id review { outcome } } } }';
  expect((await hub.run('paul', list)).breakGlasses.nodes).toEqual([]);
  expect((await hub.run('paul', list, { only: false })).breakGlasses.nodes).toEqual([
    { id: glass.id, review: { outcome: 'JUSTIFIED' } },
  ]);
});

test('the person who took it, or a reviewer, states whether the client was told; nobody else sees their words', async () => {
  const glass = await take();
  const read = '{ client(id: "ada") { breakGlasses { clientTold } } }';
  const toldOf = async (as: 'mara' | 'lou') => (await hub.run(as, read)).client.breakGlasses;
  expect(await toldOf('mara')).toEqual([{ clientTold: null }]);
  const say = (as: 'mara' | 'lena' | 'lou' | 'tom' | 'priya', clientTold: string) =>
    hub.run(
      as,
      'mutation ($id: ID!, $told: ClientTold!) { sayClientTold(id: $id, clientTold: $told) { breakGlass { clientTold } } }',
      { id: glass.id, told: clientTold },
      as === 'priya' ? 'ADMINISTRATION' : undefined,
    );
  expect((await say('mara', 'NOT_SAFE')).sayClientTold).toEqual({ breakGlass: { clientTold: 'NOT_SAFE' } });
  expect(await toldOf('lou')).toEqual([{ clientTold: 'NOT_SAFE' }]);
  expect((await say('priya', 'TOLD')).sayClientTold).toEqual({ breakGlass: { clientTold: 'TOLD' } });
  await expect(say('tom', 'TOLD')).rejects.toThrow('FACT_UNKNOWN');
  // Wattle's lead learns that it was taken, but not this.
  const [notice] = (await hub.run('tom', '{ notices { nodes { breakGlass { takenBy clientTold } } } }')).notices.nodes;
  expect(notice.breakGlass).toEqual({ takenBy: 'mara', clientTold: null });
});

test('a client does not find in their own file what is unsafe to tell them, unless it should not have been taken', async () => {
  const glass = await take();
  const look = '{ client(id: "ada") { records { id address { line } } } }';
  for (const purpose of ['EMERGENCY', 'SERVICE_COORDINATION']) await hub.run('mara', look, {}, purpose);
  const purposes = async () => {
    const own = '{ client(id: "ada") { disclosures { nodes { requester purpose } pageInfo { hasNextPage } } } }';
    const { client } = await hub.run('ada', own, {}, 'CLIENT_ACCESS');
    return client.disclosures.nodes
      .filter(({ requester }: { requester: string }) => requester === 'mara')
      .map(({ purpose }: { purpose: string }) => purpose);
  };
  expect(await purposes()).toContain('EMERGENCY');
  const say = 'mutation ($id: ID!) { sayClientTold(id: $id, clientTold: NOT_SAFE) { breakGlass { id } } }';
  await hub.run('mara', say, { id: glass.id });
  // Nor does the client see that the same worker looked at their own agency's record for that purpose: it reveals as much.
  expect(await purposes()).toEqual(['SERVICE_COORDINATION']);
  const led = '{ disclosures(filter: { toOthers: true }) { nodes { purpose } } }';
  expect((await hub.run('mina', led, {}, 'QUALITY_IMPROVEMENT')).disclosures.nodes).toEqual([{ purpose: 'EMERGENCY' }]);
  await hub.run('lou', review, { review: { id: glass.id, outcome: 'NOT_JUSTIFIED', note: 'It was her sister.' } });
  expect(await purposes()).toContain('EMERGENCY');
});

test('emergency access that is not safe to tell of, taken while two files were one, stays hidden from both people', async () => {
  await hub.store.links.merge({ from: 'ada', into: 'bob' }, { by: 'test', reason: 'test', at: new Date() });
  const glass = await take();
  await hub.run('mara', '{ client(id: "ada") { records { id address { line } } } }', {}, 'EMERGENCY');
  const say = 'mutation ($id: ID!) { sayClientTold(id: $id, clientTold: NOT_SAFE) { breakGlass { id } } }';
  await hub.run('mara', say, { id: glass.id });
  await hub.store.links.separate('ada-1', { by: 'test', reason: 'test', at: new Date() });
  const own = '{ client(id: "ada") { disclosures { nodes { requester purpose record { id } } } } }';
  const { client } = await hub.run('ada', own, {}, 'CLIENT_ACCESS');
  expect(client.disclosures.nodes.filter(({ purpose }: { purpose: string }) => purpose === 'EMERGENCY')).toEqual([]);
});

test('against the client’s refusal it is grave: a practice lead or manager reviews it, and whoever took it is not told', async () => {
  await refuse(['HEALTH']);
  const glass = await take();
  expect(glass.grave).toBeNull();
  expect(await told()).toEqual(['ADDRESS', 'HEALTH']);
  const [notice] = await noticesOf('lou');
  expect(notice.breakGlass.grave).toBe(true);
  const say = (as: 'lou' | 'priya', purpose?: string) =>
    hub.run(as, review, { review: { id: glass.id, outcome: 'NOT_JUSTIFIED', note: 'She had said no.' } }, purpose);
  await expect(say('lou')).rejects.toThrow('It is open to PRACTICE_LEAD, MANAGER.');
  expect(await say('priya', 'ADMINISTRATION')).toMatchObject({
    reviewBreakGlass: { breakGlass: { review: { outcome: 'NOT_JUSTIFIED' } } },
  });
});

test('it overrides what was said before, never what is said after', async () => {
  await take();
  await refuse(['HEALTH']);
  expect(await told()).toEqual([]);
});

test('it opens the records that exist: one that is linked later stays closed', async () => {
  await take();
  await hub.store.links.putBatch({
    ...{ agencyId: 'kestrel', at: new Date() },
    records: [{ number: '9', handle: 'ada-9', slk: null, dobAccuracy: null, worker: null, open: true }],
  });
  await hub.store.links.link([
    { handle: 'ada-9', clientId: 'ada', kind: 'CONFIRMED', decidedBy: 'test', reason: 'test', at: new Date() },
  ]);
  const { client } = await hub.run('mara', '{ client(id: "ada") { records { id } } }', {}, 'EMERGENCY');
  expect(client.records.map(({ id }: { id: string }) => id).sort()).toEqual(['ada-1', 'ada-2']);
});

test('a block that hides who asks hides the notice too; their own leads are notified all the same', async () => {
  // Bob is a client of Wattle; somebody who works with him may not learn that Ada is known at Harbour.
  await hub.begin({ blocks: [{ id: 'b1', person: 'ada', categories: ['SERVICE_USE'], against: ['bob'] }] });
  await take({ categories: ['HOUSING'] });
  expect(await told()).toEqual(['HOUSING']);
  expect(await noticesOf('tess')).toEqual([]);
  expect(await noticesOf('tom')).toEqual([]);
  expect(await noticesOf('lou')).toHaveLength(1);
});

test('a notice is read once, by its reader', async () => {
  await take();
  const [notice] = await noticesOf('tess');
  const read = 'mutation ($id: ID!) { markNoticeRead(id: $id) { notice { id readAt } } }';
  await expect(hub.run('kim', read, { id: notice.id })).rejects.toThrow('FACT_UNKNOWN');
  await expect(hub.run('mara', read, { id: notice.id })).rejects.toThrow('FACT_UNKNOWN');
  const first = await hub.run('tess', read, { id: notice.id });
  expect(await hub.run('tess', read, { id: notice.id })).toEqual(first);
  expect(await noticesOf('tess')).toEqual([]);
  const all = '{ notices(unreadOnly: false) { nodes { id readAt } } }';
  expect((await hub.run('tess', all)).notices.nodes).toEqual([first.markNoticeRead.notice]);
});

test.each([
  ['without a reason', { reason: '  ' }, '"reason" is empty'],
  ['to no kind of information', { categories: [] }, '"categories" is an empty list'],
  ['to a kind nobody agreed on', { categories: ['SHOES'] }, '"SHOES" (categories)'],
  ['to somebody the agency does not know', { client: 'bob' }, 'CLIENT_UNKNOWN'],
  ['to nobody', { client: 'nobody' }, 'CLIENT_UNKNOWN'],
])('emergency access %s is refused, and nobody is notified', async (_, part, message) => {
  await expect(take(part)).rejects.toThrow(message);
  expect(await noticesOf('lou')).toEqual([]);
  expect(await noticesOf('tom')).toEqual([]);
});
