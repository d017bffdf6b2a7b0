import { levels } from '@accord/quality/proposals/DecisionRules';
import type { Data } from '../lib/Data.ts';
import type { TestUser } from '../lib/users.ts';
import { type DecidingHub, decidingHub } from './decidingHub.ts';

let hub: DecidingHub;
beforeAll(async () => {
  hub = await decidingHub();
});
afterAll(() => hub?.stop());

/** Who speaks for Harbour, Wattle and Kestrel, level by level. */
const speakers = {
  PRACTITIONER: ['mara', 'tess', 'kim'],
  TEAM_LEADER: ['lena', 'tom', 'kora'],
  MANAGER: ['priya', 'mina', 'kurt'],
  EXECUTIVE: ['eve', 'edda', 'kaya'],
} as const satisfies Record<string, readonly TestUser[]>;

const fields = `id status where level daysLeft holdsFrom whyNot mayVoice raisedByUser raisedBy { name }
  levels { level heard { id agency { name } position reason answer spokenBy } } history { at says spokenBy }`;

const raised = async (as: TestUser, input: Readonly<Record<string, unknown>>): Promise<Data> =>
  (
    await hub.run(as, `mutation ($p: ProposalInput!) { raiseProposal(proposal: $p) { proposal { ${fields} } } }`, {
      p: { kind: 'PRACTICE', title: 'Ask at intake', why: 'We ask too late.', ...input },
    })
  ).raiseProposal.proposal;

const says = async (as: TestUser, proposal: string, position = 'SUPPORT', reason?: string): Promise<Data> =>
  (
    await hub.run(as, `mutation ($v: VoiceInput!) { voice(voice: $v) { proposal { ${fields} } } }`, {
      v: { proposal, position, ...(reason && { reason }) },
    })
  ).voice.proposal;

const seen = async (as: TestUser, id: string, run = hub.run): Promise<Data> =>
  (await run(as, `query ($id: ID!) { proposal(id: $id) { ${fields} } }`, { id })).proposal;

/** Every agency supports it at every level; this takes as few days as the rules allow. */
async function agreedByAll(id: string): Promise<void> {
  for (const level of levels) {
    for (const as of speakers[level]) await says(as, id);
    hub.pass(3);
  }
}

const label = async (run = hub.run, on?: string): Promise<string> =>
  (
    await run('tara', `query ($on: Date) { vocabulary(on: $on) { alerts { code label } } }`, on ? { on } : {})
  ).vocabulary.alerts.find(({ code }: Data) => code === 'FAMILY_VIOLENCE_USING')?.label;

test('a practitioner proposes a wording, can see its progress at any time, and every replica uses it from its day on', async () => {
  const before = 'Person using family violence';
  const { id, ...at } = await raised('mara', {
    ...{ kind: 'LABEL', title: 'Another word', why: 'The word stops us.', code: 'FAMILY_VIOLENCE_USING' },
    label: 'Person whose behaviour is unsafe at home',
  });
  expect(at).toMatchObject({ status: 'OPEN', level: 'PRACTITIONER', daysLeft: 14, mayVoice: true });
  expect(at.where).toBe('With practitioners: 0 of 3 agencies heard, 14 days left.');
  for (const as of speakers.PRACTITIONER) await says(as, id);
  hub.pass(2);
  expect((await seen('mara', id, hub.onOther)).where).toBe('With practitioners: 3 of 3 agencies heard, 12 days left.');
  hub.pass(1);
  expect(await seen('mara', id)).toMatchObject({ level: 'TEAM_LEADER', daysLeft: 14, mayVoice: false });
  // Team leaders say nothing; the proposal moves up when their days have passed.
  hub.pass(14);
  for (const as of speakers.MANAGER) await says(as, id);
  hub.pass(3);
  for (const as of speakers.EXECUTIVE) await says(as, id);
  hub.pass(3);
  const agreed = await seen('mara', id, hub.onOther);
  expect(agreed).toMatchObject({ status: 'AGREED', level: null, holdsFrom: '2027-03-27' });
  expect(agreed.history.map((one: Data) => one.says)).toEqual([
    'Harbour raised it on 3 March 2027; practitioners are heard first.',
    ...['Harbour', 'Wattle', 'Kestrel'].map((name) =>
      expect.stringMatching(`^${name}.* supports it \\(practitioners, 3 March 2027\\)\\.$`),
    ),
    'Moved up to team leaders on 6 March 2027 because 3 agencies were heard among practitioners (2 needed) and no objection is waiting for an answer.',
    'Moved up to managers on 20 March 2027 because 14 days had passed.',
    ...['Harbour', 'Wattle', 'Kestrel'].map((name) => expect.stringMatching(`^${name}.* \\(managers, `)),
    expect.stringMatching('^Moved up to executives on 23 March 2027'),
    ...['Harbour', 'Wattle', 'Kestrel'].map((name) => expect.stringMatching(`^${name}.* \\(executives, `)),
    'Agreed on 26 March 2027.',
  ]);
  expect([await label(), await label(hub.onOther), await label(hub.run, '2027-03-27')]).toEqual([
    ...[before, before, 'Person whose behaviour is unsafe at home'],
  ]);
  hub.pass(1);
  expect([await label(), await label(hub.onOther), await label(hub.run, '2027-03-26')]).toEqual([
    ...['Person whose behaviour is unsafe at home', 'Person whose behaviour is unsafe at home', before],
  ]);
});

