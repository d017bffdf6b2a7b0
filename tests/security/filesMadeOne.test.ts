import { gateClass, gatesOf } from '@accord/server/store/gates';
import pg from 'pg';
import { type AttackedHub, attackedHub, filedRows } from '../lib/attackedHub.ts';
import { HeldAnswers } from '../lib/HeldAnswers.ts';
import type { Question } from '../lib/Partnership.ts';
import { fileFacts } from '../lib/people.ts';

// Two files are found to be one person's, and two again. What somebody takes back, refuses or blocks while that goes on counts for them
// afterwards, whichever of the two changes came first, and under whatever id they are asked for.

const risk = 'Threatened with a knife';
const held = new HeldAnswers('wattle');
let hub: AttackedHub;
let onFile: pg.Client;
const sessions: pg.Client[] = [];

beforeAll(async () => {
  const ada = { ALRT_STAT: 'FV-C', ALRT_CRT: 'A', ALRT_ST: 'O', ALRT_DT: '03/03/2026', ALRT_LVL: '1', ALRT_CMT: risk };
  hub = await attackedHub({ rows: filedRows({ ada }), disturb: held.disturb });
  onFile = await session();
});
afterAll(async () => {
  for (const one of sessions) await one.end();
  await hub?.stop();
});

let people = 0;
/** Somebody new whom Wattle knows; `may`: what Harbour may be told of them. */
async function newPerson(may: readonly string[] = []): Promise<string> {
  people += 1;
  const person = `person-${people}`;
  const except = [{ agencies: ['harbour'], categories: may }];
  await fileFacts(hub.store, {
    records: [{ person, agency: 'wattle', number: 100 + people, handle: `${person}-1` }],
    consents:
      may.length > 0 ? [{ id: `consent-of-${person}`, subject: person, recordedBy: 'wattle', rule: { except } }] : [],
  });
  return person;
}

const word = () => ({ by: 'test', reason: 'one person', at: new Date() });
const merge = async (from: string, into: string) =>
  expect(await hub.store.links.merge({ from, into }, word())).toBe(true);
const separate = (handle: string) =>
  run('tess', `mutation { separateRecord(record: "${handle}", reason: "two people") { client { id } } }`);

