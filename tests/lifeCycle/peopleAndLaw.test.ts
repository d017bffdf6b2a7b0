import { filedRows } from '../lib/attackedHub.ts';
import type { Data } from '../lib/Data.ts';
import { asSaid, type LifeCycleHub, lifeCycleHub, toldOfWattle } from './lifeCycleHub.ts';

let hub: LifeCycleHub;
beforeAll(async () => {
  hub = await lifeCycleHub();
});
afterAll(() => hub?.stop());
beforeEach(() => hub.begin());

const recordStanding = `mutation ($standing: StandingInput!) { recordStanding(standing: $standing) {
  standing { id adultOn matureMinor recordedBy client { id } } } }`;
const recordProxy = `mutation ($proxy: ProxyInput!) { recordProxy(proxy: $proxy) { proxy { id capacity scope from to } } }`;
const endProxy = `mutation ($id: ID!, $why: ProxyEnd!) { endProxy(id: $id, why: $why) { proxy { id endedAt } } }`;
const recordRole = `mutation ($role: RoleInput!) { recordRole(role: $role) { role { id role reason } } }`;
const endRole = 'mutation ($id: ID!, $why: String!) { endRole(id: $id, why: $why) { role { id endedAt } } }';
const assertBasis = `mutation ($basis: LegalBasisInput!) { assertLegalBasis(basis: $basis) {
  legalBasis { id kind reason categories to consultedViews } } }`;
const endBasis =
  'mutation ($id: ID!, $why: String!) { endLegalBasis(id: $id, why: $why) { legalBasis { id endedAt } } }';
const recordConsent = `mutation ($consent: ConsentInput!) { recordConsent(consent: $consent) {
  consent { id status givenBy } } }`;
const statuses = async () =>
  (await hub.run('tess', '{ client(id: "ada") { consents { status } } }')).client.consents.map(
    ({ status }: { status: string }) => status,
  );

const standing = (adultOn: string, matureMinor = false) =>
  hub.run('tess', recordStanding, { standing: { client: 'ada', adultOn, matureMinor } });
const proxy = async (input: object) =>
  (await hub.run('tess', recordProxy, { proxy: { client: 'ada', ...input } })).recordProxy.proxy;
const consent = async (input: object) =>
  (await hub.run('tess', recordConsent, { consent: { ...asSaid, categories: ['HOUSING'], ...input } })).recordConsent
    .consent;
const yearsFromNow = (years: number) => `${new Date().getUTCFullYear() + years}-06-15`;

test('a parent speaks for a child until the child comes of age', async () => {
  await standing(yearsFromNow(3));
  const parent = await proxy({ capacity: 'PARENT' });
  expect(await consent({ proxy: parent.id })).toMatchObject({ status: 'ACTIVE', givenBy: 'PARENT' });
  expect(await toldOfWattle(hub)).toEqual(['HOUSING']);
  await standing(yearsFromNow(-1));
  expect(await toldOfWattle(hub)).toEqual([]);
  expect(await statuses()).toEqual(['NO_AUTHORITY']);
});

test('a child’s own consent is not enough, until they are found to be a mature minor', async () => {
  await standing(yearsFromNow(3));
  expect(await consent({})).toMatchObject({ status: 'NO_AUTHORITY' });
  expect(await toldOfWattle(hub)).toEqual([]);
  await standing(yearsFromNow(3), true);
  expect(await toldOfWattle(hub)).toEqual(['HOUSING']);
  expect(
    (await hub.run('tess', '{ client(id: "ada") { standing { adultOn matureMinor recordedBy } } }')).client.standing,
  ).toEqual({ adultOn: yearsFromNow(3), matureMinor: true, recordedBy: 'tess' });
});