test('an objection needs a reason and stops the proposal; its answer lets it go on; only their own agency sees who spoke', async () => {
  const { id } = await raised('mara', {});
  await expect(says('tess', id, 'OBJECT')).rejects.toThrow('ARGUMENT_REFUSED');
  for (const as of ['mara', 'kim'] as const) await says(as, id);
  const objected = await says('tess', id, 'OBJECT', 'Intake has no room for it.');
  hub.pass(5);
  const held = await seen('mara', id);
  expect(held).toMatchObject({ status: 'OPEN', level: 'PRACTITIONER', daysLeft: 9 });
  expect(held.where).toBe(
    'With practitioners: 3 of 3 agencies heard, 9 days left. An objection is waiting for an answer.',
  );
  const voiceOf = (proposal: Data, name: string) =>
    proposal.levels[0].heard.find(({ agency }: Data) => agency.name.startsWith(name));
  const objection = voiceOf(objected, 'Wattle');
  expect(objection.spokenBy).toBe('tess');
  expect(voiceOf(held, 'Wattle')).toMatchObject({ reason: 'Intake has no room for it.', spokenBy: null });
  expect([voiceOf(held, 'Harbour').spokenBy, held.raisedByUser]).toEqual(['mara', 'mara']);
  const elsewhere = await seen('tom', id);
  expect(elsewhere.raisedByUser).toBeNull();
  expect(JSON.stringify(elsewhere)).not.toMatch(/mara|kim/);
  expect(JSON.stringify(held)).not.toMatch(/tess|kim/);
  const answer = `mutation ($proposal: ID!, $voice: ID!) {
    answerObjection(proposal: $proposal, voice: $voice, answer: "It is asked at the second talk.") { proposal { ${fields} } }
  }`;
  const of = { proposal: id, voice: objection.id };
  await expect(hub.run('tess', answer, of)).rejects.toThrow('ROLE_REFUSED');
  expect((await hub.run('lena', answer, of)).answerObjection.proposal.level).toBe('TEAM_LEADER');
  await expect(hub.run('lena', answer, of)).rejects.toThrow('ARGUMENT_REFUSED');
});

test('an agency has one voice at a level: the newest of its people stands, the earlier one stays in the history', async () => {
  const { id } = await raised('tess', {});
  await says('tess', id, 'OBJECT', 'Not so.');
  hub.pass(1);
  const { levels: reached, history } = await says('tara', id, 'STAND_ASIDE');
  expect(reached[0].heard).toMatchObject([{ position: 'STAND_ASIDE', spokenBy: 'tara' }]);
  expect(history.map(({ spokenBy }: Data) => spokenBy)).toEqual([null, 'tess', 'tara']);
});

test('a voice counts only at the level the proposal is at, and only from somebody who speaks at one', async () => {
  const { id } = await raised('mara', {});
  await expect(says('lena', id)).rejects.toThrow(
    'PROPOSAL_MOVED: The proposal has moved on. It is now with practitioners',
  );
  await expect(says('cora', id)).rejects.toThrow('ROLE_REFUSED');
  await expect(says('mara', 'none')).rejects.toThrow('PROPOSAL_UNKNOWN');
  hub.pass(14);
  await expect(says('mara', id)).rejects.toThrow(
    'It is now with team leaders; you speak at the level of practitioners.',
  );
  expect((await says('lena', id)).levels[1].heard).toHaveLength(1);
});

test('a proposal that executives object to and nobody answers is rejected, and says why and by which agency', async () => {
  const { id } = await raised('mara', { kind: 'LABEL', code: '9', label: 'Harm at home' });
  hub.pass(14 * 3);
  for (const as of ['eve', 'kaya'] as const) await says(as, id);
  await says('edda', id, 'OBJECT', 'The courts use the other word.');
  hub.pass(28);
  const rejected = await seen('mara', id);
  expect(rejected).toMatchObject({ status: 'REJECTED', holdsFrom: null, level: null });
  expect(rejected.whyNot).toMatch(/^Wattle.* objects, and nobody answered: The courts use the other word\.$/);
  expect(rejected.where).toMatch(/^Rejected on \d+ \w+ 2027: Wattle/);
  await expect(says('edda', id)).rejects.toThrow('It is REJECTED, and that is final.');
  hub.pass(2);
  const { vocabulary } = await hub.run('mara', '{ vocabulary { needs { code label } history(code: "9") { label } } }');
  expect(vocabulary.history).toEqual([{ label: 'Domestic and family violence' }]);
});

