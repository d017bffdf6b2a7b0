import { asSaid, type LifeCycleHub, lifeCycleHub, toldOfWattle } from './lifeCycleHub.ts';

let hub: LifeCycleHub;
beforeAll(async () => {
  hub = await lifeCycleHub();
});
afterAll(() => hub?.stop());
beforeEach(() => hub.begin());

type Row = Readonly<{
  agency: { id: string };
  user: string | null;
  purposes: readonly string[];
  sources: readonly { id: string }[];
  opens: readonly string[];
  closes: readonly string[];
  staysOpen: readonly string[];
}>;
type Effect = Readonly<{ from: string | null; rows: readonly Row[] }>;
type Told = Pick<Row, 'opens' | 'closes' | 'staysOpen'>;
type Asker = 'tess' | 'mara' | 'ada';

const fields = `{ note askedAs from rows {
  agency { id } user purposes sources { id } opens closes staysOpen } }`;
const consentEffect = `query ($consent: ConsentInput!) { done: consentEffect(consent: $consent) ${fields} }`;
const narrowingEffect = `query ($narrowing: ConsentNarrowing!) { done: narrowingEffect(narrowing: $narrowing) ${fields} }`;
const withdrawalEffect = `query ($id: ID!) { done: withdrawalEffect(id: $id) ${fields} }`;
const recordConsent =
  'mutation ($consent: ConsentInput!) { done: recordConsent(consent: $consent) { consent { id } } }';
const narrowConsent =
  'mutation ($narrowing: ConsentNarrowing!) { done: narrowConsent(narrowing: $narrowing) { consent { id } } }';
const withdrawConsent = 'mutation ($id: ID!) { done: withdrawConsent(id: $id) { consent { id } } }';

const run = async (as: Asker, query: string, variables: Readonly<Record<string, unknown>>) =>
  (await hub.run(as, query, variables, as === 'ada' ? 'CLIENT_ACCESS' : 'SERVICE_COORDINATION')).done;
const effect = (consent: object, as: Asker = 'tess'): Promise<Effect> =>
  run(as, consentEffect, { consent: { ...asSaid, ...consent } });
const record = async (consent: object, as: Asker = 'tess'): Promise<string> =>
  (await run(as, recordConsent, { consent: { ...asSaid, ...consent } })).consent.id;
const narrowing = (id: string, categories: readonly string[]) => ({
  narrowing: { ...asSaid, client: undefined, id, leaveOut: [{ categories }] },
});

const nothing: Told = { opens: [], closes: [], staysOpen: [] };
type Place = Readonly<{ by: string; from: string; purpose: string; user: string | null }>;
const ofWattle: Place = { by: 'harbour', from: 'wattle', purpose: 'SERVICE_COORDINATION', user: null };

/** What an effect says about what one agency may see at another. */
function told({ rows }: Effect, { by, from, purpose, user } = ofWattle): Told {
  const found = rows.filter(
    (row) =>
      row.agency.id === by &&
      row.user === user &&
      row.purposes.includes(purpose) &&
      row.sources.some(({ id }) => id === from),
  );
  expect(found.length).toBeLessThan(2);
  const { opens, closes, staysOpen } = found[0] ?? nothing;
  return { opens, closes, staysOpen };
}

/** Checks that the effect is what then happens to a worker of Harbour who asks for Wattle's data. */
async function comesTrue(foretold: Effect, make: () => Promise<unknown>): Promise<void> {
  const { opens, closes, staysOpen } = told(foretold);
  expect([...closes, ...staysOpen].sort()).toEqual([...(await toldOfWattle(hub))].sort());
  await make();
  expect([...opens, ...staysOpen].sort()).toEqual([...(await toldOfWattle(hub))].sort());
}