test('a child cannot take back, in any way, what somebody refused on their behalf, until they could consent themself', async () => {
  const withdraw = 'mutation ($id: ID!) { withdrawConsent(id: $id) { consent { status } } }';
  const effect = 'query ($id: ID!) { withdrawalEffect(id: $id) { rows { opens } } }';
  await standing(yearsFromNow(3));
  const parent = await proxy({ capacity: 'PARENT' });
  await consent({ proxy: parent.id });
  const { id } = await consent({ proxy: parent.id, refuse: true });
  expect(await toldOfWattle(hub)).toEqual([]);
  await expect(hub.run('ada', withdraw, { id }, 'CLIENT_ACCESS')).rejects.toThrow('ROLE_REFUSED');
  await expect(hub.run('ada', effect, { id }, 'CLIENT_ACCESS')).rejects.toThrow('ROLE_REFUSED');
  const narrower = { ...asSaid, refuse: true, categories: ['FINANCE'], supersedes: [id] };
  await hub.run('ada', recordConsent, { consent: narrower }, 'CLIENT_ACCESS');
  expect(await toldOfWattle(hub)).toEqual([]);
  // They can take back what they said themself; and what was said on their behalf, as soon as their own consent counts.
  const { recordConsent: own } = await hub.run(
    'ada',
    recordConsent,
    { consent: { ...asSaid, refuse: true, categories: ['HEALTH'] } },
    'CLIENT_ACCESS',
  );
  await hub.run('ada', withdraw, { id: own.consent.id }, 'CLIENT_ACCESS');
  await standing(yearsFromNow(3), true);
  const { withdrawConsent: done } = await hub.run('ada', withdraw, { id }, 'CLIENT_ACCESS');
  expect(done.consent.status).toBe('WITHDRAWN');
});

test('a guardian speaks only as far as they were appointed, and only for as long as that lasts', async () => {
  const money = await proxy({ capacity: 'GUARDIAN', scope: ['money'] });
  expect(await consent({ proxy: money.id })).toMatchObject({ status: 'NO_AUTHORITY', givenBy: 'GUARDIAN' });
  const guardian = await proxy({
    capacity: 'GUARDIAN',
    scope: ['information'],
    from: '2026-01-01',
    to: yearsFromNow(1),
  });
  expect(guardian).toMatchObject({ capacity: 'GUARDIAN', scope: ['information'], from: '2026-01-01' });
  await consent({ proxy: guardian.id });
  expect(await toldOfWattle(hub)).toEqual(['HOUSING']);
  expect(await hub.run('tess', endProxy, { id: guardian.id, why: 'ENDED' })).toMatchObject({
    endProxy: { proxy: { endedAt: expect.any(String) } },
  });
  expect(await toldOfWattle(hub)).toEqual([]);
  await expect(consent({ proxy: guardian.id })).rejects.toThrow('FACT_UNKNOWN');
});

test('a proxy who uses violence has no authority, in any capacity they were put on file in', async () => {
  await standing(yearsFromNow(3));
  // The proxy is known as Bob, a client of Wattle, so what is on file about him counts for Ada too.
  const parent = await proxy({ capacity: 'PARENT', person: 'bob' });
  const guardian = await proxy({ capacity: 'GUARDIAN', person: 'bob', scope: ['information'] });
  await consent({ proxy: parent.id });
  await consent({ proxy: guardian.id, categories: ['FINANCE'] });
  expect(await toldOfWattle(hub)).toEqual(['HOUSING', 'FINANCE']);
  await hub.run(
    'tom',
    recordRole,
    { role: { client: 'bob', role: 'PERSON_USING_VIOLENCE', reason: 'Assessed.' } },
    'FV_ASSESSMENT',
  );
  expect(await toldOfWattle(hub)).toEqual([]);
});

test('a proxy that is ended because they use violence loses what they consented to in another capacity too', async () => {
  await standing(yearsFromNow(3));
  const parent = await proxy({ capacity: 'PARENT', person: 'bob' });
  const attorney = await proxy({ capacity: 'ATTORNEY', person: 'bob', scope: ['information'] });
  await consent({ proxy: attorney.id });
  expect(await toldOfWattle(hub)).toEqual(['HOUSING']);
  await hub.run('tess', endProxy, { id: parent.id, why: 'USES_VIOLENCE' });
  expect(await toldOfWattle(hub)).toEqual([]);
});