test('only the person who raised it may take it back while it is open, with a reason', async () => {
  const { id } = await raised('mara', {});
  const withdraw = `mutation ($id: ID!) { withdrawProposal(id: $id, reason: "Said better elsewhere.") { proposal { status whyNot } } }`;
  await expect(hub.run('tom', withdraw, { id })).rejects.toThrow('ROLE_REFUSED');
  expect((await hub.run('mara', withdraw, { id })).withdrawProposal.proposal).toEqual({
    ...{ status: 'WITHDRAWN', whyNot: 'Said better elsewhere.' },
  });
  await expect(hub.run('mara', withdraw, { id })).rejects.toThrow('PROPOSAL_MOVED');
});

test('everybody finds what they raised themself, by where it is', async () => {
  const list = 'query ($state: ProposalStatus) { proposals(mine: true, state: $state) { nodes { title status } } }';
  await raised('kim', { title: 'Of Kim' });
  expect((await hub.run('kim', list)).proposals.nodes).toEqual([{ title: 'Of Kim', status: 'OPEN' }]);
  expect((await hub.run('kim', list, { state: 'AGREED' })).proposals.nodes).toEqual([]);
  expect((await hub.run('kora', list)).proposals.nodes).toEqual([]);
});

test('those who are to be heard each have a notice of their own while it is at their level', async () => {
  const { id } = await raised('mara', {});
  const query = '{ notices { nodes { id kind client { id } proposal { id } } } }';
  const waiting = async (as: TestUser) =>
    (await hub.run(as, query)).notices.nodes.filter(({ proposal }: Data) => proposal?.id === id);
  const [notice] = await waiting('tess');
  expect(notice).toMatchObject({ kind: 'PROPOSAL_TO_HEAR', client: null });
  expect(await waiting('tom')).toEqual([]);
  await hub.run('tess', `mutation ($id: ID!) { markNoticeRead(id: $id) { notice { readAt } } }`, { id: notice.id });
  expect([await waiting('tess'), (await waiting('tara')).length]).toEqual([[], 1]);
  hub.pass(14);
  expect([(await waiting('tara')).length, (await waiting('tom')).length]).toEqual([0, 1]);
});

test.each([
  [{ kind: 'LABEL', code: 'NOBODY_HAS_IT', label: 'l' }, '"NOBODY_HAS_IT" is not in the vocabulary'],
  [{ kind: 'LABEL', code: '9' }, 'needs "label"'],
  [{ kind: 'PRACTICE', code: '9' }, 'does not take "code"'],
  [{ kind: 'ALERT_CATEGORY', code: 'MEDICAL', label: 'l', category: 'HEALTH' }, 'is already in use'],
  [{ kind: 'ALERT_CATEGORY', code: 'PET_AT_HOME', label: 'l', category: 'PETS' }, '"PETS" is not in the vocabulary'],
  [{ kind: 'ALERT_CATEGORY', code: 'PET_AT_HOME', retire: true }, 'not an alert category in use'],
  [{ effectiveOn: '2027-02-30' }, 'a date that exists'],
  [{ why: ' ' }, '"why" is empty'],
])('a proposal that names something that does not exist, or lacks a part, is refused: %j', async (input, sentence) => {
  await expect(raised('mara', input)).rejects.toThrow(sentence);
});

test('an agreed category is in the vocabulary from its day, with who agreed; a retired one keeps its last wording on old alerts', async () => {
  const pet = { code: 'PET_AT_HOME', label: 'An animal lives here', category: 'HOUSING' };
  const { id } = await raised('mara', { kind: 'ALERT_CATEGORY', why: 'Workers were bitten.', ...pet });
  await agreedByAll(id);
  const retire = { kind: 'ALERT_CATEGORY', code: 'COMMUNICATION_SAFETY', retire: true };
  await agreedByAll((await raised('tess', retire)).id);
  hub.pass(1);
  const { vocabulary } = await hub.onOther(
    'kim',
    `{ vocabulary { day alerts { code label category } retiredAlerts { code }
      history(code: "PET_AT_HOME") { from label retired why agreedBy { name } proposal { id } } } }`,
  );
  expect(vocabulary.alerts).toContainEqual(pet);
  expect(vocabulary.retiredAlerts).toEqual([{ code: 'COMMUNICATION_SAFETY' }]);
  expect(vocabulary.history).toMatchObject([{ label: pet.label, why: 'Workers were bitten.', proposal: { id } }]);
  expect(vocabulary.history[0].agreedBy).toHaveLength(3);
  const board = '{ alerts { nodes { label alert { code } } } }';
  expect((await hub.run('mara', board)).alerts.nodes[0]).toEqual({
    ...{ label: 'Some ways of reaching the person are unsafe', alert: { code: 'COMMUNICATION_SAFETY' } },
  });
});

