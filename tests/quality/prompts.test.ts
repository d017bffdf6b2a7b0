import { randomUUID } from 'node:crypto';
import { mintPermit } from '@accord/contract/permit';
import { mintWriteOrder, type WriteOrder } from '@accord/contract/writeOrder';
import { OwnBook } from '@accord/kit/writes/OwnBook';
import { createKeys, readKeys } from '@accord/server/keys';
import pg from 'pg';
import { hubKeys } from '../lib/openAgencies.ts';
import { type PromptsHub, prompt, promptsHub, quoted } from './promptsHub.ts';

let hub: PromptsHub;
const sentTo = new Map<string, string[]>();
/** Agencies whose answers get lost on the way. */
const lost = new Set<string>();

beforeAll(async () => {
  hub = await promptsHub({
    disturb: (transport) => ({
      ...transport,
      async send(outgoing) {
        sentTo.set(outgoing.agency, [...(sentTo.get(outgoing.agency) ?? []), outgoing.body]);
        const incoming = await transport.send(outgoing);
        return lost.has(outgoing.path) ? { kind: 'UNREACHABLE' } : incoming;
      },
    }),
  });
});
beforeEach(async () => {
  lost.clear();
  await hub.begin();
  sentTo.clear();
});
afterAll(() => hub?.stop());

const facts = 'Ada said on 3 March that her former partner waits at the school gate.';
const input = { code: 'FAMILY_VIOLENCE_EXPERIENCING', certainty: 'DISCLOSED', severity: 'HIGH', text: facts };
const raise = `mutation ($record: ID!, $input: AlertInput!, $dryRun: Boolean, $orderId: ID) {
  raiseAlert(record: $record, input: $input, dryRun: $dryRun, orderId: $orderId) {
    order outcome wouldWrite { table columns { name value } } wordingHints { term }
    record { alerts { id code certainty severity status text raisedBy } } } }`;
const raiseAs = (as: 'mara' | 'tess' | 'lena' = 'mara', more: object = {}) =>
  hub.run(as, raise, { record: 'ada-1', input, ...more });
const alertsAtHarbour = () => hub.rows('SELECT * FROM client_alert ORDER BY id');
const promptsOf = (as: 'mara' | 'lena' | 'tess' | 'tom' | 'ada' | 'vera', purpose?: string) =>
  hub.run(
    as,
    '{ client(id: "ada") { records { id prompts { id code quotes { date text reason } ruleSet answered { answer reason } } } } }',
    {},
    purpose,
  );
const ofRecord = (data: { client: { records: { id: string; prompts: unknown }[] } }, id: string) =>
  data.client.records.find((record) => record.id === id)?.prompts;

test('a prompt is shown to the record’s own worker and their leads, and to nobody else; no other agency is asked for one', async () => {
  const { code, quotes, ruleSet } = prompt;
  const expected = [{ id: expect.any(String), code, quotes, ruleSet, answered: null }];
  const asMara = await promptsOf('mara');
  expect(ofRecord(asMara, 'ada-1')).toEqual(expected);
  expect(ofRecord(asMara, 'ada-2')).toBeNull();
  expect(ofRecord(await promptsOf('lena'), 'ada-1')).toEqual(expected);
  // Vera works at Harbour, but not with Ada.
  expect(ofRecord(await promptsOf('vera'), 'ada-1')).toBeNull();
  expect((sentTo.get('wattle') ?? []).filter((body) => body.includes('prompts'))).toEqual([]);
  sentTo.clear();
  // Tess may see everything that the prompt quotes, but not the prompt. Harbour is not even asked.
  expect(ofRecord(await promptsOf('tess'), 'ada-1')).toBeNull();
  expect(ofRecord(await promptsOf('tom'), 'ada-1')).toBeNull();
  expect(ofRecord(await promptsOf('ada', 'CLIENT_ACCESS'), 'ada-1')).toBeNull();
  expect((sentTo.get('harbour') ?? []).filter((body) => body.includes('prompts'))).toEqual([]);
});

const answer = `mutation ($record: ID!, $prompt: ID!) {
  answerPrompt(record: $record, prompt: $prompt, answer: UNSAFE_TO_NAME, reason: "He reads her letters.") {
    record { prompts { answered { answer reason } } alerts { id } } } }`;