/** Another file at Wattle. */
async function file(clientId: string) {
  const handle = `${clientId}-9`;
  await hub.store.links.putBatch({
    ...{ agencyId: 'wattle', at: new Date() },
    records: [{ number: handle, handle, slk: null, dobAccuracy: null, worker: null, open: true }],
  });
  await hub.store.links.link([
    { handle, clientId, kind: 'CONFIRMED', decidedBy: 'test', reason: 'test', at: new Date() },
  ]);
}

test('a proxy who uses violence has no authority under an earlier id of theirs either', async () => {
  await standing(yearsFromNow(3));
  await file('robert');
  const parent = await proxy({ capacity: 'PARENT', person: 'bob' });
  const guardian = await proxy({ capacity: 'GUARDIAN', person: 'robert', scope: ['information'] });
  await consent({ proxy: guardian.id });
  await hub.store.links.mergeAll(['bob', 'robert'], { by: 'test', reason: 'test', at: new Date() });
  expect(await toldOfWattle(hub)).toEqual(['HOUSING']);
  await hub.run('tess', endProxy, { id: parent.id, why: 'USES_VIOLENCE' });
  expect(await toldOfWattle(hub)).toEqual([]);
  expect(await statuses()).toEqual(['NO_AUTHORITY']);
});

const proposeLink = 'mutation { proposeLink(mine: "ada-2", theirs: "bob-1", reason: "Alike.") { linked } }';

test('a proxy is not merged with the person they speak for, nor is one who was found to use violence', async () => {
  const parent = await proxy({ capacity: 'PARENT', person: 'bob' });
  const linked = async () => (await hub.run('tess', proposeLink)).proposeLink.linked;
  expect(await linked()).toBe(false);
  await hub.run('tess', endProxy, { id: parent.id, why: 'USES_VIOLENCE' });
  expect(await linked()).toBe(false);
  expect((await hub.run('tess', '{ client(id: "bob") { id records { id } } }')).client).toEqual({
    id: 'bob',
    records: [{ id: 'bob-1' }],
  });
});

test('a proxy who was put on file by mistake does not keep two people from being merged', async () => {
  const mistaken = await proxy({ capacity: 'PARENT', person: 'bob' });
  await hub.run('tess', endProxy, { id: mistaken.id, why: 'ENDED' });
  expect((await hub.run('tess', proposeLink)).proposeLink.linked).toBe(true);
});

test('about a person who uses violence the law opens for protection, and a role that protects them closes it again', async () => {
  expect(await toldOfWattle(hub, 'mara', 'FV_PROTECTION')).toEqual([]);
  const using = { client: 'ada', role: 'PERSON_USING_VIOLENCE', reason: 'Said by the police.' };
  await hub.run('tom', recordRole, { role: using }, 'FV_PROTECTION');
  expect(await toldOfWattle(hub, 'mara', 'FV_PROTECTION')).toContain('ADDRESS');
  expect(await toldOfWattle(hub, 'mara', 'SERVICE_COORDINATION')).toEqual([]);
  // The wrong person was named as using violence, and another agency knows better.
  const protects = { client: 'ada', role: 'VICTIM_SURVIVOR', reason: 'She is the one in danger.' };
  const { recordRole: put } = await hub.run('mara', recordRole, { role: protects });
  expect(await toldOfWattle(hub, 'mara', 'FV_PROTECTION')).toEqual([]);
  await expect(hub.run('mara', endRole, { id: put.role.id, why: 'x' })).rejects.toThrow('ROLE_REFUSED');
  await hub.run('lena', endRole, { id: put.role.id, why: 'A mistake.' });
  expect(await toldOfWattle(hub, 'mara', 'FV_PROTECTION')).toContain('ADDRESS');
});

