import { fileFacts } from '../lib/people.ts';
import { type LifeCycleHub, lifeCycleHub, toldOfWattle } from './lifeCycleHub.ts';

let hub: LifeCycleHub;
beforeAll(async () => {
  hub = await lifeCycleHub();
});
afterAll(() => hub?.stop());
beforeEach(() =>
  hub.begin({
    consents: [{ id: 'c1', subject: 'ada', rule: { except: [{ categories: ['HOUSING', 'ADDRESS', 'FV_RISK'] }] } }],
  }),
);

const addBlock = `mutation ($block: BlockInput!) { addBlock(block: $block) {
  block { id kind categories records against users client { id } } } }`;
const liftBlock = 'mutation ($id: ID!, $why: String!) { liftBlock(id: $id, why: $why) { block { id endedAt } } }';
const all = ['ADDRESS', 'HOUSING', 'FV_RISK', 'FV_NARRATIVE'];

const add = async (as: 'mara' | 'tess', block: object) =>
  (await hub.run(as, addBlock, { block: { client: 'ada', kind: 'SAFETY_BLOCK', ...block } })).addBlock.block;

test('a block closes at once, beats consent and emergency, and opens again when a lead lifts it', async () => {
  expect(await toldOfWattle(hub)).toEqual(all);
  const block = await add('tess', { categories: ['ADDRESS'] });
  expect(await toldOfWattle(hub)).toEqual(['HOUSING', 'FV_RISK', 'FV_NARRATIVE']);
  const taken =
    'mutation { breakGlass(glass: { client: "ada", reason: "x", categories: ["ADDRESS"] }) { breakGlass { id } } }';
  await hub.run('mara', taken, {}, 'EMERGENCY');
  expect(await toldOfWattle(hub, 'mara', 'EMERGENCY')).not.toContain('ADDRESS');
  await expect(hub.run('tess', liftBlock, { id: block.id, why: 'safe now' })).rejects.toThrow('ROLE_REFUSED');
  await hub.run('tom', liftBlock, { id: block.id, why: 'The order has ended.' });
  expect(await toldOfWattle(hub)).toEqual(all);
});

test('a block against somebody applies to everybody who works with them, including the agency that filed it', async () => {
  // Bob becomes a client of Harbour, and from that moment Harbour sees nothing of Ada.
  const block = await add('tess', { against: ['bob'] });
  expect(block).toMatchObject({ against: ['bob'], client: null });
  expect(await toldOfWattle(hub)).toEqual(all);
  await hub.store.links.putBatch({
    ...{ agencyId: 'harbour', at: new Date() },
    records: [{ number: '9', handle: 'bob-9', slk: null, dobAccuracy: null, worker: null, open: true }],
  });
  await hub.store.links.link([
    { handle: 'bob-9', clientId: 'bob', kind: 'CONFIRMED', decidedBy: 'test', reason: 'test', at: new Date() },
  ]);
  expect(await toldOfWattle(hub)).toEqual([]);
  // Wattle works with Bob too, so its own record is closed to it as well; its leads still find the block and can lift it.
  expect((await hub.run('tess', '{ client(id: "ada") { id } }')).client).toBeNull();
  const { blocks } = await hub.run('tom', '{ blocks { nodes { id against client { id } } pageInfo { hasNextPage } } }');
  expect(blocks).toEqual({
    nodes: [{ id: block.id, against: ['bob'], client: null }],
    pageInfo: { hasNextPage: false },
  });
  await hub.run('tom', liftBlock, { id: block.id, why: 'Bob has moved away.' });
  expect(await toldOfWattle(hub)).toEqual(all);
});