test('a yes needs the notice in force, a no is accepted on any; a form from an earlier day counts by its own day', async () => {
  const record = (noticeVersion: string, rest: Data = {}) =>
    hub.run('mara', 'mutation ($c: ConsentInput!) { recordConsent(consent: $c) { consent { status } } }', {
      c: { client: 'ada', categories: ['HOUSING'], evidence: 'SIGNED', language: 'English', noticeVersion, ...rest },
    });
  await record('2026-a');
  const before = hub.now().toISOString().slice(0, 10);
  const notice = { language: 'English', version: '2027-a', text: 'We ask you before we tell anybody.' };
  await agreedByAll((await raised('mara', { kind: 'CONSENT_NOTICE', notice })).id);
  hub.pass(1);
  const { consentNotice } = await hub.run(
    'mara',
    '{ consentNotice(language: "english") { version text former { version } } }',
  );
  expect(consentNotice).toEqual({ version: '2027-a', text: notice.text, former: [] });
  await expect(record('2026-a')).rejects.toThrow('NOTICE_OUTDATED');
  await record('2027-a');
  await record('2026-a', { refuse: true });
  await record('2026-a', { from: before });
  await record('x', { language: 'Dari' });
  await expect(raised('tess', { kind: 'CONSENT_NOTICE', notice })).rejects.toThrow('is taken');
});

test('an agency that governs its own clients’ data keeps its figures out at once, and is named, not counted as zero', async () => {
  const figures =
    '{ agencies { id stewardship figures { people { value suppressed } } aggregateVetoes { scope reason } } }';
  const veto = 'mutation { vetoAggregate(scope: FIGURES, reason: "Our Elders decide.") { veto { id } } }';
  const ofWattle = async () => {
    const { data, extensions } = await hub.whole('priya', figures, 'EVALUATION');
    return { ...data.agencies.find(({ id }: Data) => id === 'wattle'), sources: extensions?.sources ?? [] };
  };
  await expect(hub.run('edda', veto)).rejects.toThrow('ARGUMENT_REFUSED');
  await hub.store.agencies.setStewardship('wattle', 'ABORIGINAL_COMMUNITY_CONTROLLED');
  expect(await ofWattle()).toMatchObject({
    figures: { people: { suppressed: true } },
    aggregateVetoes: [],
    sources: [],
  });
  const { id } = (await hub.onOther('edda', veto)).vetoAggregate.veto;
  expect(await ofWattle()).toMatchObject({
    ...{ stewardship: 'ABORIGINAL_COMMUNITY_CONTROLLED', figures: null },
    aggregateVetoes: [{ scope: 'FIGURES', reason: 'Our Elders decide.' }],
    sources: [{ agency: { id: 'wattle' }, state: 'WITHHELD_BY_AGENCY' }],
  });
  const day = hub.now();
  const lift = 'mutation ($id: ID!) { liftAggregateVeto(id: $id, reason: "They agreed.") { veto { liftedAt } } }';
  await expect(hub.run('eve', lift, { id })).rejects.toThrow('FACT_UNKNOWN');
  hub.pass(1);
  await hub.run('edda', lift, { id });
  expect((await ofWattle()).figures).not.toBeNull();
  const standing = async (at: Date) => (await hub.store.vetoes.vetoesOf(at)).map(({ agencyId }) => agencyId);
  expect([await standing(day), await standing(hub.now())]).toEqual([['wattle'], []]);
});

test.each(['proposal', 'proposal_event', 'aggregate_veto'])(
  'rows about decisions are only ever added, never deleted: %s',
  async (table) => {
    await expect(hub.sql(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
  },
);

test('clients do not see what people at agencies say to each other, only the wording', async () => {
  await expect(hub.run('ada', '{ proposals { nodes { id } } }')).rejects.toThrow('ROLE_REFUSED');
  const { vocabulary } = await hub.run(
    'ada',
    '{ vocabulary { history(code: "PET_AT_HOME") { label proposal { id } } } }',
  );
  expect(vocabulary.history).toEqual([{ label: 'An animal lives here', proposal: null }]);
});