test('a client who is said to use violence does not see that the law opened their record', async () => {
  const using = { client: 'ada', role: 'PERSON_USING_VIOLENCE', reason: 'Assessed.' };
  await hub.run('tom', recordRole, { role: using }, 'FV_PROTECTION');
  await hub.run('mara', '{ client(id: "ada") { records { id address { suburb } } } }', {}, 'FV_PROTECTION');
  await hub.run('mara', '{ client(id: "ada") { records { id } roles { role } } }');
  const { client } = await hub.run(
    'ada',
    '{ client(id: "ada") { roles { role } legalBases { kind } blocks { id } disclosures { nodes { requester purpose why } } } }',
    {},
    'CLIENT_ACCESS',
  );
  expect(client).toMatchObject({ roles: [], legalBases: [], blocks: [] });
  // Nor do they see the request for Harbour's own record for protection: its purpose would reveal it.
  expect(client.disclosures.nodes.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['SERVICE_COORDINATION']);
  expect(client.disclosures.nodes.map(({ why }: { why: string }) => why).join()).not.toMatch(/violence/i);
  const { disclosures } = await hub.run(
    'priya',
    '{ disclosures { nodes { requester why } } }',
    {},
    'QUALITY_IMPROVEMENT',
  );
  expect(disclosures.nodes.length).toBeGreaterThan(0);
});

test.each([
  ['PERSON_USING_VIOLENCE', 'FV_PROTECTION'],
  ['ALLEGED_PERSON_USING_VIOLENCE', 'FV_ASSESSMENT'],
])(
  'a client who is said to be %s sees no request about them that was for somebody’s protection, whatever opened it',
  async (role, purpose) => {
    await hub.run('tom', recordRole, { role: { client: 'ada', role, reason: 'Assessed.' } }, purpose);
    const threat = { client: 'ada', kind: 'SERIOUS_THREAT', reason: 'He has a knife.', categories: ['FV_RISK'] };
    await hub.run('lena', assertBasis, { basis: threat }, 'EMERGENCY');
    const taken = { client: 'ada', reason: 'She does not answer.', categories: ['HOUSING'] };
    await hub.run(
      'mara',
      'mutation ($glass: BreakGlassInput!) { breakGlass(glass: $glass) { breakGlass { id } } }',
      { glass: taken },
      'EMERGENCY',
    );
    const look = '{ client(id: "ada") { records { id housing { situation } alerts { text } } } }';
    // Under the law for their role or the finding, by emergency access, and each time at the agency's own record; then one
    // request for the own record alone.
    for (const why of ['FV_PROTECTION', 'EMERGENCY', 'SERVICE_COORDINATION']) await hub.run('mara', look, {}, why);
    const { disclosures } = await hub.run('priya', '{ disclosures { nodes { purpose } } }', {}, 'QUALITY_IMPROVEMENT');
    const told = disclosures.nodes.map(({ purpose: why }: { purpose: string }) => why).sort();
    expect(told).toEqual(['EMERGENCY', 'FV_PROTECTION', 'SERVICE_COORDINATION']);
    const read = '{ client(id: "ada") { disclosures { nodes { purpose why } pageInfo { hasNextPage } } } }';
    const { client } = await hub.run('ada', read, {}, 'CLIENT_ACCESS');
    expect(client.disclosures).toMatchObject({
      nodes: [{ purpose: 'SERVICE_COORDINATION' }],
      pageInfo: { hasNextPage: false },
    });
    // A person who is protected, and had been named as using violence, sees all of it.
    await hub.run('mara', recordRole, {
      role: { client: 'ada', role: 'VICTIM_SURVIVOR', reason: 'She is in danger.' },
    });
    const { client: protectedNow } = await hub.run('ada', read, {}, 'CLIENT_ACCESS');
    expect(protectedNow.disclosures.nodes.map(({ purpose: why }: { purpose: string }) => why)).toContain('EMERGENCY');
  },
);

