import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintPermit } from '@accord/contract/permit';
import { pino } from 'pino';
import {
  inventedAgency,
  keyPair,
  now,
  reachBy,
  requester,
  servedAgency,
  stopServed,
  type Way,
} from '../../tests/inventedAgency.ts';
import { defineWrites } from '../mapping/defineWrites.ts';
import type { Period } from '../mapping/Mapping.ts';
import { many, one } from '../mapping/section.ts';
import { table } from '../mapping/table.ts';
import { OwnBook } from '../writes/OwnBook.ts';
import { createAgency } from './createAgency.ts';

// Each rule holds for an agency that listens and for one that dials.
afterEach(stopServed);

const entities = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on AgencyRecord { identity { name { given } } alerts { id } } }
}`;
const releases = [{ records: ['1'], categories: ['IDENTITY', 'FV_RISK'] }];
const variables = { representations: [{ __typename: 'AgencyRecord', id: '1' }] };
const right = { releases, variables };
const refusal = (code: string) => ({ errors: [{ message: expect.any(String), extensions: { code } }] });

describe.each<Way>(['LISTENS', 'DIALS'])('%s:', (way) => {
  beforeEach(() => reachBy(way));

  test('a valid permit for the right body is answered', async () => {
    const { send } = await servedAgency(inventedAgency().mapping);
    const { status, body } = await send(entities, right);
    expect(status).toBe(200);
    expect(body.data._entities).toEqual([
      { identity: { name: { given: 'Ada1' } }, alerts: [{ id: '1' }, { id: '5' }] },
    ]);
  });

  test('a query for active alerts also returns alerts whose status is unknown', async () => {
    const clients = table({ rows: async (numbers) => numbers, of: (number) => number });
    const alerts = many(clients, () => ({ id: 'x', about: ['FV_RISK'], status: null }));
    const { mapping } = inventedAgency();
    const { send } = await servedAgency({
      ...mapping,
      alerts: {
        of: async (number, batch) => [
          ...((await mapping.alerts?.of(number, batch)) ?? []),
          ...((await alerts.of(number, batch)) ?? []),
        ],
      },
    });
    const asked =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { alerts(status: [ACTIVE]) { id status } } } }';
    const { body } = await send(asked, right);
    expect(body.data._entities).toEqual([
      {
        alerts: [
          { id: '1', status: 'ACTIVE' },
          { id: 'x', status: null },
        ],
      },
    ]);
  });

  test('a placeholder for a telephone number or an address is not served as one', async () => {
    const clients = table({ rows: async (numbers) => numbers, of: (number) => number });
    const contact = one(clients, () => ({ phone: 'N/A', email: 'ada@mail.example', unsafe: [] }));
    const address = one(clients, () => ({ line: 'unknown', suburb: 'Kew', state: '-', postcode: 'none' }));
    const { send } = await servedAgency({ ...inventedAgency().mapping, contact, address });
    const asked =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord { contact { phone email } address { line suburb state postcode } } } }';
    const categories = ['CONTACT', 'PHONE', 'EMAIL', 'ADDRESS'];
    const { body } = await send(asked, { variables, releases: [{ records: ['1'], categories }] });
    expect(body.data._entities).toEqual([
      {
        contact: { phone: null, email: 'ada@mail.example' },
        address: { line: null, suburb: 'Kew', state: null, postcode: null },
      },
    ]);
  });

  test.each([
    ['nothing', undefined],
    ['another scheme', 'Basic a2ltOmtpbQ=='],
    ['no token', 'Bearer '],
    ['two tokens', 'Bearer a.b.c, Bearer a.b.c'],
  ])('a request with %s instead of a permit is refused', async (_what, authorization) => {
    const { send } = await servedAgency(inventedAgency().mapping);
    const { status, body } = await send(entities, { ...right, authorization });
    expect({ status, body }).toEqual({ status: 401, body: refusal('PERMIT_MISSING') });
  });

  test.each([
    ['expired', { signedAt: new Date(now.getTime() - 40_000) }],
    ['of the future', { signedAt: new Date(now.getTime() + 90_000) }],
    ['for another agency', { agency: 'wattle' }],
    ['for another body', { signedBody: '{}' }],
  ])('a permit %s is refused', async (_what, sent) => {
    const { send } = await servedAgency(inventedAgency().mapping);
    const { status, body } = await send(entities, { ...right, ...sent });
    expect({ status, body }).toEqual({ status: 403, body: refusal('PERMIT_REFUSED') });
  });

  test('a permit is used once: the same request is refused the second time, and so is another body under the permit’s id', async () => {
    const { send } = await servedAgency(inventedAgency().mapping);
    const permitId = 'overheard';
    expect((await send(entities, { ...right, permitId })).status).toBe(200);
    for (const again of [
      { ...right, permitId },
      { ...right, permitId, path: '/linkage/encode' },
    ]) {
      const { status, body } = await send(entities, again);
      expect({ status, body }).toEqual({ status: 403, body: refusal('PERMIT_REFUSED') });
    }
  });

  test('a permit under another key, or under none, is refused', async () => {
    const { send } = await servedAgency(inventedAgency().mapping);
    const forger = await keyPair();
    expect((await send(entities, { ...right, key: forger.key })).body).toEqual(refusal('PERMIT_REFUSED'));
    const body = JSON.stringify({ query: entities, variables });
    const good = await mintPermit(
      { requester, releases, figures: false },
      { agency: 'harbour', body, key: forger.key, kid: 'hub-1', now: now.getTime() / 1000, id: 'x' },
    );
    const [, payload] = good.split('.');
    const none = Buffer.from('{"alg":"none","typ":"accord-permit+jwt"}').toString('base64url');
    const unsigned = await send(entities, { body, authorization: `Bearer ${none}.${payload}.AA` });
    expect({ status: unsigned.status, body: unsigned.body }).toEqual({ status: 403, body: refusal('PERMIT_REFUSED') });
  });

  test.each([
    ['the schema', '{ _service { sdl } }'],
    ['introspection', '{ __schema { types { name } } }'],
    [
      'introspection beside entities',
      `query { _entities(representations: []) { __typename } __type(name: "Query") { name } }`,
    ],
    ['introspection under an alias below', '{ _entities(representations: []) { a: __schema { types { name } } } }'],
    [
      'two roots',
      '{ a: _entities(representations: []) { __typename } b: _entities(representations: []) { __typename } }',
    ],
    ['the root in a fragment', '{ ...R } fragment R on Query { _entities(representations: []) { __typename } }'],
    ['an inline root', '{ ... { _entities(representations: []) { __typename } } }'],
    ['_service under the alias _entities', '{ _entities: _service { sdl } }'],
    ['a mutation', 'mutation { _entities(representations: []) { __typename } }'],
    ['a subscription', 'subscription { _entities(representations: []) { __typename } }'],
    [
      'two operations',
      'query A { _entities(representations: []) { __typename } } query B { _entities(representations: []) { __typename } }',
    ],
    ['no operation', 'fragment R on Query { __typename }'],
    ['something that does not parse', '{'],
    ['nothing', ''],
  ])('an operation that asks for %s is refused, permit or not', async (_what, query) => {
    const { send } = await servedAgency(inventedAgency().mapping);
    const { status, body } = await send(query, right);
    expect({ status, body }).toEqual({ status: 403, body: refusal('OPERATION_REFUSED') });
  });

  test.each(['[]', 'null', '"query"', '{"query":{}}', '{"query":"{ a }","variables":[]}', '\u00ff', ''])(
    'the body %s is refused',
    async (body) => {
      const { send } = await servedAgency(inventedAgency().mapping);
      const answer = await send('', { ...right, body });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.body.data).toBeUndefined();
    },
  );

  test('only JSON is accepted, and only by POST', async () => {
    const { send, url } = await servedAgency(inventedAgency().mapping);
    for (const contentType of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const { status } = await send(entities, { ...right, contentType });
      expect(status).toBe(415);
    }
    const get = await fetch(`${url}/graphql?query=${encodeURIComponent('{ __typename }')}`);
    expect(get.status).toBe(404);
  });

  test('a field that the contract does not have is refused, and the answer neither names it nor suggests one', async () => {
    const { ask } = await servedAgency(inventedAgency().mapping);
    const { status, text } = await ask('identty { sex }', releases);
    expect(status).toBe(400);
    expect(text).not.toMatch(/identty|identity|Did you mean/);
  });

  test('a permit of a thousand records fits in its header', async () => {
    const { send } = await servedAgency(inventedAgency().mapping);
    const records = Array.from({ length: 1000 }, (_, index) => String(1_000_000_000 + index));
    const { status } = await send(entities, { variables, releases: [{ records, categories: ['IDENTITY'] }] });
    expect(status).toBe(200);
  });

  test('only the field that fails is null, its error is masked, and nothing personal is logged', async () => {
    const { mapping } = inventedAgency();
    const broken = table({
      rows: async (): Promise<readonly { id: number }[]> => {
        throw Object.assign(new Error('Ada1 Moss, 1 Example Street, violates check'), { code: 'P2010' });
      },
      of: ({ id }) => id,
    });
    const { send, log } = await servedAgency({ ...mapping, address: one(broken, () => ({ line: null })) });
    const query = entities.replace('alerts { id }', 'secret: address { line } alerts { id }');
    const { status, body } = await send(query, {
      variables,
      releases: [{ records: ['1'], categories: ['IDENTITY', 'ADDRESS', 'FV_RISK'] }],
    });
    expect(status).toBe(200);
    expect(body.data._entities[0].secret).toBeNull();
    expect(body.data._entities[0].alerts).toHaveLength(2);
    expect(body.errors).toEqual([
      {
        message: 'The agency could not answer this part.',
        path: ['_entities', 0, 'secret'],
        extensions: { code: 'AGENCY_FAULT' },
      },
    ]);
    const logged = log.join('');
    expect(logged).toContain('P2010');
    expect(logged).toContain('"field":"address"');
    expect(logged).not.toMatch(/Ada|Moss|Example Street|secret/);
  });

  test('when the database is down, the answer consists of nulls', async () => {
    const { mapping } = inventedAgency();
    const down = table({
      rows: async (): Promise<readonly { id: number }[]> => Promise.reject(new Error('ECONNREFUSED')),
      of: ({ id }) => id,
    });
    const { send } = await servedAgency({ ...mapping, records: down });
    const { status, body } = await send(entities, right);
    expect(status).toBe(200);
    expect(body.data._entities).toEqual([{ identity: null, alerts: null }]);
    expect(body.errors).toHaveLength(2);
  });

  test('a day in another format is an error, not another day', async () => {
    const { mapping } = inventedAgency();
    const { ask } = await servedAgency({
      ...mapping,
      identity: one(mapping.records, () => ({ sex: 'MALE', dateOfBirth: '03/02/1980' })),
    });
    const { body } = await ask('identity { sex dateOfBirth }', releases);
    expect(body.data._entities).toEqual([{ identity: { sex: 'MALE', dateOfBirth: null } }]);
    expect(body.errors).toHaveLength(1);
  });

  test('health says what the agency serves and nothing about anybody', async () => {
    const { url } = await servedAgency(inventedAgency().mapping);
    const answer = await fetch(`${url}/health`);
    const known = { status: 'ok', agency: 'harbour', contract: '1.3', modules: ['housing'] };
    expect(await answer.json()).toEqual({ ...known, writes: [] });
  });

  test('health says in advance what the agency takes from its own workers through the hub', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'accord-agency-'));
    const book = await OwnBook.open(join(folder, 'own.jsonl'));
    const prompts = { of: async () => [] };
    const nothing = async () => [];
    const writes = defineWrites({
      approval: 'NONE',
      inTransaction: async (work) => work({}),
      orders: { find: async () => null, keep: async () => {} },
      alert: { raise: nothing, review: nothing, extend: nothing, end: nothing, correct: nothing },
    });
    const { mapping } = inventedAgency();
    for (const [of, settings, taken] of [
      [{ ...mapping, writes }, {}, ['alerts']],
      [mapping, { prompts, book }, ['answers']],
      // Without a book there is nowhere to keep answers.
      [mapping, { prompts }, []],
      [{ ...mapping, writes }, { prompts, book }, ['alerts', 'answers']],
    ] as const) {
      const { url } = await servedAgency(of, settings);
      expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ writes: taken });
    }
    await rm(folder, { recursive: true });
  });

  test('requests in progress are answered before the agency stops', async () => {
    const { mapping } = inventedAgency();
    let answerNow = (): void => {};
    let started = (): void => {};
    const asked = new Promise<void>((resolve) => {
      started = resolve;
    });
    const slow = table({
      rows: () =>
        new Promise<readonly { id: number }[]>((resolve) => {
          answerNow = () => resolve([{ id: 1 }]);
          started();
        }),
      of: ({ id }) => id,
    });
    const { agency, send } = await servedAgency({ ...mapping, records: slow });
    const answer = send(entities, right);
    await asked;
    const closed = agency.close();
    answerNow();
    expect((await answer).body.data._entities[0].identity).toEqual({ name: { given: 'Ada1' } });
    await closed;
  });

  const figures = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Agency {
  id figures(period: { from: "2026-01-01", to: "2026-06-30" }) { people { value suppressed } alerts { code count { value suppressed } } needs { code count { value } } } } } }`;
  const ofAgency = (id: string) => ({ representations: [{ __typename: 'Agency', id }] });

  test('figures are returned where the permit allows them, with counts of 1 to 4 suppressed and others rounded down to fives', async () => {
    const { send } = await servedAgency(inventedAgency().mapping);
    const { body } = await send(figures, { figures: true, variables: ofAgency('harbour') });
    expect(body.data._entities).toEqual([
      {
        id: 'harbour',
        figures: {
          people: { value: 55, suppressed: false },
          alerts: [
            { code: 'FAMILY_VIOLENCE_USING', count: { value: 5, suppressed: false } },
            { code: 'MEDICAL', count: { value: null, suppressed: true } },
          ],
          needs: [{ code: '3', count: { value: 10 } }],
        },
      },
    ]);
  });

  test('one person more or fewer does not show in figures', async () => {
    const told = async (people: number) => {
      const counted = async () => ({ people, alerts: [['MEDICAL', people]] as const, needs: [['3', people]] as const });
      const { send } = await servedAgency({ ...inventedAgency().mapping, figures: counted });
      return (await send(figures, { figures: true, variables: ofAgency('harbour') })).body.data._entities[0].figures;
    };
    expect(await told(58)).toEqual(await told(57));
    expect(await told(4)).toEqual(await told(3));
    expect(await told(60)).not.toEqual(await told(59));
  });

  test('figures cover a closed quarter, half year or year, or everything up to the end of the last quarter', async () => {
    const periods: Period[] = [];
    const counted = async (period: Period) => {
      periods.push(period);
      return { people: 59, alerts: [], needs: [] };
    };
    const { send } = await servedAgency({ ...inventedAgency().mapping, figures: counted });
    const ask = async (period: string) => {
      const query = figures.replace('(period: { from: "2026-01-01", to: "2026-06-30" })', period);
      return (await send(query, { figures: true, variables: ofAgency('harbour') })).body;
    };
    for (const refused of [
      '2026-01-01", to: "2026-06-29',
      '2026-02-01", to: "2026-04-30',
      '2099-01-01", to: "2099-03-31',
    ]) {
      const { data, errors } = await ask(`(period: { from: "${refused}" })`);
      expect(errors).toHaveLength(1);
      expect(data._entities).toEqual([{ id: 'harbour', figures: null }]);
    }
    expect(periods).toEqual([]);
    expect((await ask('')).data._entities[0].figures).not.toBeNull();
    const [{ from, to } = { from: '', to: '' }] = periods;
    expect(from).toBe('1900-01-01');
    expect(to).toMatch(/-(03-31|06-30|09-30|12-31)$/);
    expect(Date.now() - Date.parse(to)).toBeLessThan(93 * 86_400_000);
    expect(Date.parse(to)).toBeLessThan(Date.now());
  });

  test('figures and audits include a category that the partnership agreed on since, under its own code', async () => {
    const agreedAlerts = [{ code: 'PET_AT_HOME', label: 'An animal lives here', category: 'HOUSING' }];
    const counted = async () => ({ people: 59, alerts: [['PET_AT_HOME', 7]] as const, needs: [] });
    const alertsOf = async (more: object) => {
      const { send } = await servedAgency({ ...inventedAgency().mapping, figures: counted, ...more });
      const { body } = await send(figures, { figures: true, variables: ofAgency('harbour') });
      return body.data._entities[0].figures.alerts;
    };
    expect(await alertsOf({ agreedAlerts })).toEqual([{ code: 'PET_AT_HOME', count: { value: 5, suppressed: false } }]);
    expect(await alertsOf({})).toEqual([]);
    const audit = figures.replace(
      /figures.*$/s,
      'audit(category: "PET_AT_HOME", window: { from: "2026-01-01", to: "2026-03-31" }, rules: "r") { state } } } }',
    );
    const auditOf = async (more: object) => {
      const { send } = await servedAgency({ ...inventedAgency().mapping, ...more });
      return (await send(audit, { figures: true, variables: ofAgency('harbour') })).body.data._entities[0].audit;
    };
    expect(await auditOf({ agreedAlerts })).toEqual({ state: 'NOT_AUDITED' });
    expect(await auditOf({})).toBeNull();
  });

  test('no figures without a permit for them, and none of another agency', async () => {
    const { send } = await servedAgency(inventedAgency().mapping);
    const without = await send(figures, { variables: ofAgency('harbour'), releases });
    expect(without.body).toEqual({ data: { _entities: [null] } });
    const another = await send(figures, { figures: true, variables: ofAgency('wattle') });
    expect(another.body).toEqual({ data: { _entities: [null] } });
  });

  test('an agency without a module does not have its fields', async () => {
    const { modules: _none, ...core } = inventedAgency().mapping;
    const { ask, url } = await servedAgency(core);
    expect((await ask('housing { since }', releases)).status).toBe(400);
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ modules: [] });
  });

  const encode = (body: unknown) => ({ path: '/linkage/encode', body: JSON.stringify(body) });
  const ada = { given: 'Ada', family: 'Moss', dateOfBirth: '1980-02-03', sex: 'FEMALE' };

  test('a person is encoded for the hub, the same way each time, and nothing about them is logged', async () => {
    const { send, log } = await servedAgency(inventedAgency().mapping);
    const { status, body } = await send('', encode(ada));
    expect(status).toBe(200);
    expect(body).toEqual({ key: expect.stringMatching(/^[\w-]{43}$/), clk: expect.stringMatching(/^[\w-]{171}$/) });
    expect((await send('', encode({ ...ada, given: 'ADA ' }))).body).toEqual(body);
    expect((await send('', encode({ ...ada, dateOfBirth: '1980' }))).body).toEqual({
      key: null,
      clk: expect.any(String),
    });
    // One name and half a date match too many people.
    expect((await send('', encode({ ...ada, given: null, dateOfBirth: '1980' }))).body).toEqual({
      key: null,
      clk: null,
    });
    expect(log.join('')).not.toMatch(/Ada|Moss|1980/);
  });

  test('nobody is encoded without a permit, and neither is a body that does not describe a person', async () => {
    const { send } = await servedAgency(inventedAgency().mapping);
    expect((await send('', { ...encode(ada), authorization: undefined })).status).toBe(401);
    expect((await send('', { ...encode(ada), signedBody: '{}' })).status).toBe(403);
    for (const body of [
      { ...ada, sex: 'F' },
      { ...ada, given: ['Ada'] },
      { ...ada, family: 'x'.repeat(300) },
      [],
      null,
    ])
      expect((await send('', encode(body))).status).toBe(400);
  });
});

test('a failure at a door without a permit is logged with its place, without its message', async () => {
  const extract = () => {
    throw new RangeError('Ada Moss');
  };
  const { url, log } = await servedAgency({ ...inventedAgency().mapping, extract });
  expect((await fetch(`${url}/health`)).status).toBe(500);
  expect(log.join('')).toMatch(/"kind":"RangeError","frames":\[.*createAgency\.test\.ts/);
  expect(log.join('')).not.toContain('Ada Moss');
});

test('a door with a JSON schema is not opened: nothing would be checked against it', async () => {
  const agency = await createAgency(inventedAgency().mapping, {
    ...{
      hubKey: (await keyPair()).jwk,
      linkageSecret: new Uint8Array(32),
      clock: () => now,
      log: pino({ level: 'silent' }),
    },
  });
  agency.post('/checked', { schema: { body: { type: 'object' } } }, () => 'taken');
  await expect(agency.ready()).rejects.toThrow('checks none');
});