test('what a consent is said to open is what another agency’s worker then sees', async () => {
  const consent = { agencies: ['harbour'], categories: ['HOUSING', 'CONTACT'] };
  const foretold = await effect(consent);
  expect(foretold.rows).toEqual([
    {
      ...{ agency: { id: 'harbour' }, user: null, sources: [{ id: 'kestrel' }, { id: 'wattle' }] },
      // For FV_ASSESSMENT the law requires another kind of agency than Harbour, whatever the client consented to.
      purposes: ['SERVICE_COORDINATION', 'FV_PROTECTION', 'CHILD_SAFETY', 'EMERGENCY'],
      ...{ opens: ['CONTACT', 'PHONE', 'HOUSING'], closes: [], staysOpen: [] },
    },
  ]);
  await comesTrue(foretold, () => record(consent));
});

test('an effect is only a forecast: nothing is on file after it', async () => {
  await effect({ categories: ['HOUSING'] });
  expect(await toldOfWattle(hub)).toEqual([]);
  expect((await hub.run('tess', '{ client(id: "ada") { consents { id } } }')).client.consents).toEqual([]);
});

test('what a refusal is said to close is closed then, and what it leaves stays open', async () => {
  await record({ categories: ['HOUSING', 'FINANCE'] });
  const refusal = { refuse: true, categories: ['FINANCE'] };
  const foretold = await effect(refusal);
  expect(told(foretold)).toEqual({ opens: [], closes: ['FINANCE'], staysOpen: ['HOUSING'] });
  await comesTrue(foretold, () => record(refusal));
});

test('withdrawing closes what the consent gave and no more, and withdrawing a refusal opens again', async () => {
  const id = await record({ categories: ['HOUSING', 'FINANCE'] });
  const refusal = await record({ refuse: true, categories: ['FINANCE'] });
  await record({ categories: ['HEALTH'] });
  const closing: Effect = await run('tess', withdrawalEffect, { id });
  expect(told(closing)).toEqual({ opens: [], closes: ['HOUSING'], staysOpen: ['HEALTH', 'MEDICATION'] });
  const opening: Effect = await run('tess', withdrawalEffect, { id: refusal });
  expect(told(opening)).toEqual({ opens: ['FINANCE'], closes: [], staysOpen: ['HOUSING', 'HEALTH', 'MEDICATION'] });
  await comesTrue(closing, () => run('tess', withdrawConsent, { id }));
  // Something already withdrawn is not withdrawn again.
  expect(told(await run('tess', withdrawalEffect, { id }))).toMatchObject({ opens: [], closes: [] });
});

test('a narrowing closes what is left out, and keeps it closed', async () => {
  const id = await record({ categories: ['HOUSING', 'FINANCE', 'HEALTH'] });
  const foretold: Effect = await run('tess', narrowingEffect, narrowing(id, ['FINANCE']));
  expect(told(foretold)).toEqual({
    ...{ opens: [], closes: ['FINANCE'], staysOpen: ['HOUSING', 'HEALTH', 'MEDICATION'] },
  });
  await comesTrue(foretold, () => run('tess', narrowConsent, narrowing(id, ['FINANCE'])));
});

test('a sensitive kind of information opens only where it is named', async () => {
  const wide = told(await effect({ agencies: ['harbour'] })).opens;
  expect(wide).toEqual(expect.arrayContaining(['IDENTITY', 'CONTACT', 'HEALTH']));
  for (const sensitive of ['ADDRESS', 'LEGAL', 'MENTAL_HEALTH', 'AOD', 'SEXUAL_HEALTH', 'CULTURAL_IDENTITY'])
    expect(wide).not.toContain(sensitive);
  expect(told(await effect({ categories: ['CONTACT'] })).opens).toEqual(['CONTACT', 'PHONE']);
  expect(told(await effect({ categories: ['ADDRESS'] })).opens).toEqual(['ADDRESS']);
});

test('a consent for people by name opens to them and not to their colleagues', async () => {
  const consent = { users: ['mara'], agencies: ['harbour'], categories: ['HOUSING'] };
  const foretold = await effect(consent);
  expect(told(foretold)).toEqual(nothing);
  expect(told(foretold, { ...ofWattle, user: 'mara' }).opens).toEqual(['HOUSING']);
  await record(consent);
  expect(await toldOfWattle(hub, 'mara')).toEqual(['HOUSING']);
  expect(await toldOfWattle(hub, 'lena')).toEqual([]);
});