test('a block against a worker closes to them, even at their own agency and in an emergency, and to none of their colleagues', async () => {
  const block = await add('tess', { users: ['mara'] });
  expect(block).toMatchObject({ against: null, users: ['mara'] });
  expect(await toldOfWattle(hub)).toEqual([]);
  const whole = '{ client(id: "ada") { id } caseload(of: AGENCY) { nodes { id } } }';
  expect(await hub.run('mara', whole)).toEqual({ client: null, caseload: { nodes: [] } });
  const taken =
    'mutation { breakGlass(glass: { client: "ada", reason: "x", categories: ["HOUSING"] }) { breakGlass { id } } }';
  await expect(hub.run('mara', taken, {}, 'EMERGENCY')).rejects.toThrow('CLIENT_UNKNOWN');
  expect(await toldOfWattle(hub, 'mara', 'EMERGENCY')).toEqual([]);
  expect(await toldOfWattle(hub, 'lena')).toEqual(all);
  await hub.run('tom', liftBlock, { id: block.id, why: 'She has left the agency.' });
  expect(await toldOfWattle(hub)).toEqual(all);
});

test('a block against a worker applies despite spaces around their name', async () => {
  expect(await add('tess', { users: [' mara '] })).toMatchObject({ users: ['mara'] });
  expect(await toldOfWattle(hub)).toEqual([]);
});

test('a block or a consent that was put on file with a space around a name keeps that worker out too', async () => {
  const { id } = await add('tess', { users: ['mara'] });
  const put = (from: string, to: string) =>
    hub.server.sql(`UPDATE fact SET body = replace(body::text, '"${from}"', '"${to}"')::jsonb;
      UPDATE consent SET body = replace(body::text, '"${from}"', '"${to}"')::jsonb; UPDATE client SET epoch = epoch + 1`);
  await put('mara', ' mara ');
  expect(await toldOfWattle(hub)).toEqual([]);
  const read = '{ client(id: "ada") { blocks { id } } }';
  expect((await hub.run('tess', read)).client.blocks).toEqual([{ id }]);
  await hub.run('tom', liftBlock, { id, why: 'No need.' });
  expect(await toldOfWattle(hub)).toEqual(all);
  const except = `except: [{ users: ["mara"] }], evidence: VERBAL, noticeVersion: "1", language: "English"`;
  await hub.run('tess', `mutation { recordConsent(consent: { client: "ada", ${except} }) { consent { id } } }`);
  const left = await toldOfWattle(hub);
  expect(left).not.toContain('HOUSING');
  await put('mara', ' mara ');
  expect(await toldOfWattle(hub)).toEqual(left);
  expect(await toldOfWattle(hub, 'lena')).toContain('HOUSING');
});

test('a person who is protected from somebody is not merged with them', async () => {
  await add('tess', { against: ['bob'], categories: ['ADDRESS'] });
  const link = 'mutation { proposeLink(mine: "ada-2", theirs: "bob-1", reason: "Alike.") { linked } }';
  expect((await hub.run('tess', link)).proposeLink.linked).toBe(false);
  expect(await hub.store.links.mergeAll(['ada', 'bob'], { by: 'hub', reason: 'Alike.', at: new Date() })).toBe('ada');
  expect((await hub.run('tess', '{ client(id: "bob") { id } }')).client).toEqual({ id: 'bob' });
});

