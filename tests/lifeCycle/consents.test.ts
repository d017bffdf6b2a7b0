import { asSaid, type LifeCycleHub, lifeCycleHub, toldOfWattle } from './lifeCycleHub.ts';

let hub: LifeCycleHub;
beforeAll(async () => {
  hub = await lifeCycleHub();
});
afterAll(() => hub?.stop());
beforeEach(() => hub.begin());

const recordConsent = `mutation ($consent: ConsentInput!) { recordConsent(consent: $consent) { consent {
  id status givenBy names { agencies users purposes categories sources } except { categories agencies } from to
  evidence witness words language } } }`;
const narrowConsent = `mutation ($narrowing: ConsentNarrowing!) { narrowConsent(narrowing: $narrowing) { consent {
  id status from to names { categories } except { categories agencies } words } } }`;
const withdrawConsent = 'mutation ($id: ID!) { withdrawConsent(id: $id) { consent { id status } } }';
const consents = '{ client(id: "ada") { consents { id status } } }';

const record = async (consent: object, as: 'mara' | 'tess' | 'ada' = 'tess') =>
  (await hub.run(as, recordConsent, { consent: { ...asSaid, ...consent } }, as === 'ada' ? 'CLIENT_ACCESS' : undefined))
    .recordConsent.consent;
const statuses = async () =>
  (await hub.run('tess', consents)).client.consents.map(({ status }: { status: string }) => status);
const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a consent is kept in the words, language and evidence the client gave it in, and takes effect at once', async () => {
  expect(await toldOfWattle(hub)).toEqual([]);
  const consent = await record({
    ...{ agencies: ['harbour'], categories: ['HOUSING', 'CONTACT'], to: daysFromNow(90) },
    ...{ words: 'Họ có thể biết tôi ở đâu.', language: 'Vietnamese', evidence: 'SIGNED', witness: 'An interpreter' },
  });
  expect(consent).toMatchObject({
    ...{ status: 'ACTIVE', givenBy: 'SELF', evidence: 'SIGNED', witness: 'An interpreter', language: 'Vietnamese' },
    ...{ words: 'Họ có thể biết tôi ở đâu.', to: daysFromNow(90), except: [] },
    names: [{ agencies: ['harbour'], users: null, purposes: null, categories: ['HOUSING', 'CONTACT'], sources: null }],
  });
  expect(await toldOfWattle(hub)).toEqual(['CONTACT', 'PHONE', 'HOUSING']);
});

test('a consent may name individual people to share with, and leave parts out of what it names', async () => {
  const consent = await record({
    users: ['mara'],
    categories: ['HOUSING', 'FINANCE'],
    except: [{ categories: ['FINANCE'] }],
  });
  expect(consent).toMatchObject({ names: [{ users: ['mara'] }], except: [{ categories: ['FINANCE'] }] });
  expect(await toldOfWattle(hub, 'mara')).toEqual(['HOUSING']);
  expect(await toldOfWattle(hub, 'lena')).toEqual([]);
});

test('a consent leaves a worker out despite spaces around their name', async () => {
  await record({ categories: ['HOUSING'], except: [{ users: [' mara '] }] });
  expect(await toldOfWattle(hub, 'mara')).toEqual([]);
  expect(await toldOfWattle(hub, 'lena')).toEqual(['HOUSING']);
});

test('a consent that names no category opens the ordinary ones; a refusal that names none closes everything', async () => {
  await record({ agencies: ['harbour'] });
  const told = await toldOfWattle(hub);
  expect(told).toEqual(expect.arrayContaining(['IDENTITY', 'CONTACT', 'HOUSING', 'HEALTH', 'MEDICATION', 'FV_RISK']));
  for (const sensitive of ['ADDRESS', 'LEGAL', 'MENTAL_HEALTH', 'AOD', 'SEXUAL_HEALTH', 'CULTURAL_IDENTITY'])
    expect(told).not.toContain(sensitive);
  await record({ categories: ['ADDRESS', 'HOUSING'] });
  expect(await toldOfWattle(hub)).toContain('ADDRESS');
  await record({ refuse: true });
  expect(await toldOfWattle(hub)).toEqual([]);
});

test('a refusal beats every consent, whoever put it on file and in whatever order', async () => {
  await record({ categories: ['HOUSING', 'FINANCE'] });
  expect(await record({ refuse: true, categories: ['FINANCE'] }, 'mara')).toMatchObject({ status: 'REFUSED' });
  await record({ categories: ['FINANCE'] });
  expect(await toldOfWattle(hub)).toEqual(['HOUSING']);
});

test('a refusal may leave nothing out: what it left out would be opened', async () => {
  await expect(record({ refuse: true, except: [{ categories: ['HOUSING'] }] })).rejects.toThrow(
    'ARGUMENT_REFUSED: An argument has a value that is not allowed. A refusal cannot leave anything out.',
  );
});

test('a later consent that names an earlier one replaces it, and withdrawing it revives nothing', async () => {
  const first = await record({ categories: ['HOUSING', 'FINANCE'] });
  const second = await record({ categories: ['FINANCE'], supersedes: [first.id] });
  expect(await toldOfWattle(hub)).toEqual(['FINANCE']);
  expect(await statuses()).toEqual(['ACTIVE', 'SUPERSEDED']);
  await hub.run('tess', withdrawConsent, { id: second.id });
  expect(await toldOfWattle(hub)).toEqual([]);
  expect(await statuses()).toEqual(['WITHDRAWN', 'SUPERSEDED']);
});