test('an answer with its reason is kept at the agency and nothing follows from it; nobody else can answer', async () => {
  const [{ id }] = ofRecord(await promptsOf('mara'), 'ada-1') as [{ id: string }];
  const { answerPrompt } = await hub.run('mara', answer, { record: 'ada-1', prompt: id });
  expect(answerPrompt.record).toEqual({
    prompts: [{ answered: { answer: 'UNSAFE_TO_NAME', reason: 'He reads her letters.' } }],
    alerts: [],
  });
  expect(await alertsAtHarbour()).toEqual([]);
  const unknown = 'FACT_UNKNOWN: There is no such entry, or you do not have access to it.';
  for (const as of ['tess', 'vera'] as const)
    await expect(hub.run(as, answer, { record: 'ada-1', prompt: id })).rejects.toThrow(unknown);
  await expect(hub.run('mara', answer, { record: 'ada-1', prompt: 'another' })).rejects.toThrow(unknown);
  await expect(hub.run('mara', answer, { record: 'ada-2', prompt: id })).rejects.toThrow(unknown);
});

test('an alert is written in the agency’s own table only once, however often the order is sent, even at the same time', async () => {
  const orderId = randomUUID();
  const answers = await Promise.all([1, 2, 3, 4].map(() => raiseAs('mara', { orderId })));
  const again = await raiseAs('mara', { orderId });
  for (const { raiseAlert } of [...answers, again]) {
    expect(raiseAlert).toMatchObject({ order: orderId, outcome: 'WRITTEN', wouldWrite: null });
    expect(raiseAlert.record.alerts).toEqual([
      { ...input, id: expect.any(String), status: 'ACTIVE', raisedBy: 'PRACTITIONER' },
    ]);
  }
  expect(await alertsAtHarbour()).toMatchObject([{ alert_type_code: 'DVV', basis: 'D', severity: 3, details: facts }]);
  await expect(raiseAs('mara', { orderId, input: { ...input, severity: 'LOW' } })).rejects.toThrow(
    'WRITE_REFUSED: Your agency did not accept this. Nothing was written. The order id was used for something else',
  );
});

test('an answer lost on the way is requested with the same order, and the alert is there once', async () => {
  const orderId = randomUUID();
  lost.add('/writes');
  await expect(raiseAs('mara', { orderId })).rejects.toThrow('WRITE_UNCERTAIN: Your own agency did not answer.');
  lost.clear();
  expect((await raiseAs('mara', { orderId })).raiseAlert.outcome).toBe('WRITTEN');
  expect(await alertsAtHarbour()).toHaveLength(1);
});

test('an empty order id is refused by name', async () => {
  await expect(raiseAs('mara', { orderId: '' })).rejects.toThrow('ARGUMENT_REFUSED: An argument has a value');
  expect(await alertsAtHarbour()).toEqual([]);
});

test('a dry run shows the rows and changes none', async () => {
  const everything = () => hub.rows('SELECT t::text FROM client_alert t UNION ALL SELECT t::text FROM accord_order t');
  await raiseAs();
  const before = await everything();
  const { raiseAlert } = await raiseAs('mara', { dryRun: true });
  expect(raiseAlert.outcome).toBe('DRY_RUN');
  expect(raiseAlert.wouldWrite).toMatchObject([{ table: 'client_alert' }]);
  expect(raiseAlert.wouldWrite[0].columns).toContainEqual({ name: 'details', value: facts });
  const [{ id }] = raiseAlert.record.alerts;
  const end =
    'mutation ($id: ID!) { endAlert(record: "ada-1", alert: $id, why: WRONG, reason: "r", dryRun: true) { outcome toldOf { people } wouldWrite { table } } }';
  expect((await hub.run('lena', end, { id })).endAlert).toEqual({
    ...{ outcome: 'DRY_RUN', toldOf: null, wouldWrite: [{ table: 'client_alert' }] },
  });
  expect(await everything()).toEqual(before);
});

test('words that others may read differently are pointed out, and prevent nothing', async () => {
  const text = 'The perpetrator came back.';
  const { raiseAlert } = await raiseAs('mara', { input: { ...input, text } });
  expect(raiseAlert).toMatchObject({ outcome: 'WRITTEN', wordingHints: [{ term: 'perpetrator' }] });
  await expect(raiseAs('mara', { input: { ...input, text: 'x'.repeat(601) } })).rejects.toThrow('the limit is 600');
  await expect(raiseAs('mara', { input: { ...input, code: 'WEATHER' } })).rejects.toThrow(
    'Not in the vocabulary: "WEATHER"',
  );
});