test.each(['PERSON_USING_VIOLENCE', 'ALLEGED_PERSON_USING_VIOLENCE'])(
  'what agencies wrote of a client who is said to be %s is not in their own file: not itself, not as withheld, not as shared',
  async (role) => {
    const filed = filedRows();
    const [alert] = filed.harbour?.client_alert ?? [];
    const more = ['DVV', 'WSP', 'DVP'].map((code, n) => ({ ...alert, id: 20 + n, alert_type_code: code }));
    await hub.databases.hold({
      ...filed,
      harbour: { ...filed.harbour, client_alert: [...(filed.harbour?.client_alert ?? []), ...more] },
    });
    await hub.run('mara', '{ client(id: "ada") { alerts { totalCount } records { id identity { name { given } } } } }');
    const read = `{ client(id: "ada") { records { id alerts { text code } } alerts { totalCount complete }
      withheld { category } disclosures { nodes { requester categories } } } }`;
    const own = async () => (await hub.run('ada', read, {}, 'CLIENT_ACCESS')).client;
    const usual = await own();
    const kinds = ['FV_RISK', 'FV_NARRATIVE', 'SAFETY_PLAN', 'CHILD_WELLBEING', 'WORKER_SAFETY'];
    expect(usual.alerts.totalCount).toBe(4);
    expect(JSON.stringify(usual.disclosures)).toContain('FV_RISK');

    await hub.run('tom', recordRole, { role: { client: 'ada', role, reason: 'Assessed.' } }, 'FV_ASSESSMENT');
    const closed = await own();
    expect(closed.alerts).toEqual({ totalCount: 2, complete: true });
    expect(closed.records.flatMap(({ alerts }: Data) => alerts.map(({ code }: Data) => code))).toEqual([
      ...['COMMUNICATION_SAFETY', 'COMMUNICATION_SAFETY'],
    ]);
    expect(closed.withheld).toEqual(usual.withheld);
    for (const kind of kinds) expect(JSON.stringify(closed)).not.toContain(kind);
    // The same look is still shown, for the rest that it told.
    expect(closed.disclosures.nodes.some(({ requester }: Data) => requester === 'mara')).toBe(true);

    // Who was taken for the danger by mistake reads it again.
    const protects = { client: 'ada', role: 'VICTIM_SURVIVOR', reason: 'She is the one in danger.' };
    await hub.run('mara', recordRole, { role: protects });
    expect((await own()).alerts.totalCount).toBe(4);
    await hub.databases.hold(filed);
  },
);

test('a role that may be about either of two people opens under no law, and still hides from the person who looked', async () => {
  const body = { role: 'PERSON_USING_VIOLENCE', reason: 'Said while two files were one.', ofTwoFiles: true };
  await hub.begin({ said: [{ id: 'r1', person: 'ada', fact: 'ROLE', body }] });
  expect(await toldOfWattle(hub, 'mara', 'FV_PROTECTION')).toEqual([]);
  const read = '{ client(id: "ada") { disclosures { nodes { requester } } } }';
  expect((await hub.run('ada', read, {}, 'CLIENT_ACCESS')).client.disclosures.nodes).toEqual([]);
});

test('a role said of one of two people does not show who looked to a person who is themself on file as using violence', async () => {
  const said = (id: string, role: string, ofTwoFiles: boolean) =>
    ({ id, person: 'ada', fact: 'ROLE', body: { role, reason: 'Said.', ...(ofTwoFiles && { ofTwoFiles }) } }) as const;
  const read = '{ client(id: "ada") { disclosures { nodes { requester } } } }';
  const seen = async () => (await hub.run('ada', read, {}, 'CLIENT_ACCESS')).client.disclosures.nodes;
  for (const clear of [true, false]) {
    const using = said('r1', 'PERSON_USING_VIOLENCE', !clear);
    await hub.begin({ said: [using, said('r2', 'VICTIM_SURVIVOR', true)] });
    await toldOfWattle(hub, 'mara', 'FV_PROTECTION');
    expect(await seen()).toEqual([]);
  }
  // Who was taken for the danger by mistake: the protected come before the accused.
  await hub.begin({ said: [said('r1', 'PERSON_USING_VIOLENCE', true), said('r2', 'VICTIM_SURVIVOR', false)] });
  await toldOfWattle(hub, 'mara', 'FV_PROTECTION');
  expect(await seen()).not.toEqual([]);
});