test('for a consent that begins later the effect is what it will be then', async () => {
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const foretold = await effect({ categories: ['HOUSING'], from: day });
  expect(foretold.from).toBe(day);
  expect(told(foretold).opens).toEqual(['HOUSING']);
  expect((await effect({ categories: ['HOUSING'] })).from).toBeNull();
  expect((await effect({ categories: ['HOUSING'], from: '2026-01-01', to: '2026-02-01' })).rows).toEqual([]);
});

test('a block at one’s own agency keeps its categories closed; one on certain records closes only those', async () => {
  await hub.begin({
    blocks: [
      { id: 'b1', person: 'ada', categories: ['HOUSING'], recordedBy: 'wattle' },
      { id: 'b2', person: 'ada', categories: ['FINANCE'], records: ['ada-2'], recordedBy: 'wattle' },
    ],
  });
  const foretold = await effect({ categories: ['HOUSING', 'FINANCE', 'HEALTH'] });
  expect(told(foretold).opens).toEqual(['HEALTH', 'MEDICATION']);
  expect(told(foretold, { ...ofWattle, from: 'kestrel' }).opens).toEqual(['FINANCE', 'HEALTH', 'MEDICATION']);
});

test('an effect is refused exactly as the change itself would be, byte for byte', async () => {
  const own = await record({ categories: ['HOUSING'] }, 'mara');
  const refusal = await record({ refuse: true, categories: ['FINANCE'] });
  const given = (consent: object) => ({ consent: { ...asSaid, ...consent } });
  const pairs: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
    ...[
      ...[{ client: 'nobody' }, { client: 'bob' }, { categories: ['NOTHING'] }, { agencies: [] }, { proxy: 'none' }],
      ...[{ supersedes: [own] }, { refuse: true, except: [{ categories: ['HOUSING'] }] }, { noticeVersion: ' ' }],
      { from: '2026-03-01', to: '2026-02-01' },
    ].map((consent) => [recordConsent, consentEffect, given(consent)] as const),
    [withdrawConsent, withdrawalEffect, { id: 'none' }],
    [narrowConsent, narrowingEffect, narrowing('none', ['HOUSING'])],
    [narrowConsent, narrowingEffect, narrowing(refusal, ['HOUSING'])],
  ];
  // Bob is known at Wattle only, so he is a stranger to Harbour. A manager may put nothing on file.
  for (const as of ['mara', 'tess', 'priya', 'ada'] as const)
    for (const [mutation, query, variables] of pairs) {
      const purpose = { priya: 'QUALITY_IMPROVEMENT', ada: 'CLIENT_ACCESS', mara: undefined, tess: undefined }[as];
      const ask = async (document: string) =>
        JSON.parse(
          (await hub.ask({ as, query: document, variables, purpose: purpose ?? 'SERVICE_COORDINATION' })).body,
        );
      const foretold = await ask(query);
      const { errors } = await ask(mutation);
      expect(foretold.errors?.map(withoutPlace)).toEqual(errors?.map(withoutPlace));
    }
});

