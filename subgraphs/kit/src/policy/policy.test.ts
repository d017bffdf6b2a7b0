import { mkdtemp, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Release } from '@accord/contract/permit';
import { pino } from 'pino';
import { deletedNumber, inventedAgency, requester, servedAgency, stopServed } from '../../tests/inventedAgency.ts';
import { policyFile } from './policyFile.ts';

// Over HTTP, at an agency that is not restarted: each request finds the policy as it is at the time.

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-policy-'));
  path = join(folder, 'policy.yaml');
});
afterEach(async () => {
  await stopServed();
  await rm(folder, { recursive: true });
});

const says = (text: string) => writeFile(path, `${text}\n...\n`);
const everything =
  'id identity { name { given } } contact { phone } address { line } involvement { since } needs { id } alerts { id } notes { id } episodes { id } housing { situation }';
const all = [
  ...['IDENTITY', 'CONTACT', 'PHONE', 'ADDRESS', 'SERVICE_USE', 'HOUSING', 'FV_RISK', 'HEALTH', 'MENTAL_HEALTH'],
];
const release = (records: readonly string[], categories: readonly string[] = all): Release => ({ records, categories });
const figures = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Agency { figures { people { value } alerts { code } needs { code } } } } }`;
const ofAgency = { representations: [{ __typename: 'Agency', id: 'harbour' }] };

async function agencyUnderPolicy() {
  const invented = inventedAgency();
  const log: string[] = [];
  const policy = policyFile(path, pino({}, { write: (line: string) => void log.push(line) }));
  return { ...(await servedAgency(invented.mapping, { policy })), loads: invented.loads, policyLog: log };
}

test('a policy takes effect on the next request, and so does a change to it', async () => {
  await says('{}');
  const { ask } = await agencyUnderPolicy();
  const asked = () => ask('identity { name { given } } alerts { id }', [release(['1'])]);
  expect((await asked()).body.data._entities[0].alerts).toHaveLength(3);
  await says('never: { categories: [FV_RISK] }');
  expect((await asked()).body.data._entities[0]).toEqual({ identity: { name: { given: 'Ada1' } }, alerts: [] });
  await says('off: true');
  expect((await asked()).status).toBe(503);
  await says('{}');
  expect((await asked()).body.data._entities[0].alerts).toHaveLength(3);
});

test('a change that leaves time and size the same is noticed', async () => {
  await says('never: { categories: [FV_RISK] }');
  const time = new Date('2026-01-01');
  await utimes(path, time, time);
  const { ask } = await agencyUnderPolicy();
  const asked = async () => (await ask('alerts { id }', [release(['1'])])).body.data._entities[0].alerts.length;
  expect(await asked()).toBe(0);
  await writeFile(`${path}.new`, 'never: { categories: [ADDRESS] }\n...\n');
  await utimes(`${path}.new`, time, time);
  await rename(`${path}.new`, path);
  expect(await asked()).toBe(3);
});

test('with a policy that is faulty, half written or gone, nothing is released, and the log says which line is wrong', async () => {
  const { ask, policyLog } = await agencyUnderPolicy();
  const status = async () => (await ask('identity { name { given } }', [release(['1'])])).status;
  expect(await status()).toBe(503);
  await says('{}');
  expect(await status()).toBe(200);
  await writeFile(path, 'never:\n  categories: [FV_RISK');
  expect(await status()).toBe(503);
  await says('never:\n  categories: [FV_RISKS]');
  expect([await status(), await status()]).toEqual([503, 503]);
  expect(policyLog.filter((line) => line.includes('Line 2: \\"FV_RISKS\\"'))).toHaveLength(1);
  await says('{}');
  expect(await status()).toBe(200);
  await unlink(path);
  expect(await status()).toBe(503);
});

test('what the policy withholds is not loaded', async () => {
  await says('never: { categories: [ADDRESS], records: [2] }');
  const { ask, loads } = await agencyUnderPolicy();
  await ask('address { line }', [release(['1'])]);
  await ask(everything, [release(['2'])]);
  expect([...loads]).toEqual([]);
});

test('withholding a kind withholds every part of it', async () => {
  await says('never: { categories: [HEALTH, CONTACT] }');
  const { ask } = await agencyUnderPolicy();
  const { body } = await ask('contact { phone } address { line } needs { about } identity { name { given } }', [
    release(['1']),
  ]);
  const [one] = body.data._entities;
  expect(one).toMatchObject({ contact: null, address: null, needs: [{ about: ['HOUSING'] }] });
  expect(one.identity).not.toBeNull();
});

test('a record that is never released is answered, byte for byte, like one that is not on file', async () => {
  await says(`never: { records: [2] }`);
  const { ask } = await agencyUnderPolicy();
  const { text, status } = await ask(everything, [release(['1', '2', deletedNumber])]);
  const [one, never, absent] = JSON.parse(text).data._entities;
  expect(one.identity).not.toBeNull();
  expect(JSON.stringify(never)).toBe(JSON.stringify({ ...absent, id: '2' }));
  const alone = async (number: string) =>
    (await ask(everything, [release([number])])).text.replaceAll(`"${number}"`, '""');
  expect(status).toBe(200);
  expect(await alone('2')).toBe(await alone(deletedNumber));
});

test('a kind may be withheld from an agency, a purpose, a role; a requester who matches only some of these gets it', async () => {
  await says('never: { categories: [{ categories: [FV_RISK], agencies: [wattle], roles: [PRACTITIONER] }] }');
  const { send } = await agencyUnderPolicy();
  const alertsFor = async (other: Partial<typeof requester>) => {
    const { body } = await send(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { alerts { id } } } }',
      {
        ...{ releases: [release(['1'])], requester: { ...requester, ...other } },
        variables: { representations: [{ __typename: 'AgencyRecord', id: '1' }] },
      },
    );
    return body.data._entities[0].alerts.length;
  };
  expect(await alertsFor({})).toBe(0);
  expect(await alertsFor({ agency: 'kestrel' })).toBe(3);
  expect(await alertsFor({ role: 'TEAM_LEADER' })).toBe(3);
});

test('consented only: what a law opens is withheld, and so is what an older hub gives no reason for; the agency’s own workers see their records', async () => {
  await says('consentedOnly: true');
  const { ask, send } = await agencyUnderPolicy();
  const given = (name: string | null) => (name === null ? { identity: null } : { identity: { name: { given: name } } });
  const asked = async (basis: Partial<Release>) =>
    (await ask('identity { name { given } }', [{ ...release(['1']), ...basis }])).body.data._entities[0];
  expect(await asked({ basis: 'CONSENT' })).toEqual(given('Ada1'));
  expect(await asked({ basis: 'LAW' })).toEqual(given(null));
  expect(await asked({})).toEqual(given(null));
  const { body } = await send(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { identity { name { given } } } } }',
    {
      ...{ releases: [{ ...release(['1']), basis: 'LAW' }], requester: { ...requester, agency: 'harbour' } },
      variables: { representations: [{ __typename: 'AgencyRecord', id: '1' }] },
    },
  );
  expect(body.data._entities[0]).toEqual(given('Ada1'));
});

test('aggregate only: figures are returned, and requests for records are not answered', async () => {
  await says('aggregateOnly: true');
  const { ask, send, loads } = await agencyUnderPolicy();
  const { status, body } = await ask('identity { name { given } }', [release(['1'])]);
  expect({ status, body }).toEqual({
    status: 503,
    body: { errors: [{ message: expect.any(String), extensions: { code: 'AGENCY_UNAVAILABLE' } }] },
  });
  expect([...loads]).toEqual([]);
  const told = await send(figures, { figures: true, variables: ofAgency });
  expect(told.body.data._entities[0].figures.people).toEqual({ value: 55 });
});

test('figures off: they are null; a kind that is never released is not counted', async () => {
  await says('figures: false');
  const { send } = await agencyUnderPolicy();
  const asked = async () => (await send(figures, { figures: true, variables: ofAgency })).body.data._entities[0];
  expect(await asked()).toBeNull();
  await says('never: { categories: [FV_RISK, HOUSING] }');
  expect((await asked()).figures).toMatchObject({ alerts: [{ code: 'MEDICAL' }], needs: [] });
});

test('figures cover the days that may be disclosed, and none outside', async () => {
  await says('never: { before: 2025-04-01, after: 2025-09-30 }');
  const periods: unknown[] = [];
  const { mapping } = inventedAgency();
  const figuresFn = async (period: object) => {
    periods.push(period);
    return { people: 59, alerts: [], needs: [] };
  };
  const policy = policyFile(path, pino({ level: 'silent' }));
  const { send } = await servedAgency({ ...mapping, figures: figuresFn }, { policy });
  const asked = async (period: string) =>
    (await send(figures.replace('figures {', `figures(period: ${period}) {`), { figures: true, variables: ofAgency }))
      .body.data._entities[0].figures;
  expect(await asked('{ from: "2025-01-01", to: "2025-12-31" }')).not.toBeNull();
  expect(await asked('{ from: "2025-01-01", to: "2025-03-31" }')).toBeNull();
  expect(periods).toEqual([{ from: '2025-04-01', to: '2025-09-30' }]);
});

test('off: no request is answered at any door, and no reason is given', async () => {
  await says('off: Moving to the new server');
  const { ask, send } = await agencyUnderPolicy();
  const answers = [
    await ask('identity { name { given } }', [release(['1'])]),
    await send(figures, { figures: true, variables: ofAgency }),
    await send('', {
      ...{ path: '/linkage/encode' },
      body: JSON.stringify({ given: 'Ada', family: 'Moss', dateOfBirth: '1980-02-03', sex: 'FEMALE' }),
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]?.text).not.toMatch(/server|off|policy/i);
});

test('days: items outside, undated ones and what ended outside are left out; a record from outside counts as not on file', async () => {
  await says('{}');
  const { ask } = await agencyUnderPolicy();
  const asked = async () =>
    (
      await ask('identity { name { given } } notes { writtenOn } episodes { start } alerts { id } needs { id }', [
        release(['1']),
      ])
    ).body.data._entities[0];
  expect((await asked()).notes).toHaveLength(6);
  await says('never: { after: 2026-03-02 }');
  expect(await asked()).toEqual({
    identity: { name: { given: 'Ada1' } },
    notes: [{ writtenOn: '2026-03-02' }, { writtenOn: '2026-03-01' }],
    episodes: [{ start: '2026-01-01' }, { start: '2025-01-01' }, { start: '2024-01-01' }],
    alerts: [],
    needs: [],
  });
  await says('never: { before: 2025-06-01 }');
  expect(await asked()).toMatchObject({ episodes: [{ start: '2026-01-01' }] });
  // Involved since 2026-01-05.
  await says('never: { after: 2026-01-04 }');
  expect(await asked()).toEqual({ identity: null, notes: null, episodes: null, alerts: null, needs: null });
});