test('another agency’s worker gets the same answer about a record that exists and one that does not, and writes nothing', async () => {
  const messages = await Promise.all(
    ['ada-1', 'none'].map((record) => raiseAs('tess', { record }).catch((error: Error) => error.message)),
  );
  expect(messages[0]).toMatch(/^FACT_UNKNOWN/);
  expect(messages[1]).toBe(messages[0]);
  expect(await alertsAtHarbour()).toEqual([]);
  expect(sentTo.get('harbour')).toBeUndefined();
});

test('only the people responsible for an alert can review, extend and end it', async () => {
  const [{ id }] = (await raiseAs()).raiseAlert.record.alerts;
  const change = async (as: 'mara' | 'lena', what: string) =>
    hub.run(
      as,
      `mutation ($id: ID!) { changed: ${what} { outcome record { alerts { status certainty reviewDue endedReason } } } }`,
      { id },
    );
  const reviewed = await change(
    'mara',
    'reviewAlert(record: "ada-1", alert: $id, reviewDue: "2040-01-02", certainty: ASSESSED)',
  );
  expect(reviewed.changed.record.alerts).toMatchObject([{ certainty: 'ASSESSED', reviewDue: '2040-01-02' }]);
  const extend = 'extendAlert(record: "ada-1", alert: $id, until: "2041-01-02")';
  await expect(change('mara', extend)).rejects.toThrow('ROLE_REFUSED');
  expect((await change('lena', extend)).changed.record.alerts).toMatchObject([{ reviewDue: '2041-01-02' }]);
  const end = 'endAlert(record: "ada-1", alert: $id, why: NO_LONGER, reason: "She has moved.")';
  expect((await change('lena', end)).changed.record.alerts).toMatchObject([
    { status: 'CLOSED', endedReason: 'She has moved.' },
  ]);
  await expect(change('lena', extend)).rejects.toThrow('WRITE_REFUSED');
});

test('leads see overdue reviews, of their own agency only', async () => {
  await raiseAs('mara', { input: { ...input, reviewDue: '2026-01-02' } });
  const list = '{ alertsToReview { complete nodes { reviewOverdue record { id } alert { text } } } }';
  expect((await hub.run('lena', list)).alertsToReview).toEqual({
    complete: true,
    nodes: [{ reviewOverdue: true, record: { id: 'ada-1' }, alert: { text: facts } }],
  });
  // Tom may see the alert on the board, but reviewing it is not his task.
  expect((await hub.run('tom', list)).alertsToReview.nodes).toEqual([]);
  await expect(hub.run('mara', list)).rejects.toThrow('ROLE_REFUSED');
});

const ordered: WriteOrder = {
  requester: { user: 'mara', role: 'PRACTITIONER', agency: 'harbour', purpose: 'SERVICE_COORDINATION' },
  ...{ record: '1', act: 'RAISE' },
};
const bodyOf = (what: object = { draft: { ...input, reviewDue: null } }) =>
  JSON.stringify({ order: randomUUID(), today: '2026-11-22', dryRun: false, what });

