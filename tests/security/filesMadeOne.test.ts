import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import { fileFacts } from '../lib/people.ts';
import { evidence, filesOf } from './filesOf.ts';

// Two files are found to be one person's, and later two people's again. Whatever somebody takes back, refuses or blocks
// meanwhile applies to them afterwards, whichever change came first, and whichever of their ids they are requested by.

let hub: AttackedHub;
const { newPerson, word, merge, separate, run, consentFor, open } = filesOf(() => hub);

beforeAll(async () => {
  hub = await attackedHub();
});
afterAll(() => hub?.stop());

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

test('a consent that replaced those of both still closes for both, but opens nothing any more', async () => {
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

const numberOf = (person: string): string => String(100 + Number(person.split('-')[1]));

/** Creates somebody whom this agency knows and Wattle does not. */
async function knownAt(agency: 'kestrel' | 'harbour', number: number): Promise<string> {
  const person = `${agency}-${number}`;
  await fileFacts(hub.store, { records: [{ person, agency, number, handle: `${person}-1` }] });
  return person;
}

test('a consent given while two files were one stays with the person whom the agency that filed it works with', async () => {
  const [person, other] = [await newPerson(), await knownAt('kestrel', 71)];
  await merge(person, other);
  await consentFor(other, '"IDENTITY"');
  expect([await open(other, `${person}-1`), await open(other, `${other}-1`)]).toEqual([['IDENTITY'], ['IDENTITY']]);
  expect(await hub.store.links.separate(`${person}-1`, word())).toMatchObject({ to: person });
  expect([await open(person, `${person}-1`), await open(other, `${other}-1`)]).toEqual([['IDENTITY'], []]);
});

test('one filed by an agency that works with both adds nothing any more, and what it left out stays left out', async () => {
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

test('recipients of a record are shown to the person in whose file it is now', async () => {
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

test('what replaces something came after it, by whatever clock, and goes on closing once it is withdrawn', async () => {
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

test('somebody who was first said to be a child in the merged file is a child in both', async () => {
  const [person, other] = [await newPerson(), await newPerson(['IDENTITY'])];
  await consentFor(person, '"IDENTITY", "ADDRESS"');
  expect(await open(person, `${person}-1`)).toEqual(['IDENTITY', 'ADDRESS']);
  await merge(person, other);
  await isAChild(other);
  await separate(`${person}-1`);
  expect(await open(person, `${person}-1`)).toEqual([]);
});

test('of two changes in one request, the second does not undo what the first reported', async () => {
  const refuse = (name: string, more: string) =>
    `${name}: recordConsent(consent: { client: "ada", refuse: true, purposes: ["EMERGENCY"], ${evidence} }) { consent { ${more} } }`;
  const both = `mutation { ${refuse('a', 'id client { records { id } }')} ${refuse('b', 'id')} }`;
  const { a, b } = await run('mara', both);
  expect(a.consent.client.records).not.toEqual([]);
  expect(b.consent.id).not.toBe(a.consent.id);
});

test('the person whose record was there first keeps their file when it is taken out, and the other gets theirs back', async () => {
  const [person, other] = [await newPerson(['IDENTITY']), await newPerson(['IDENTITY', 'ADDRESS'])];
  await merge(person, other);
  const { separateRecord } = await run(
    'tess',
    `mutation { separateRecord(record: "${other}-1", reason: "two people") { client { id } } }`,
  );
  expect(separateRecord.client.id).toBe(other);
  expect([await open(person, `${person}-1`), await open(other, `${other}-1`)]).toEqual([
    ['IDENTITY'],
    ['IDENTITY', 'ADDRESS'],
  ]);
  // Somebody who signs in as one of them sees nothing of the other.
  expect([await open(other, `${person}-1`), await open(person, `${other}-1`)]).toEqual([[], []]);
  expect(await hub.store.links.merge({ from: person, into: other }, word())).toBe(false);
});

test('records that came later stay together, under the oldest id, without what was said about the person who was there first', async () => {
  const [first, one, two] = [
    await newPerson(['IDENTITY', 'ADDRESS']),
    await newPerson(['IDENTITY']),
    await newPerson(),
  ];
  await merge(one, first);
  await merge(two, first);
  await hub.store.links.separate(`${first}-1`, word());
  expect(await hub.store.clients.survivorOf(two)).toBe(one);
  expect(await open(one, `${one}-1`)).toEqual(['IDENTITY']);
  expect(await open(one, `${two}-1`)).toEqual(['IDENTITY']);
  expect(await open(first, `${first}-1`)).toEqual(['IDENTITY', 'ADDRESS']);
  await hub.store.links.separate(`${two}-1`, word());
  expect([await open(one, `${one}-1`), await open(two, `${two}-1`)]).toEqual([['IDENTITY'], []]);
});

test('two people who became part of a third’s file together are separated when it is said that they are two', async () => {
  const [third, one, two] = [
    await newPerson(['IDENTITY']),
    await newPerson(['IDENTITY']),
    await newPerson(['ADDRESS']),
  ];
  await merge(two, one);
  await merge(one, third);
  const pair = await hub.store.pairs.propose(`${one}-1`, `${two}-1`, new Date());
  await run(
    'tess',
    `mutation { decideLink(decision: { pair: "${pair}", word: DIFFERENT, reason: "two people" }) { linked } }`,
  );
  expect(await hub.store.clients.survivorOf(two)).toBe(two);
  expect(await hub.store.clients.survivorOf(one)).toBe(third);
  expect([await open(two, `${two}-1`), await open(third, `${one}-1`)]).toEqual([['ADDRESS'], ['IDENTITY']]);
});

/** Puts on file, as of now, what Wattle says about a person. */
const said = (clientId: string, kind: 'ROLE' | 'PROXY', body: Readonly<Record<string, string | readonly string[]>>) =>
  hub.store.facts.add({
    ...{ id: `said-${kind}-${clientId}-${body.person ?? body.role}`, clientId, kind, body },
    ...{ recordedByAgency: 'wattle', recordedBy: 'tess', recordedAt: new Date() },
  });
const usesViolence = { role: 'PERSON_USING_VIOLENCE', reason: 'Assessed.' };

/** Creates a child of this parent, who has consented on the child's behalf that Harbour may see who they are. */
async function childOf(parent: string): Promise<string> {
  const child = await newPerson();
  await isAChild(child);
  await said(child, 'PROXY', { person: parent, capacity: 'parent' });
  await hub.store.consents.record(spokenFor(child, { person: parent, capacity: 'parent' }, 'active', ['IDENTITY']));
  return child;
}
const spokenFor = (
  client: string,
  givenBy: Readonly<{ person: string; capacity: string }>,
  status: 'active' | 'refused',
  categories: readonly string[],
) => ({
  ...{ id: `${status}-of-${client}`, clientId: client, status, recordedByAgency: 'wattle', recordedBy: 'tess' },
  body: {
    ...{ base: 'deny', effective: {}, givenBy },
    rule: status === 'active' ? { except: [{ agencies: ['harbour'], categories }] } : { categories },
    evidence: { kind: 'verbal', noticeVersion: '1', language: 'English' },
  },
  ...{ recordedAt: new Date(), withdrawnAt: null, withdrawnBy: null, words: null, language: 'English' },
});

test('somebody said to use violence while two files are one speaks for no child afterwards, and no law opens either file', async () => {
  const [parent, other] = [await newPerson(), await newPerson()];
  const child = await childOf(parent);
  expect(await open(child, `${child}-1`)).toEqual(['IDENTITY']);
  await merge(parent, other);
  await said(other, 'ROLE', usesViolence);
  expect(await open(other, `${parent}-1`, 'FV_PROTECTION')).toEqual(['IDENTITY', 'ADDRESS']);
  expect(await open(child, `${child}-1`)).toEqual([]);
  await separate(`${parent}-1`);
  expect(await open(child, `${child}-1`)).toEqual([]);
  for (const one of [parent, other]) expect(await open(one, `${one}-1`, 'FV_PROTECTION')).toEqual([]);
  // Said again, about the person it concerns.
  await hub.store.facts.add({
    ...{ id: `again-${other}`, clientId: other, kind: 'ROLE', body: usesViolence },
    ...{ recordedByAgency: 'wattle', recordedBy: 'tess', recordedAt: new Date() },
  });
  expect(await open(other, `${other}-1`, 'FV_PROTECTION')).toEqual(['IDENTITY', 'ADDRESS']);
  expect(await open(parent, `${parent}-1`, 'FV_PROTECTION')).toEqual([]);
});

test('a proxy’s refusal goes on closing if both were put on file while two files were one', async () => {
  const [person, other] = [await newPerson(['IDENTITY', 'ADDRESS']), await newPerson()];
  const guardian = await newPerson();
  await merge(person, other);
  await said(other, 'PROXY', { person: guardian, capacity: 'guardian', scope: ['information'] });
  await hub.store.consents.record(spokenFor(other, { person: guardian, capacity: 'guardian' }, 'refused', ['ADDRESS']));
  expect(await open(other, `${person}-1`)).toEqual(['IDENTITY']);
  await separate(`${person}-1`);
  expect(await open(person, `${person}-1`)).toEqual(['IDENTITY']);
});

test('a refusal put on file while two files were one closes both, by whatever clock it was made', async () => {
  const [person, other] = [await newPerson(['IDENTITY', 'ADDRESS']), await newPerson(['IDENTITY', 'ADDRESS'])];
  await merge(person, other);
  const behind = new Date(Date.now() - 60_000);
  const self = spokenFor(other, { person: other, capacity: 'self' }, 'refused', ['ADDRESS']);
  await hub.store.consents.record({ ...self, recordedAt: behind });
  await hub.store.facts.add({
    ...{
      id: `block-${other}`,
      clientId: other,
      kind: 'BLOCK',
      body: { kind: 'SAFETY_BLOCK', categories: ['IDENTITY'] },
    },
    ...{ recordedByAgency: 'wattle', recordedBy: 'tess', recordedAt: behind },
  });
  await separate(`${person}-1`);
  expect([await open(person, `${person}-1`), await open(other, `${other}-1`)]).toEqual([[], []]);
});

test('a request for a consent goes back with the file of the person it was about', async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const ask = async (clientId: string) => {
    const notice = { id: `notice-${clientId}`, agencyId: 'wattle', reader: 'tess', kind: 'CONSENT_REQUESTED' as const };
    const request = { id: `request-${clientId}`, clientId, agencyId: 'harbour', askedBy: 'mara', at: new Date() };
    await hub.store.requests.add({ ...request, purposes: [], categories: [] }, [
      { ...notice, aboutId: request.id, clientId, at: new Date() },
    ]);
  };
  await ask(person);
  await ask(other);
  await merge(person, other);
  await separate(`${person}-1`);
  const { notices } = await run('tess', '{ notices { nodes { id client { id } request { id client { id } } } } }');
  const about = (client: string) => ({
    ...{ id: `notice-${client}`, client: { id: client } },
    request: { id: `request-${client}`, client: { id: client } },
  });
  expect(notices.nodes).toEqual(expect.arrayContaining([about(person), about(other)]));
});

test('an agency finds the recipients of one person’s data by whatever id, and wherever the record was then', async () => {
  const [person, other] = [await newPerson(['IDENTITY']), await newPerson(['IDENTITY'])];
  const toldOf = async (client: string) => {
    const query = `{ disclosures(filter: { client: "${client}", requesterAgency: "harbour" }) { nodes { client { id } } } }`;
    const { data } = JSON.parse((await hub.ask({ as: 'edda', purpose: 'ADMINISTRATION', query })).body);
    return data.disclosures.nodes.length;
  };
  await merge(person, other);
  await open(other, `${person}-1`);
  expect([await toldOf(person), await toldOf(other)]).toEqual([2, 2]);
  await separate(`${person}-1`);
  expect([await toldOf(person), await toldOf(other)]).toEqual([1, 1]);
});

test('two people who were said to be different are not merged while a record of theirs is away', async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  await fileFacts(hub.store, { records: [{ person, agency: 'kestrel', number: `9${person}`, handle: `${person}-2` }] });
  const pair = await hub.store.pairs.propose(`${person}-1`, `${other}-1`, new Date());
  await hub.store.pairs.say(pair, ['one'], {
    word: 'DIFFERENT',
    by: 'tess',
    agency: 'wattle',
    why: 'two people',
    at: new Date(),
  });
  await hub.store.links.putBatch({ agencyId: 'wattle', records: [], removed: [numberOf(person)], at: new Date() });
  expect(await hub.store.links.merge({ from: person, into: other }, word())).toBe(false);
});

test('recipients of a record that is gone do not learn whose it was thought to be', async () => {
  const other = await newPerson(['IDENTITY']);
  await merge(other, 'ada');
  await open('ada', `${other}-1`);
  const told = async () => {
    const query = '{ me { client { disclosures(first: 100) { nodes { requester } } } } }';
    const { data } = JSON.parse((await hub.ask({ as: 'ada', purpose: 'CLIENT_ACCESS', query })).body);
    return data.me.client.disclosures.nodes.filter(({ requester }: { requester: string }) => requester === 'mara')
      .length;
  };
  const both = await told();
  await separate(`${other}-1`);
  const own = await told();
  expect(own).toBeLessThan(both);
  await hub.store.links.putBatch({ agencyId: 'wattle', records: [], removed: [numberOf(other)], at: new Date() });
  expect(await told()).toBe(own);
});
