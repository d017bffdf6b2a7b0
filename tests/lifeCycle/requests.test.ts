import { asSaid, type LifeCycleHub, lifeCycleHub, toldOfWattle } from './lifeCycleHub.ts';

let hub: LifeCycleHub;
beforeAll(async () => {
  hub = await lifeCycleHub();
});
afterAll(() => hub?.stop());

const knows = { id: 'c1', subject: 'ada', rule: { except: [{ agencies: ['harbour'], categories: ['SERVICE_USE'] }] } };
const request = `mutation ($request: ConsentRequestInput!) { requestConsent(request: $request) { sent } }`;
const notices = `{ notices { nodes { kind client { id } breakGlass { id }
  request { agency { id name } askedBy purposes categories client { id } } } } }`;
const ask = (as: 'mara' | 'lena' = 'mara', client = 'ada') =>
  hub.run(as, request, { request: { client, categories: ['HOUSING'], purposes: ['SERVICE_COORDINATION'] } });
const noticesOf = async (as: 'mara' | 'tess' | 'tom' | 'kim' | 'lena') => (await hub.run(as, notices)).notices.nodes;
const asked = (askedBy: string) => ({
  ...{ kind: 'CONSENT_REQUESTED', client: { id: 'ada' }, breakGlass: null },
  request: {
    ...{ agency: { id: 'harbour', name: 'Harbour' }, askedBy, client: { id: 'ada' } },
    ...{ purposes: ['SERVICE_COORDINATION'], categories: ['HOUSING'] },
  },
});

test('a request reaches the worker who works with the person, and what they then put on file answers it', async () => {
  await hub.begin({ consents: [knows] });
  expect(await ask()).toEqual({ requestConsent: { sent: true } });
  expect(await noticesOf('tess')).toEqual([asked('mara')]);
  expect(await noticesOf('tom')).toEqual([]);
  expect(await noticesOf('kim')).toEqual([]);
  expect(await toldOfWattle(hub)).not.toContain('HOUSING');
  const consent = { ...asSaid, agencies: ['harbour'], categories: ['HOUSING'] };
  await hub.run('tess', 'mutation ($consent: ConsentInput!) { recordConsent(consent: $consent) { consent { id } } }', {
    consent,
  });
  expect(await toldOfWattle(hub)).toContain('HOUSING');
});

test('the worker in charge at one’s own agency is asked too, but not oneself', async () => {
  await hub.begin({ consents: [knows] });
  await ask('mara');
  expect(await noticesOf('mara')).toEqual([]);
  await ask('lena');
  expect(await noticesOf('mara')).toEqual([asked('lena')]);
});

test('if the requester may not know who else works with the person, nobody else learns that the requester does', async () => {
  await hub.begin();
  expect(await ask()).toEqual({ requestConsent: { sent: true } });
  expect(await noticesOf('tess')).toEqual([]);
});

test('an agency that may know who else works with the person is asked, even if the requester does not know it', async () => {
  const told = { except: [{ agencies: ['wattle'], sources: ['harbour'], categories: ['SERVICE_USE'] }] };
  await hub.begin({ consents: [{ id: 'c2', subject: 'ada', rule: told }] });
  await ask();
  expect(await noticesOf('tess')).toEqual([asked('mara')]);
});

test.each([
  ['a block', { blocks: [{ id: 'b1', person: 'ada', categories: ['SERVICE_USE'], against: ['bob'] }] }],
  [
    'the client’s no',
    {
      consents: [
        knows,
        {
          ...{ id: 'r1', subject: 'ada', status: 'refused' },
          rule: { sources: ['harbour'], agencies: ['wattle'], categories: ['SERVICE_USE'] },
        },
      ],
    },
  ],
])('a request that would reveal the requester to the wrong agency does not arrive: %s', async (_, facts) => {
  await hub.begin({ consents: [knows], ...facts });
  expect(await ask()).toEqual({ requestConsent: { sent: true } });
  expect(await noticesOf('tess')).toEqual([]);
});

test('one can ask only about people one may know of: a denied person and nobody at all get the same answer', async () => {
  await hub.begin({ consents: [knows] });
  const answers = await Promise.all(
    ['bob', 'nobody'].map((client) =>
      hub.ask({ as: 'mara', query: request, variables: { request: { client, categories: ['HOUSING'] } } }),
    ),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.body).toContain('CLIENT_UNKNOWN');
});