test('about a child the family violence law opens without consent, until they come of age', async () => {
  await standing(yearsFromNow(3));
  expect(await toldOfWattle(hub, 'mara', 'FV_PROTECTION')).toContain('FV_RISK');
  await standing(yearsFromNow(-1));
  expect(await toldOfWattle(hub, 'mara', 'FV_PROTECTION')).toEqual([]);
});

test('a recorded serious threat opens under the purposes of the law, for as long and for the categories it names', async () => {
  const basis = {
    client: 'ada',
    kind: 'SERIOUS_THREAT',
    reason: 'He has a knife.',
    categories: ['FV_RISK', 'ADDRESS'],
  };
  const { assertLegalBasis } = await hub.run(
    'lena',
    assertBasis,
    { basis: { ...basis, consultedViews: 'Could not be reached.' } },
    'EMERGENCY',
  );
  const days = (Date.parse(assertLegalBasis.legalBasis.to) - Date.now()) / 86_400_000;
  expect([assertLegalBasis.legalBasis.kind, Math.abs(days - 30) < 2]).toEqual(['SERIOUS_THREAT', true]);
  expect(await toldOfWattle(hub, 'mara', 'EMERGENCY')).toEqual(['ADDRESS', 'FV_RISK', 'FV_NARRATIVE']);
  expect(await toldOfWattle(hub, 'mara', 'SERVICE_COORDINATION')).toEqual([]);
  expect(
    (await hub.run('mara', '{ client(id: "ada") { legalBases { kind reason consultedViews recordedBy } } }')).client
      .legalBases,
  ).toEqual([
    { kind: 'SERIOUS_THREAT', reason: 'He has a knife.', consultedViews: 'Could not be reached.', recordedBy: 'lena' },
  ]);
  await hub.run('mara', endBasis, { id: assertLegalBasis.legalBasis.id, why: 'The danger is over.' });
  expect(await toldOfWattle(hub, 'mara', 'EMERGENCY')).toEqual([]);
});