test('an order that is forged, old, used, for another body or agency, or of another’s worker, is refused and writes nothing', async () => {
  const { permit: key, kid } = await readKeys(hubKeys);
  const stranger = (await readKeys(await createKeys())).permit;
  const now = Math.floor(Date.now() / 1000);
  const url = (await hub.store.agencies.all()).find(({ id }) => id === 'harbour')?.url;
  const post = async (token: string, body: string, path = '/writes') =>
    (
      await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
      })
    ).status;
  const mint = (body: string, order: Partial<WriteOrder> = {}, to: object = {}) =>
    mintWriteOrder({ ...ordered, ...order }, { agency: 'harbour', body, key, kid, now, id: randomUUID(), ...to });
  const body = bodyOf();
  const requester = { ...ordered.requester, agency: 'wattle', user: 'tess' };
  const permit = { requester: ordered.requester, releases: [], figures: false };
  const to = { agency: 'harbour', body, key, kid, now, id: randomUUID() };
  const refused = [
    await mint(body, {}, { key: stranger }),
    await mint(body, {}, { now: now - 120 }),
    await mint(bodyOf(), {}),
    await mint(body, {}, { agency: 'wattle' }),
    await mint(body, { requester }),
    await mintPermit(permit, to),
    'x.y.z',
  ];
  for (const token of refused) expect(await post(token, body)).toBe(403);
  const query = JSON.stringify({ query: '{ _entities(representations: []) { __typename } }', variables: {} });
  expect(await post(await mint(query), query, '/graphql')).toBe(403);
  expect(await alertsAtHarbour()).toEqual([]);
  const good = await mint(body);
  expect(await post(good, body)).toBe(200);
  expect(await post(good, body)).toBe(403);
  expect(await alertsAtHarbour()).toHaveLength(1);
  // The agency itself refuses valid orders for things that do not exist, or that the role is not for.
  const end = bodyOf({ alert: '1', why: 'WRONG', reason: 'r' });
  expect(await post(await mint(end, { act: 'END' }), end)).toBe(409);
  expect(await post(await mint(body, { record: '99' }), body)).toBe(409);
  expect(await post(await mint('{}'), '{}')).toBe(400);
});

test('the role that reads cannot write, and the one that writes can write alerts and nothing else', async () => {
  const tried = async (url: string, sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(sql);
      return 'done';
    } catch (error) {
      return Reflect.get(Object(error), 'code');
    } finally {
      await client.end();
    }
  };
  await raiseAs();
  const [denied, readOnly] = ['42501', '25006'];
  expect(await tried(hub.databases.harbourUrl, `UPDATE client_alert SET status = 'closed'`)).toBe(readOnly);
  expect(await tried(hub.databases.harbourUrl, `BEGIN READ WRITE; UPDATE client_alert SET status = 'closed'`)).toBe(
    denied,
  );
  for (const sql of [
    `UPDATE client_alert SET details = 'x'`,
    'DELETE FROM client_alert',
    `UPDATE client SET given_name = 'x'`,
    'SELECT given_name FROM client',
    'SELECT body FROM case_note',
    'DELETE FROM accord_order',
  ])
    expect(await tried(hub.writerUrl, sql)).toBe(denied);
  expect(await tried(hub.writerUrl, `UPDATE client_alert SET status = 'closed'`)).toBe('done');
});

const readAlerts = '{ client(id: "ada") { records { alerts { text certainty } } } }';
const readName = '{ client(id: "ada") { records { identity { name { given } } } } }';
const noticesOf = async (as: 'tess' | 'tom' | 'kim' | 'mara' | 'lena' | 'vera') =>
  (await hub.run(as, '{ notices { nodes { kind client { id } } } }')).notices.nodes;
const correct = `mutation ($id: ID!, $replacement: AlertInput) {
  correctAlert(record: "ada-1", alert: $id, reason: "It was her brother.", replacement: $replacement) {
    outcome toldOf { agencies people } record { alerts(status: [ACTIVE]) { code } } } }`;
const corrected = { kind: 'CORRECTED', client: { id: 'ada' } };

test('a correction reaches exactly those who have seen the alert since, while they may still know, and says nothing itself', async () => {
  const told = { person: 'ada', handle: 'ada-1', source: 'harbour', purpose: 'SERVICE_COORDINATION', basis: [] };
  // As it was before there was any alert.
  await hub.begin({
    told: [{ ...told, by: 'kim', agency: 'kestrel', at: '2026-01-03T00:00:00Z', categories: ['FV_RISK'] }],
  });
  const [{ id }] = (await raiseAs()).raiseAlert.record.alerts;
  await hub.run('tess', readAlerts);
  await hub.run('kim', readName);
  await hub.run('vera', readAlerts);
  const replacement = { ...input, code: 'FAMILY_VIOLENCE_USING' };
  const { correctAlert } = await hub.run('lena', correct, { id, replacement });
  // Tess, Vera, and Mara who raised it; not Lena, who corrects it, and not Kim.
  expect(correctAlert).toMatchObject({ outcome: 'WRITTEN', toldOf: { agencies: 2, people: 3 } });
  expect(correctAlert.record.alerts).toEqual([{ code: 'FAMILY_VIOLENCE_USING' }]);
  // Tom leads the team in which Tess works.
  for (const as of ['tess', 'tom', 'vera', 'mara'] as const) expect(await noticesOf(as)).toEqual([corrected]);
  for (const as of ['kim', 'lena'] as const) expect(await noticesOf(as)).toEqual([]);
  // Somebody who may no longer know about it is not told that there was anything.
  await hub.run('ada', 'mutation { withdrawConsent(id: "c1") { consent { id } } }', {}, 'CLIENT_ACCESS');
  for (const as of ['tess', 'tom'] as const) expect(await noticesOf(as)).toEqual([]);
  expect(await noticesOf('vera')).toEqual([corrected]);
});