test('a worker can put nothing on file, read nothing and take nothing back about somebody whom a block keeps from them', async () => {
  const said = 'evidence: VERBAL, noticeVersion: "1", language: "English"';
  const consent = `{ client: "ada", refuse: true, categories: ["HOUSING"], words: "Not my brother.", ${said} }`;
  const { recordConsent } = await hub.run('lena', `mutation { recordConsent(consent: ${consent}) { consent { id } } }`);
  const { recordProxy } = await hub.run(
    'lena',
    'mutation { recordProxy(proxy: { client: "ada", capacity: GUARDIAN, scope: ["information"] }) { proxy { id } } }',
  );
  await add('tess', { users: ['mara'] });
  const [refusal, proxy] = [recordConsent.consent.id, recordProxy.proxy.id];
  const yes = `consent: { client: "ada", categories: ["FINANCE"], ${said} }`;
  for (const [asked, code] of [
    [`{ consentEffect(${yes}) { rows { opens staysOpen } } }`, 'CLIENT_UNKNOWN'],
    [`mutation { recordConsent(${yes}) { consent { id } } }`, 'CLIENT_UNKNOWN'],
    [
      'mutation { recordStanding(standing: { client: "ada", adultOn: "2032-01-05" }) { standing { id } } }',
      'CLIENT_UNKNOWN',
    ],
    [`{ withdrawalEffect(id: "${refusal}") { rows { opens } } }`, 'CONSENT_UNKNOWN'],
    [`mutation { withdrawConsent(id: "${refusal}") { consent { words } } }`, 'CONSENT_UNKNOWN'],
    [`mutation { endProxy(id: "${proxy}", why: ENDED) { proxy { id } } }`, 'FACT_UNKNOWN'],
    ['mutation { separateRecord(record: "ada-1", reason: "x") { client { id } } }', 'FACT_UNKNOWN'],
  ] as const)
    await expect(hub.run('mara', asked)).rejects.toThrow(code);
  await hub.run('lena', `mutation { withdrawConsent(id: "${refusal}") { consent { id } } }`);
});

test('a lead kept from a person by a block sees neither other blocks nor the reason for emergency access, and does not review it', async () => {
  const taken =
    'mutation { breakGlass(glass: { client: "ada", reason: "Her sister called.", categories: ["HEALTH"] }) { breakGlass { id } } }';
  const { id } = (await hub.run('mara', taken, {}, 'EMERGENCY')).breakGlass.breakGlass;
  await add('mara', { categories: ['HOUSING'] });
  const waits = `{ breakGlasses { nodes { id reason } pageInfo { hasNextPage } } notices { nodes { kind breakGlass { reason } } }
      blocks { nodes { kind } } }`;
  const review = `mutation { reviewBreakGlass(review: { id: "${id}", outcome: JUSTIFIED, note: "n" }) { breakGlass { id } } }`;
  const whole = { breakGlasses: { nodes: [{ id }] }, notices: { nodes: [{}] }, blocks: { nodes: [{}] } };
  expect(await hub.run('lena', waits)).toMatchObject(whole);
  await add('tess', { users: ['lena'] });
  expect(await hub.run('lena', waits)).toEqual({
    breakGlasses: { nodes: [], pageInfo: { hasNextPage: false } },
    notices: { nodes: [] },
    blocks: { nodes: [] },
  });
  await expect(hub.run('lena', review)).rejects.toThrow('FACT_UNKNOWN');
  expect(await hub.run('lou', waits)).toMatchObject(whole);
});