test('a finding that names no category opens the ordinary ones', async () => {
  await hub.run(
    'lena',
    assertBasis,
    { basis: { client: 'ada', kind: 'SERIOUS_THREAT', reason: 'He has a knife.' } },
    'EMERGENCY',
  );
  const told = await toldOfWattle(hub, 'mara', 'EMERGENCY');
  expect([told.includes('FV_RISK'), told.includes('ADDRESS'), told.includes('MENTAL_HEALTH')]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ['for longer than 90 days', { to: yearsFromNow(2) }, 'lena', 'EMERGENCY', 'ARGUMENT_REFUSED'],
  ['without a reason', { reason: ' ' }, 'lena', 'EMERGENCY', '"reason" is empty'],
  ['of a kind the law does not know', { kind: 'HUNCH' }, 'lena', 'EMERGENCY', '"kind" must be one of SERIOUS_THREAT'],
  ['under a purpose it does not open', {}, 'lena', 'SERVICE_COORDINATION', 'PURPOSE_REFUSED'],
  ['by a practitioner', {}, 'mara', 'EMERGENCY', 'ROLE_REFUSED'],
  ['for assessment by an agency that does not assess', {}, 'lena', 'FV_ASSESSMENT', 'ROLE_REFUSED'],
  ['about somebody the agency does not know', { client: 'bob' }, 'lena', 'EMERGENCY', 'CLIENT_UNKNOWN'],
] as const)('a finding %s is refused, and opens nothing', async (_, part, as, purpose, code) => {
  const basis = { client: 'ada', kind: 'SERIOUS_THREAT', reason: 'He has a knife.', ...part };
  await expect(hub.run(as, assertBasis, { basis }, purpose)).rejects.toThrow(code);
  expect(await toldOfWattle(hub, 'mara', 'EMERGENCY')).toEqual([]);
});

test.each([
  ['a day that does not exist', '2031-02-30', '"adultOn" must be a date that exists'],
  ['29 February', '2028-02-29', 'an adult from 1 March'],
  ['a day further away than birth is from coming of age', yearsFromNow(19), 'is more than 18 years from today'],
  ['a day of a year with two strokes', '0012-03-04', 'Write the year with four digits'],
  ['a day before anybody who lives was of age', '1899-12-31', 'Nobody alive came of age before'],
])('nobody comes of age on %s', async (_, adultOn, message) => {
  await expect(standing(adultOn)).rejects.toThrow(message);
  expect(await toldOfWattle(hub, 'mara', 'FV_PROTECTION')).toEqual([]);
});

test('what the rules could not read is not put on file: it would close the person to everybody', async () => {
  const wide = await consent({});
  const narrow = `mutation ($narrowing: ConsentNarrowing!) { narrowConsent(narrowing: $narrowing) { consent { id } } }`;
  const effect = 'query ($consent: ConsentInput!) { consentEffect(consent: $consent) { note } }';
  const { client: _, ...said } = { ...asSaid, witness: ' ' };
  const narrowing = { ...said, id: wide.id, leaveOut: [{ categories: ['HOUSING'] }] };
  const basis = { client: 'ada', kind: 'SERIOUS_THREAT', reason: 'He has a knife.', consultedViews: ' ' };
  for (const [put, place] of [
    [() => consent({ witness: ' ' }), 'witness'],
    [() => consent({ witness: '\t', refuse: true }), 'witness'],
    [() => hub.run('tess', effect, { consent: { ...asSaid, witness: ' ' } }), 'witness'],
    [() => hub.run('tess', narrow, { narrowing }), 'witness'],
    [() => proxy({ capacity: 'GUARDIAN', scope: ['information', ' '] }), 'scope[1]'],
    [() => hub.run('lena', assertBasis, { basis }, 'EMERGENCY'), 'consultedViews'],
  ] as const) {
    await expect(put()).rejects.toThrow(`${place}: should be text, and not empty.`);
    expect(await toldOfWattle(hub)).toEqual(['HOUSING']);
  }
});

test('what is on file and still cannot be read is named in the log, among everything on file about the person', async () => {
  const [, amiss] = [await consent({}), await consent({ categories: ['HEALTH'] })];
  const guardian = await proxy({ capacity: 'GUARDIAN', scope: ['information'] });
  const from = async (table: string, place: string, id: string) =>
    hub.server.sql(`UPDATE ${table} SET body = jsonb_set(body, '${place}', '" "') WHERE id = '${id}'`);
  await from('consent', '{evidence,witness}', amiss.id);
  await from('fact', '{scope,0}', guardian.id);
  await hub.server.sql(`UPDATE client SET epoch = epoch + 1 WHERE id = 'ada'`);
  expect(await toldOfWattle(hub)).toEqual([]);
  expect(hub.partnership.logged()).toContain(`"client":"ada","rows":${JSON.stringify([amiss.id, guardian.id])}`);
});

test('what one agency puts on file is read by no other, and ended by no other', async () => {
  await standing(yearsFromNow(3));
  const parent = await proxy({ capacity: 'PARENT' });
  const { client } = await hub.run(
    'mara',
    '{ client(id: "ada") { standing { adultOn } proxies { id } roles { id } } }',
  );
  expect(client).toEqual({ standing: null, proxies: [], roles: [] });
  await expect(hub.run('mara', endProxy, { id: parent.id, why: 'ENDED' })).rejects.toThrow('FACT_UNKNOWN');
  await expect(hub.run('tom', endRole, { id: parent.id, why: 'another kind' })).rejects.toThrow('FACT_UNKNOWN');
  await expect(hub.run('mara', recordConsent, { consent: { ...asSaid, proxy: parent.id } })).rejects.toThrow(
    'FACT_UNKNOWN',
  );
});
