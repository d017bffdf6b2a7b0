import { gateClass, gatesOf } from '@accord/server/store/gates';
import pg from 'pg';
import { type AttackedHub, attackedHub, filedRows } from '../lib/attackedHub.ts';
import { HeldAnswers } from '../lib/HeldAnswers.ts';
import type { Question } from '../lib/Partnership.ts';
import { evidence, filesOf } from './filesOf.ts';

// While two files are being merged, or separated again, somebody takes back, refuses, blocks, narrows or asks. Whichever comes
// first, what they say applies to the person whose file it is by then.

const risk = 'Threatened with a knife';
const held = new HeldAnswers('wattle');
let hub: AttackedHub;
let onFile: pg.Client;
const sessions: pg.Client[] = [];
const { newPerson, word, merge, run, consentFor, open } = filesOf(() => hub);

beforeAll(async () => {
  const ada = { ALRT_STAT: 'FV-C', ALRT_CRT: 'A', ALRT_ST: 'O', ALRT_DT: '03/03/2026', ALRT_LVL: '1', ALRT_CMT: risk };
  hub = await attackedHub({ rows: filedRows({ ada }), disturb: held.disturb });
  onFile = await session();
});
afterAll(async () => {
  for (const one of sessions) await one.end();
  await hub?.stop();
});

async function session(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: String(hub.server.databases()[0]) });
  await client.connect();
  sessions.push(client);
  return client;
}
/** Waits until this many transactions are waiting for gates. */
async function waitUntilWaiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await onFile.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
    if (rows.length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
/** Queues for a person's gate, as a change to their file does. `has` resolves once the gate is held; `go` releases it. */
async function atTheGateOf(person: string) {
  const client = await session();
  await client.query('BEGIN');
  const has = client.query('SELECT pg_advisory_xact_lock($1, $2)', [gateClass, gatesOf([person])[0]]);
  return { has, go: () => client.query('COMMIT') };
}

test('a withdrawal that waits while the file becomes part of another applies there', async () => {
  const person = await newPerson();
  await hub.store.consents.withdraw('c1', 'test', new Date());
  const consent = await consentFor(person, '"IDENTITY", "FV_RISK"');
  const asked = { as: 'mara', query: '{ client(id: "ada") { alerts { nodes { alert { text } } } } }' } as const;
  const first = await atTheGateOf(person);
  await first.has;
  const merging = hub.store.links.merge({ from: person, into: 'ada' }, word());
  await waitUntilWaiting(1);
  const second = await atTheGateOf(person);
  await waitUntilWaiting(2);
  const withdrawing = hub.ask({
    as: 'tess',
    query: `mutation { withdrawConsent(id: "${consent}") { consent { status } } }`,
  });
  await waitUntilWaiting(3);
  await first.go();
  expect(await merging).toBe(true);
  await second.has;
  // They are one person now, and the consent is not yet withdrawn: the hub caches this decision.
  expect((await hub.ask(asked)).body).toContain(risk);
  await second.go();
  expect((await withdrawing).body).toContain('WITHDRAWN');
  expect((await hub.ask(asked)).body).not.toContain(risk);
});

test('a block that waits while the file becomes part of another is put on that one, and applies', async () => {
  const person = await newPerson();
  const consent = await consentFor('ada', '"IDENTITY", "FV_RISK"');
  const asked = { as: 'mara', query: '{ client(id: "ada") { alerts { nodes { alert { text } } } } }' } as const;
  expect((await hub.ask(asked)).body).toContain(risk);
  const gate = await atTheGateOf(person);
  await gate.has;
  const merging = hub.store.links.merge({ from: person, into: 'ada' }, word());
  await waitUntilWaiting(1);
  const block = `{ client: "${person}", kind: SAFETY_BLOCK, categories: ["FV_RISK"] }`;
  const blocking = hub.ask({ as: 'tess', query: `mutation { addBlock(block: ${block}) { block { id } } }` });
  await waitUntilWaiting(2);
  await gate.go();
  expect(await merging).toBe(true);
  const { id } = JSON.parse((await blocking).body).data.addBlock.block;
  expect((await onFile.query('SELECT client_id FROM fact WHERE id = $1', [id])).rows).toEqual([{ client_id: 'ada' }]);
  expect((await hub.ask(asked)).body).not.toContain(risk);
  await hub.store.facts.end(id, { by: 'test', why: 'over', at: new Date() });
  await hub.store.consents.withdraw(consent, 'test', new Date());
});

test.each([
  ['name { given } records { alerts { text } }'],
  ['alerts { totalCount nodes { alert { text } } }'],
  ['name { given } alerts { nodes { alert { text } client { id } } }'],
])('a withdrawal applies to requests by the id of a file that became part of theirs: %s', async (fields) => {
  const former = await newPerson();
  await merge(former, 'ada');
  const consent = await consentFor('ada', '"IDENTITY", "FV_RISK"');
  const asked: Question = { as: 'mara', query: `{ client(id: "${former}") { ${fields} } }` };
  expect((await hub.ask(asked)).body).toContain(risk);
  const answer = await held.across(
    () => hub.ask(asked),
    () => run('tess', `mutation { withdrawConsent(id: "${consent}") { consent { status } } }`),
  );
  expect(answer.body).not.toContain(risk);
});

test('a record whose file meanwhile becomes part of another’s is taken out of that one', async () => {
  const [person, one, two] = [await newPerson(), await newPerson(), await newPerson()];
  await merge(person, one);
  const gate = await atTheGateOf(one);
  await gate.has;
  const merging = hub.store.links.merge({ from: one, into: two }, word());
  await waitUntilWaiting(1);
  const separating = hub.store.links.separate(`${person}-1`, word());
  await waitUntilWaiting(2);
  await gate.go();
  expect(await merging).toBe(true);
  expect(await separating).toMatchObject({ from: two, to: one });
});

test('a consent narrowed while its file is separated again is narrowed there, or the requester is told that it moved', async () => {
  const [person, other] = [await newPerson(['IDENTITY', 'ADDRESS']), await newPerson()];
  await merge(person, other);
  const gate = await atTheGateOf(other);
  await gate.has;
  const separating = hub.store.links.separate(`${person}-1`, word());
  await waitUntilWaiting(1);
  const leaveOut = `{ id: "consent-of-${person}", leaveOut: [{ categories: ["ADDRESS"] }], ${evidence} }`;
  const narrow = `mutation { narrowConsent(narrowing: ${leaveOut}) { consent { id } } }`;
  const narrowing = hub.ask({ as: 'tess', query: narrow });
  await waitUntilWaiting(2);
  await gate.go();
  expect(await separating).toMatchObject({ to: person });
  expect((await narrowing).body).toContain('CONSENT_MOVED');
  await run('tess', narrow);
  expect(await open(person, `${person}-1`)).toEqual(['IDENTITY']);
});

test('that they are two people holds, though somebody said at the same moment that they are one', async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const pair = await hub.store.pairs.propose(`${person}-1`, `${other}-1`, new Date());
  const gate = await atTheGateOf(person);
  await gate.has;
  const saying = hub.ask({
    as: 'tess',
    query: `mutation { decideLink(decision: { pair: "${pair}", word: SAME, reason: "one" }) { linked } }`,
  });
  await waitUntilWaiting(1);
  await onFile.query("UPDATE link_pair SET one_word = 'DIFFERENT', one_by = 'una' WHERE id = $1", [pair]);
  await gate.go();
  expect((await saying).body).toContain('It was said that they are two people, and that stands.');
  expect(await hub.store.clients.survivorOf(person)).toBe(person);
  expect(await hub.store.clients.survivorOf(other)).toBe(other);
});