test('a recipient under one purpose sees the correction under every other, where it names nobody', async () => {
  const using = {
    id: 'r1',
    person: 'ada',
    fact: 'ROLE' as const,
    body: { role: 'PERSON_USING_VIOLENCE', reason: 'r' },
  };
  await hub.begin({ consents: [], said: [using] });
  const [{ id }] = (await raiseAs()).raiseAlert.record.alerts;
  await hub.run('tess', readAlerts, {}, 'FV_PROTECTION');
  await hub.run('lena', correct, { id });
  const listed = '{ notices { nodes { id kind client { id } } } }';
  const noticesFor = async (purpose: string) => (await hub.run('tess', listed, {}, purpose)).notices.nodes;
  expect(await noticesFor('FV_PROTECTION')).toMatchObject([corrected]);
  const { seq } = await hub.store.ledger.head();
  const [elsewhere] = await noticesFor('SERVICE_COORDINATION');
  expect(elsewhere).toMatchObject({ kind: 'CORRECTED', client: null });
  // It names nobody, so nothing is recorded in the ledger.
  expect(await hub.store.ledger.read({ after: seq, first: 10 })).toEqual([]);
  // Nor can it be marked as read while it names nobody: it would be gone where it says whom to look at again.
  const read = 'mutation ($id: ID!) { markNoticeRead(id: $id) { notice { id } } }';
  await expect(hub.run('tess', read, { id: elsewhere.id })).rejects.toThrow('FACT_UNKNOWN');
  expect(await noticesFor('FV_PROTECTION')).toMatchObject([corrected]);
  // A block against her applies under any purpose.
  await hub.run(
    'mara',
    'mutation { addBlock(block: { client: "ada", kind: SAFETY_BLOCK, users: ["tess"] }) { block { id } } }',
  );
  expect(await noticesFor('SERVICE_COORDINATION')).toEqual([]);
});

test('reading the notice of a correction is recorded as a disclosure to the reader, and so is marking it as read', async () => {
  const [{ id }] = (await raiseAs()).raiseAlert.record.alerts;
  await hub.run('tess', readAlerts);
  await hub.run('lena', correct, { id });
  const writtenOf = async (query: string) => {
    const { seq } = await hub.store.ledger.head();
    const data = await hub.run('tess', query);
    const entries = await hub.store.ledger.read({ after: seq, first: 10 });
    return { data, told: entries.map(({ handle, requester, categories }) => ({ handle, requester, categories })) };
  };
  const told = [{ handle: 'ada-1', requester: 'tess', categories: ['FV_RISK'] }];
  const listed = await writtenOf('{ notices { nodes { id kind } } }');
  expect(listed.told).toEqual(told);
  const [notice] = listed.data.notices.nodes;
  const marked = await writtenOf(`mutation { markNoticeRead(id: "${notice.id}") { notice { kind } } }`);
  expect(marked).toEqual({ data: { markNoticeRead: { notice: { kind: 'CORRECTED' } } }, told });
  expect((await writtenOf('{ notices { nodes { id } } }')).told).toEqual([]);
});

test('an alert ended because it was wrong is announced like a correction; one that just ends is not', async () => {
  await hub.run('tess', readAlerts);
  const ends = `mutation ($id: ID!, $why: AlertEnd!) { endAlert(record: "ada-1", alert: $id, why: $why, reason: "r") { toldOf { agencies people } } }`;
  const end = async (why: string) => {
    const { alerts } = (await raiseAs()).raiseAlert.record;
    await hub.run('tess', readAlerts);
    const { id } = alerts.find(({ status }: { status: string }) => status === 'ACTIVE');
    return (await hub.run('lena', ends, { id, why })).endAlert.toldOf;
  };
  expect(await end('NO_LONGER')).toBeNull();
  expect(await noticesOf('tess')).toEqual([]);
  expect(await end('WRONG')).toEqual({ agencies: 2, people: 2 });
  expect(await noticesOf('tess')).toEqual([corrected]);
});