test('another agency’s refusals, consents, blocks, findings, roles and statements on age change not one byte', async () => {
  const consents = [
    { id: 'c1', subject: 'ada', rule: { except: [{ categories: ['HOUSING'] }] }, recordedBy: 'wattle' },
  ];
  const said = [
    ...[
      {
        id: 's0',
        person: 'ada',
        fact: 'PROXY' as const,
        by: 'wattle',
        body: { person: 'bob', capacity: 'guardian', scope: ['information'] },
      },
    ],
  ];
  const ask = async (as: Asker, query: string, variables: Readonly<Record<string, unknown>>) => {
    const { status, body } = await hub.ask({
      as,
      query,
      variables,
      purpose: as === 'ada' ? 'CLIENT_ACCESS' : 'FV_PROTECTION',
    });
    return [status, body];
  };
  const answers = async () => [
    await ask('tess', consentEffect, { consent: { ...asSaid, agencies: ['harbour', 'kestrel'] } }),
    await ask('tess', consentEffect, { consent: { ...asSaid, proxy: 's0', categories: ['HOUSING', 'ADDRESS'] } }),
    await ask('tess', withdrawalEffect, { id: 'c1' }),
    await ask('tess', narrowingEffect, narrowing('c1', ['HOUSING'])),
  ];
  await hub.begin({ consents, said });
  const alone = await answers();
  for (const [status, body] of alone) {
    expect(status).toBe(200);
    expect(body).toContain('"HOUSING"');
  }
  const by = 'kestrel';
  await hub.begin({
    consents: [
      ...consents,
      { id: 'k1', subject: 'ada', status: 'refused', rule: {}, recordedBy: by },
      {
        id: 'k2',
        subject: 'ada',
        rule: { except: [{ categories: ['FINANCE'], sources: ['wattle'] }] },
        recordedBy: by,
      },
      { id: 'k3', subject: 'ada', rule: {}, supersedes: ['c1'], recordedBy: by },
    ],
    blocks: [{ id: 'k4', person: 'ada', categories: ['HOUSING'], recordedBy: by }],
    said: [
      ...said,
      { id: 'k5', person: 'ada', fact: 'ROLE', by, body: { role: 'PERSON_USING_VIOLENCE', reason: 'Said so.' } },
      { id: 'k6', person: 'ada', fact: 'STANDING', by, body: { adultOn: '2031-05-06', matureMinor: false } },
      { id: 'k7', person: 'bob', fact: 'ROLE', by, body: { role: 'PERSON_USING_VIOLENCE', reason: 'Said so.' } },
      {
        ...{ id: 'k8', person: 'ada', fact: 'LEGAL_BASIS', by },
        body: { kind: 'SERIOUS_THREAT', reason: 'Said so.', assertedBy: 'test', period: { to: '2099-01-01' } },
      },
    ],
  });
  expect(await answers()).toEqual(alone);
});

test('for a suspended agency the effect is as for any: it will apply, and the requester may not know of the suspension', async () => {
  const answers = async () => [
    await effect({ agencies: ['kestrel'], categories: ['HOUSING'] }),
    await effect({ categories: ['HOUSING'], sources: ['kestrel'] }, 'ada'),
  ];
  const before = await answers();
  expect(before.map(({ rows }) => rows.length > 0)).toEqual([true, true]);
  await hub.store.agencies.setState('kestrel', 'SUSPENDED');
  try {
    expect(await answers()).toEqual(before);
  } finally {
    await hub.store.agencies.setState('kestrel', 'ACTIVE');
  }
});

test('clients see what each of their own consents changes, and not what is said about them or blocked', async () => {
  const consents = [
    { id: 'c1', subject: 'ada', rule: { except: [{ categories: ['HOUSING'] }] }, recordedBy: 'wattle' },
  ];
  await hub.begin({ consents });
  const answers = async () => [
    await effect({ agencies: ['wattle'], categories: ['FINANCE'] }, 'ada'),
    await run('ada', withdrawalEffect, { id: 'c1' }),
  ];
  const [giving, withdrawing] = await answers();
  expect(told(giving, { ...ofWattle, by: 'wattle', from: 'harbour' })).toEqual({
    ...{ opens: ['FINANCE'], closes: [], staysOpen: ['HOUSING'] },
  });
  expect(told(withdrawing)).toEqual({ opens: [], closes: ['HOUSING'], staysOpen: [] });
  await hub.begin({
    consents,
    blocks: ['harbour', 'wattle'].map((by) => ({
      id: `b-${by}`,
      person: 'ada',
      categories: ['FINANCE'],
      recordedBy: by,
    })),
    said: ['harbour', 'wattle'].map((by) => ({
      ...{ id: `r-${by}`, person: 'ada', fact: 'ROLE', by },
      body: { role: 'PERSON_USING_VIOLENCE', reason: 'Said so.' },
    })),
  });
  expect(await answers()).toEqual([giving, withdrawing]);
});

/** An error without its locations in the document. */
const withoutPlace = ({ locations: _, ...error }: { locations?: unknown }) => error;