test('people whom a block hides leave no gap in a caseload, on whatever page', async () => {
  await fileFacts(hub.store, {
    records: [
      { person: 'aaron', agency: 'harbour', number: 8, handle: 'aaron-1' },
      { person: 'zoe', agency: 'harbour', number: 9, handle: 'zoe-1' },
    ],
  });
  const page = `query ($first: Int!, $after: String) { caseload(of: AGENCY, first: $first, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const pages = async (as: 'mara' | 'lena', first: number) => {
    const found: (readonly string[])[] = [];
    for (let after: string | null = null; ; ) {
      const { caseload } = await hub.run(as, page, { first, after });
      found.push(caseload.nodes.map(({ id }: { id: string }) => id));
      if (!caseload.pageInfo.hasNextPage) return found;
      after = caseload.pageInfo.endCursor;
    }
  };
  const everybody = (await pages('lena', 100)).flat();
  const others = everybody.filter((id) => id !== 'ada');
  expect([everybody.length, others.length]).toEqual([3, 2]);
  await add('tess', { users: ['mara'] });
  expect(await pages('mara', 1)).toEqual(others.map((id) => [id]));
  expect(await pages('mara', 2)).toEqual([others]);
  expect(await pages('lena', 1)).toEqual(everybody.map((id) => [id]));
});

test('a lead whom a block names neither finds nor lifts it; another lead does', async () => {
  const block = await add('mara', { categories: ['HOUSING'], users: ['lena'] });
  const lists = '{ blocks { nodes { id } pageInfo { hasNextPage } } client(id: "ada") { blocks { id } } }';
  expect(await hub.run('lena', lists)).toEqual({
    blocks: { nodes: [], pageInfo: { hasNextPage: false } },
    client: { blocks: [] },
  });
  await expect(hub.run('lena', liftBlock, { id: block.id, why: 'x' })).rejects.toThrow('FACT_UNKNOWN');
  expect(await hub.run('lou', lists)).toMatchObject({
    blocks: { nodes: [{ id: block.id }] },
    client: { blocks: [{ id: block.id }] },
  });
  await hub.run('lou', liftBlock, { id: block.id, why: 'A mistake.' });
});

test('a block is seen by the agency that filed it, and by nobody else, least of all the person it is against', async () => {
  const block = await add('mara', { categories: ['HOUSING'] });
  const blocks = '{ client(id: "ada") { blocks { id categories recordedBy endedAt } } }';
  expect((await hub.run('mara', blocks)).client.blocks).toEqual([
    { id: block.id, categories: ['HOUSING'], recordedBy: 'mara', endedAt: null },
  ]);
  expect((await hub.run('tess', blocks)).client.blocks).toEqual([]);
  expect((await hub.run('ada', blocks, {}, 'CLIENT_ACCESS')).client.blocks).toEqual([]);
  expect((await hub.run('tom', '{ blocks { nodes { id } } }')).blocks.nodes).toEqual([]);
  await expect(hub.run('tom', liftBlock, { id: block.id, why: 'x' })).rejects.toThrow('FACT_UNKNOWN');
});

test('the list of blocks is read page by page, and its cursor is valid for nobody else', async () => {
  for (const category of ['HOUSING', 'FINANCE', 'HEALTH']) await add('mara', { categories: [category] });
  const page =
    'query ($after: String) { blocks(first: 2, after: $after) { nodes { categories } pageInfo { hasNextPage endCursor } } }';
  const { blocks: first } = await hub.run('lena', page);
  expect([first.nodes.length, first.pageInfo.hasNextPage]).toEqual([2, true]);
  const { blocks: last } = await hub.run('lena', page, { after: first.pageInfo.endCursor });
  expect([...first.nodes, ...last.nodes].map(({ categories }) => categories[0])).toEqual([
    'HEALTH',
    'FINANCE',
    'HOUSING',
  ]);
  await expect(hub.run('paul', page, { after: first.pageInfo.endCursor })).rejects.toThrow('CURSOR_REFUSED');
});

test.each([
  ['that closes everything to everybody', {}, 'would close everything to everyone'],
  ['against a worker without a name', { users: [' '] }, '"users" is empty'],
  ['against no worker', { users: [] }, '"users" is an empty list'],
  ['against the client', { against: ['ada'] }, 'names the client'],
  ['against somebody the agency does not know', { against: ['bob'] }, 'CLIENT_UNKNOWN'],
  ['on another agency’s record', { categories: ['HOUSING'], records: ['ada-2'] }, 'records at your own agency'],
  ['of a kind of information nobody agreed on', { categories: ['SHOES'] }, '"SHOES" (categories)'],
])('a block %s is refused', async (_, part, message) => {
  await expect(add('mara', part)).rejects.toThrow(message);
  expect(await toldOfWattle(hub)).toEqual(all);
});

test('an agency keeps out of somebody’s own file that it has a record of them, by a block that names their sign-in', async () => {
  const own = async () =>
    (await hub.run('ada', '{ client(id: "ada") { records { id } withheld { record { id } } } }', {}, 'CLIENT_ACCESS'))
      .client;
  expect((await own()).records).toHaveLength(2);
  await add('tess', { records: ['ada-2'], users: ['ada@client'] });
  expect(await own()).toEqual({ records: [{ id: 'ada-1' }], withheld: [] });
});