async function run(as: 'mara' | 'tess', query: string) {
  const { data, errors } = JSON.parse((await hub.ask({ as, query })).body);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
const evidence = 'evidence: VERBAL, noticeVersion: "1", language: "English"';
const consentFor = async (client: string, categories: string): Promise<string> => {
  const consent = `{ client: "${client}", agencies: ["harbour"], categories: [${categories}], ${evidence} }`;
  return (await run('tess', `mutation { recordConsent(consent: ${consent}) { consent { id } } }`)).recordConsent.consent
    .id;
};
/** What Harbour may be told of a person's record at Wattle. */
async function open(client: string, handle: string): Promise<readonly string[]> {
  const found = (
    await run('mara', `{ client(id: "${client}") { records { id } withheld { record { id } category } } }`)
  ).client;
  if (!found?.records.some(({ id }: { id: string }) => id === handle)) return [];
  const closed = found.withheld.flatMap(({ record, category }: { record: { id: string }; category: string }) =>
    record.id === handle ? [category] : [],
  );
  return ['IDENTITY', 'ADDRESS'].filter((category) => !closed.includes(category));
}

test('what was taken back while two files were one stays taken back when they are two again', async () => {
  const [person, other] = [await newPerson(['IDENTITY', 'ADDRESS']), await newPerson(['IDENTITY'])];
  await merge(person, other);
  const leaveOut = `{ id: "consent-of-${person}", leaveOut: [{ categories: ["ADDRESS"] }], ${evidence} }`;
  await run('tess', `mutation { narrowConsent(narrowing: ${leaveOut}) { consent { id } } }`);
  expect(await open(other, `${person}-1`)).toEqual(['IDENTITY']);
  await separate(`${person}-1`);
  expect(await open(person, `${person}-1`)).toEqual(['IDENTITY']);
  expect(await open(other, `${other}-1`)).toEqual(['IDENTITY']);
});

test('a consent in the place of those of both goes on closing for both, and opens nothing any more', async () => {
  const [person, other] = [await newPerson(['IDENTITY', 'ADDRESS']), await newPerson(['IDENTITY', 'ADDRESS'])];
  await merge(person, other);
  await fileFacts(hub.store, {
    records: [],
    consents: [
      {
        ...{ id: `of-both-${person}`, subject: other, recordedBy: 'wattle' },
        supersedes: [`consent-of-${person}`, `consent-of-${other}`],
        rule: { except: [{ agencies: ['harbour'], categories: ['IDENTITY'] }] },
      },
    ],
  });
  expect(await open(other, `${person}-1`)).toEqual(['IDENTITY']);
  await separate(`${person}-1`);
  expect([await open(person, `${person}-1`), await open(other, `${other}-1`)]).toEqual([[], []]);
});

/** Somebody new whom this agency knows, and Wattle does not. */
async function knownAt(agency: 'kestrel' | 'harbour', number: number): Promise<string> {
  const person = `${agency}-${number}`;
  await fileFacts(hub.store, { records: [{ person, agency, number, handle: `${person}-1` }] });
  return person;
}

test('a yes of the time between goes with whom the agency works with that put it on file', async () => {
  const [person, other] = [await newPerson(), await knownAt('kestrel', 71)];
  await merge(person, other);
  await consentFor(other, '"IDENTITY"');
  expect([await open(other, `${person}-1`), await open(other, `${other}-1`)]).toEqual([['IDENTITY'], ['IDENTITY']]);
  expect(await hub.store.links.separate(`${person}-1`, word())).toMatchObject({ to: person });
  expect([await open(person, `${person}-1`), await open(other, `${other}-1`)]).toEqual([['IDENTITY'], []]);
});

test('one of an agency that works with both opens nothing any more, and what it left out stays left out', async () => {
  const [person, other] = [await newPerson(['IDENTITY', 'ADDRESS']), await newPerson(['IDENTITY', 'ADDRESS'])];
  await merge(person, other);
  const consent = `{ client: "${other}", agencies: ["harbour"], categories: ["IDENTITY", "ADDRESS"],
    except: [{ categories: ["ADDRESS"] }], ${evidence} }`;
  await run('tess', `mutation { recordConsent(consent: ${consent}) { consent { id } } }`);
  expect(await open(other, `${person}-1`)).toEqual(['IDENTITY']);
  await separate(`${person}-1`);
  expect([await open(person, `${person}-1`), await open(other, `${other}-1`)]).toEqual([['IDENTITY'], ['IDENTITY']]);
});

test('a block against somebody whose file was part of another’s is against both afterwards', async () => {
  const [victim, person] = [await newPerson(['IDENTITY']), await knownAt('harbour', 72)];
  const other = await knownAt('kestrel', 73);
  expect(await open(victim, `${victim}-1`)).toEqual(['IDENTITY']);
  await merge(person, other);
  const block = `{ client: "${victim}", kind: SAFETY_BLOCK, against: ["${person}"] }`;
  await fileFacts(hub.store, { records: [{ person: other, agency: 'wattle', number: 74, handle: `${other}-2` }] });
  await run('tess', `mutation { addBlock(block: ${block}) { block { id } } }`);
  expect(await open(victim, `${victim}-1`)).toEqual([]);
  expect(await hub.store.links.separate(`${person}-1`, word())).toMatchObject({ to: person });
  expect(await open(victim, `${victim}-1`)).toEqual([]);
});

test('who was told of a record is told to whose file it is in now', async () => {
  const [person, other] = [await newPerson(['IDENTITY']), await newPerson(['IDENTITY'])];
  const toldOf = async (client: string) =>
    (await run('tess', `{ client(id: "${client}") { disclosures { nodes { record { id } client { id } } } } }`)).client
      .disclosures.nodes;
  await merge(person, other);
  await open(other, `${person}-1`);
  await separate(`${person}-1`);
  for (const one of [person, other])
    expect(await toldOf(one)).toEqual(expect.arrayContaining([{ record: { id: `${one}-1` }, client: { id: one } }]));
  expect(JSON.stringify(await toldOf(other))).not.toContain(person);
});

test('what takes another’s place came after it, by whatever clock, and goes on closing once it is withdrawn', async () => {
  const person = await newPerson();
  const ahead = new Date(Date.now() + 4_000);
  const wide = {
    ...{ id: `wide-${person}`, clientId: person, status: 'active', recordedByAgency: 'wattle', recordedBy: 'tess' },
    body: { base: 'deny', effective: {}, rule: { except: [{ agencies: ['harbour'], categories: ['IDENTITY'] }] } },
    ...{ recordedAt: ahead, withdrawnAt: null, withdrawnBy: null, words: null, language: 'English' },
  };
  await hub.store.consents.record(wide);
  const narrow = {
    ...wide,
    id: `narrow-${person}`,
    body: { ...wide.body, supersedes: [wide.id] },
    recordedAt: new Date(),
  };
  await hub.store.consents.recordInPlaceOf(wide.id, narrow);
  await hub.store.consents.withdraw(narrow.id, 'tess', new Date());
  await new Promise((resolve) => setTimeout(resolve, ahead.getTime() - Date.now() + 100));
  expect(await open(person, `${person}-1`)).toEqual([]);
});

const isAChild = (client: string) =>
  run(
    'tess',
    `mutation { recordStanding(standing: { client: "${client}", adultOn: "2032-01-05" }) { standing { id } } }`,
  );

test('a child whose file was part of another is a child when it is their own again', async () => {
  const [person, other] = [await newPerson(), await newPerson(['IDENTITY'])];
  await isAChild(person);
  await consentFor(person, '"IDENTITY", "ADDRESS"');
  expect(await open(person, `${person}-1`)).toEqual([]);
  await merge(person, other);
  await isAChild(other);
  await separate(`${person}-1`);
  expect(await open(person, `${person}-1`)).toEqual([]);
});

test('one of whom it was first said there that they are a child is one in both', async () => {
  const [person, other] = [await newPerson(), await newPerson(['IDENTITY'])];
  await consentFor(person, '"IDENTITY", "ADDRESS"');
  expect(await open(person, `${person}-1`)).toEqual(['IDENTITY', 'ADDRESS']);
  await merge(person, other);
  await isAChild(other);
  await separate(`${person}-1`);
  expect(await open(person, `${person}-1`)).toEqual([]);
});

async function session(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: String(hub.server.databases()[0]) });
  await client.connect();
  sessions.push(client);
  return client;
}
/** Until so many wait for gates. */
async function waitUntilWaiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await onFile.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
    if (rows.length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
/** Has a person's gate, as a change of theirs does, from when it can be had until `go`. */
async function atTheGateOf(person: string) {
  const client = await session();
  await client.query('BEGIN');
  const has = client.query('SELECT pg_advisory_xact_lock($1, $2)', [gateClass, gatesOf([person])[0]]);
  return { has, go: () => client.query('COMMIT') };
}

test('a withdrawal that waits while the file becomes part of another counts there', async () => {
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
  // One person now, and not withdrawn yet: this decision is kept.
  expect((await hub.ask(asked)).body).toContain(risk);
  await second.go();
  expect((await withdrawing).body).toContain('WITHDRAWN');
  expect((await hub.ask(asked)).body).not.toContain(risk);
});

test('a block that waits while the file becomes part of another is put there, and counts', async () => {
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
])('a withdrawal counts for who is asked for by the id of a file that became part of theirs: %s', async (fields) => {
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

test('of two changes in one request the second does not undo that the first was told', async () => {
  const refuse = (name: string, more: string) =>
    `${name}: recordConsent(consent: { client: "ada", refuse: true, purposes: ["EMERGENCY"], ${evidence} }) { consent { ${more} } }`;
  const both = `mutation { ${refuse('a', 'id client { records { id } }')} ${refuse('b', 'id')} }`;
  const { a, b } = await run('mara', both);
  expect(a.consent.client.records).not.toEqual([]);
  expect(b.consent.id).not.toBe(a.consent.id);
});