test.each(['RULED_OUT', 'CORRECTED'])(
  'a review cannot say that an alert does not hold (%s): only ending or correcting it notifies those who saw it',
  async (certainty) => {
    const [{ id }] = (await raiseAs()).raiseAlert.record.alerts;
    await hub.run('tess', readAlerts);
    const review = `mutation ($id: ID!, $certainty: AlertCertainty) {
    reviewAlert(record: "ada-1", alert: $id, reviewDue: "2040-01-02", certainty: $certainty) { outcome } }`;
    const refused = `ARGUMENT_REFUSED: An argument has a value that is not allowed. "certainty" is ${certainty}`;
    await expect(hub.run('mara', review, { id, certainty })).rejects.toThrow(refused);
    await expect(raiseAs('mara', { input: { ...input, certainty } })).rejects.toThrow(refused);
    await expect(hub.run('lena', correct, { id, replacement: { ...input, certainty } })).rejects.toThrow(refused);
    expect(await alertsAtHarbour()).toMatchObject([{ basis: 'D', status: 'open' }]);
  },
);

test('what a worker writes is nowhere at the hub: not in its database, not in its log', async () => {
  const secret = 'Quokka at the gate';
  const [{ id: promptId }] = ofRecord(await promptsOf('mara'), 'ada-1') as [{ id: string }];
  const said = answer.replace('He reads her letters.', secret);
  await hub.run('mara', said, { record: 'ada-1', prompt: promptId });
  await raiseAs('mara', { input: { ...input, text: secret }, dryRun: true });
  const [{ id }] = (await raiseAs('mara', { input: { ...input, text: secret } })).raiseAlert.record.alerts;
  await hub.run('tess', readAlerts);
  await hub.run('lena', correct.replace('It was her brother.', secret), { id });
  lost.add('/writes');
  await raiseAs('mara', { input: { ...input, text: secret } }).catch(() => {});
  const text = await hub.hubText();
  expect(text).toContain('FAMILY_VIOLENCE_EXPERIENCING');
  expect(text).not.toContain('Quokka');
  expect(text).not.toContain(quoted);
  expect(hub.partnership.logged()).not.toContain('Quokka');
  expect(JSON.stringify(await alertsAtHarbour())).toContain(secret);
});

test('leads and those above them see answers as counts, without a name and never by worker', async () => {
  const book = await OwnBook.open(hub.bookPath);
  const { code } = prompt;
  const answered = (user: string, record: string, answer: 'NAME_IT' | 'NOT_YET', on: string) =>
    book.add({
      ...({ kind: 'ANSWERED', role: 'PRACTITIONER', at: `${on}T00:00:00Z`, digest: '', reason: 'r' } as const),
      ...{ user, order: randomUUID(), record, prompt: 'p1', code, answer, on },
    });
  const records = ['91', '92', '93', '94', '95'];
  for (const record of records) await answered('mara', record, 'NAME_IT', '2025-12-05');
  const counts = '{ agency(id: "harbour") { promptAnswers { code answer count { value suppressed } } } }';
  const of = async (as: 'lena' | 'tom' | 'priya' | 'mara', purpose: string) =>
    (await hub.run(as, counts, {}, purpose)).agency.promptAnswers;
  // All of these are for one worker.
  expect(await of('priya', 'QUALITY_IMPROVEMENT')).toEqual([]);
  for (const [nth, user] of ['noor', 'otis', 'pia', 'quin'].entries())
    await answered(user, records[nth] ?? '', 'NAME_IT', '2026-01-05');
  await answered('quin', '96', 'NOT_YET', '2026-01-05');
  const expected = [
    { code, answer: 'NAME_IT', count: { value: 5, suppressed: false } },
    { code, answer: 'NOT_YET', count: { value: null, suppressed: true } },
  ];
  for (const as of ['lena', 'tom', 'priya'] as const) expect(await of(as, 'QUALITY_IMPROVEMENT')).toEqual(expected);
  expect(await of('mara', 'SERVICE_COORDINATION')).toBeNull();
  expect(await of('lena', 'SERVICE_COORDINATION')).toBeNull();
});