test('a consent shows when it has not begun, and when it has expired', async () => {
  await record({ categories: ['HOUSING'], from: daysFromNow(7) });
  await record({ categories: ['FINANCE'], from: daysFromNow(-60), to: daysFromNow(-30) });
  expect(await statuses()).toEqual(['EXPIRED', 'NOT_YET']);
  expect(await toldOfWattle(hub)).toEqual([]);
});

test('narrowing opens less in one step: the new consent replaces the old one, and keeps its end', async () => {
  const wide = await record({ categories: ['HOUSING', 'FINANCE', 'HEALTH'], to: daysFromNow(90) });
  const narrowing = { ...asSaid, client: undefined, id: wide.id, words: 'Not my money.' };
  const { narrowConsent: narrow } = await hub.run('tess', narrowConsent, {
    narrowing: { ...narrowing, leaveOut: [{ categories: ['FINANCE'] }] },
  });
  expect(narrow.consent).toMatchObject({
    ...{ status: 'ACTIVE', words: 'Not my money.', to: daysFromNow(90) },
    ...{
      names: [{ categories: ['HOUSING', 'FINANCE', 'HEALTH'] }],
      except: [{ categories: ['FINANCE'], agencies: null }],
    },
  });
  expect(await toldOfWattle(hub)).toEqual(['HOUSING', 'HEALTH', 'MEDICATION']);
  expect(await statuses()).toEqual(['ACTIVE', 'SUPERSEDED']);
  // Whatever a narrowing leaves out stays closed, whatever else is on file.
  await record({ categories: ['FINANCE'] });
  expect(await toldOfWattle(hub)).toEqual(['HOUSING', 'HEALTH', 'MEDICATION']);
});

test('only what is in force can be narrowed: not a refusal, nor what was withdrawn or replaced, nor another agency’s', async () => {
  const narrow = (id: string, as: 'tess' | 'mara' = 'tess') =>
    hub.run(as, narrowConsent, {
      narrowing: { ...asSaid, client: undefined, id, leaveOut: [{ categories: ['FINANCE'] }] },
    });
  const refused = await record({ refuse: true, categories: ['HOUSING'] });
  await expect(narrow(refused.id)).rejects.toThrow('ARGUMENT_REFUSED');
  const withdrawn = await record({ categories: ['HOUSING'] });
  await hub.run('tess', withdrawConsent, { id: withdrawn.id });
  await expect(narrow(withdrawn.id)).rejects.toThrow('The consent is WITHDRAWN');
  const wide = await record({ categories: ['HOUSING', 'FINANCE'] });
  await narrow(wide.id);
  await expect(narrow(wide.id)).rejects.toThrow('The consent is SUPERSEDED');
  const theirs = await record({ categories: ['HOUSING'] });
  await expect(narrow(theirs.id, 'mara')).rejects.toThrow('CONSENT_UNKNOWN');
});

test('a consent that is narrowed and withdrawn at the same moment never stays open', async () => {
  for (let round = 0; round < 20; round += 1) {
    await hub.begin();
    const wide = await record({ categories: ['HOUSING', 'FINANCE'] });
    const narrowing = { ...asSaid, client: undefined, id: wide.id, leaveOut: [{ categories: ['FINANCE'] }] };
    const [, narrow] = await Promise.allSettled([
      hub.run('tess', withdrawConsent, { id: wide.id }),
      hub.run('tess', narrowConsent, { narrowing }),
    ]);
    // Either the narrowing came first, and the withdrawal hit only the consent that it replaced; or narrowing was no longer
    // possible.
    const open = await toldOfWattle(hub);
    expect([narrow?.status, open]).toEqual(
      narrow?.status === 'fulfilled' ? ['fulfilled', ['HOUSING']] : ['rejected', []],
    );
  }
});

test('clients record, narrow and withdraw their own consents, and nobody else’s', async () => {
  const own = await record({ categories: ['HOUSING'] }, 'ada');
  expect(await toldOfWattle(hub)).toEqual(['HOUSING']);
  await hub.run('ada', withdrawConsent, { id: own.id }, 'CLIENT_ACCESS');
  expect(await toldOfWattle(hub)).toEqual([]);
  await expect(record({ client: 'bob', categories: ['HOUSING'] }, 'ada')).rejects.toThrow('CLIENT_UNKNOWN');
});

test.each([
  ['an empty list', { categories: [] }, '"categories" is an empty list'],
  ['a kind of information nobody agreed on', { categories: ['SHOES'] }, '"SHOES" (categories)'],
  ['a purpose nobody agreed on', { purposes: ['FUN'] }, '"FUN" (purposes)'],
  ['an agency that is no partner', { sources: ['__proto__'] }, '"__proto__" (sources)'],
  ['an end before the beginning', { from: '2026-03-01', to: '2026-02-01' }, '"to" (2026-02-01) is before "from"'],
  ['a day that does not exist', { to: '2027-02-30' }, '"to" must be a date that exists'],
  ['no notice', { noticeVersion: ' ' }, '"noticeVersion" is empty'],
  ['an exception that names nothing known', { except: [{ categories: ['SHOES'] }] }, '"SHOES" (categories)'],
])('a consent with %s is refused, and nothing is put on file', async (_, part, message) => {
  await expect(record({ categories: ['HOUSING'], ...part })).rejects.toThrow(message);
  expect(await statuses()).toEqual([]);
});
