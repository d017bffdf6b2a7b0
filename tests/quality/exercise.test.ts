import type { Data } from '../lib/Data.ts';
import { type ExerciseHub, exerciseHub, twelve } from '../lib/exerciseHub.ts';
import type { TestUser } from '../lib/users.ts';

// Twelve people from four agencies place three scenarios, talk, and place them again.

let hub: ExerciseHub;
beforeAll(async () => {
  hub = await exerciseHub();
});
afterAll(() => hub?.stop());

const named = { answer: 'CATEGORY', category: 'FAMILY_VIOLENCE_EXPERIENCING' };
const children = { answer: 'CATEGORY', category: 'CHILD_WELLBEING' };
const none = { answer: 'NONE' };

/** What the person at this position says about each scenario. Only three name the second one until they have talked. */
const saidBy = (person: number, round: number) => [
  { ...named, certainty: person < 6 ? 'INDICATED' : 'DISCLOSED' },
  round === 2 || person < 3 ? { ...named, certainty: 'INDICATED' } : none,
  person < 7
    ? { ...children, certainty: 'ASSESSED' }
    : { answer: 'UNSURE', wouldNeed: `More about the school ${'abcdefghijkl'[person]}` },
];

async function placeAll(
  exercise: Data,
  round: number,
  people: readonly (typeof twelve)[number][] = twelve,
): Promise<void> {
  for (const as of people) {
    const person = twelve.indexOf(as);
    for (const [place, said] of saidBy(person, round).entries()) {
      const words =
        place === 1 && round === 1 ? { why: `Because of ${as}’s reason`, wording: 'Feels unsafe at home' } : {};
      await hub.place(as, { exercise: exercise.id, scenario: exercise.scenarios[place].id, round, ...said, ...words });
    }
  }
}

const noteAll = async (exercise: Data, people: readonly TestUser[]): Promise<void> => {
  const query = `mutation ($barriers: BarriersInput!) { noteBarriers(barriers: $barriers) { exercise { id } } }`;
  for (const as of people) {
    const barriers = { exercise: exercise.id, scenario: exercise.scenarios[1].id, kinds: ['LANGUAGE', 'CERTAINTY'] };
    await hub.run(as, query, { barriers: { ...barriers, words: 'The word is a label' } });
  }
};

test('an exercise runs from the first placing to its end, and shows the same to everybody', async () => {
  const exercise = await hub.create();
  expect(exercise).toMatchObject({ stage: 'FIRST_PLACING', joined: 0, answered: 0, rounds: [], mine: null });
  await hub.join(exercise.id, twelve);
  await placeAll(exercise, 1);
  expect(await hub.see('kim', exercise.id)).toMatchObject({ joined: 12, answered: 12, rounds: [], shift: [] });
  const revealed = await hub.act('revealRound', exercise.id);
  const [first] = revealed.rounds;
  expect(first.scenarios[1]).toMatchObject({
    answers: 12,
    placings: [
      { ...named, count: 3 },
      { answer: 'NONE', category: null, count: 9 },
    ],
    certainties: [{ certainty: 'INDICATED', count: 3 }],
    barriers: null,
  });
  // (3 * 2 + 9 * 8) / (12 * 11)
  expect(first.scenarios[1].alike).toBeCloseTo(78 / 132, 10);
  expect(first.categoryAgreement.alpha).toBeGreaterThan(0.3);
  expect(first.categoryAgreement.low).toBeLessThanOrEqual(first.categoryAgreement.alpha);
  expect(first.categoryAgreement.high).toBeGreaterThanOrEqual(first.categoryAgreement.alpha);

  await noteAll(exercise, twelve.slice(0, 6));
  const second = await hub.act('openRound', exercise.id);
  expect(second).toMatchObject({ stage: 'SECOND_PLACING', answered: 0 });
  expect(second.rounds[0].scenarios[1].barriers).toEqual([
    { kind: 'LANGUAGE', count: 6 },
    { kind: 'CERTAINTY', count: 6 },
  ]);
  expect(second.wordingTrouble[0]).toMatchObject({ scenario: { id: exercise.scenarios[1].id }, languageNoted: 6 });
  expect(second.wordingTrouble[0].wordings).toEqual(['Feels unsafe at home']);
  await placeAll(exercise, 2);
  const again = await hub.act('revealRound', exercise.id);
  expect(again.shift[1].moves).toEqual([
    { from: 'NONE', fromCategory: null, to: 'CATEGORY', toCategory: named.category, count: 9 },
  ]);
  expect(again.shift[0].moves).toEqual([
    { from: 'CATEGORY', fromCategory: named.category, to: 'CATEGORY', toCategory: named.category, count: 12 },
  ]);

  const closed = await hub.act('closeExercise', exercise.id);
  expect(closed).toMatchObject({ stage: 'CLOSED', joined: 12, answered: null, mine: null });
  expect(closed.rounds).toEqual(
    again.rounds.map((round: Data) => (round.round === 1 ? round : expect.objectContaining({ round: 2 }))),
  );
  expect(closed.history.map(({ act }: Data) => act)).toEqual([
    ...['CREATE', 'REVEAL', 'OPEN_SECOND_ROUND', 'REVEAL', 'CLOSE'],
  ]);
  const seen = await Promise.all((['kim', 'tess', 'hana'] as const).map((as) => hub.see(as, exercise.id)));
  for (const one of seen) expect(one).toEqual(closed);
});

test('a placing is private until the reveal: its author sees and changes it, and nobody else sees it', async () => {
  const exercise = await hub.create();
  const [scenario] = exercise.scenarios;
  await hub.join(exercise.id, ['mara', 'tess']);
  const placing = {
    exercise: exercise.id,
    scenario: scenario.id,
    round: 1,
    ...named,
    why: 'She whispers on the telephone',
  };
  expect((await hub.place('mara', placing)).mine.placings).toMatchObject([{ ...named, why: placing.why }]);
  expect((await hub.place('mara', { ...placing, ...none, category: null })).mine.placings).toMatchObject([none]);
  for (const as of ['tess', 'lena', 'kim'] as const)
    expect(JSON.stringify(await hub.see(as, exercise.id))).not.toMatch(/whispers|"NONE"/);
});

test('an agency that is not invited sees no exercise, however it asks', async () => {
  const exercise = await hub.create({ agencies: ['wattle'] });
  expect(await hub.see('kim', exercise.id)).toBeNull();
  const listed = (as: TestUser) => hub.run(as, '{ exercises { nodes { id } } }');
  expect((await listed('kim')).exercises.nodes).not.toContainEqual({ id: exercise.id });
  expect((await listed('tom')).exercises.nodes).toContainEqual({ id: exercise.id });
  const tries = [`joinExercise(id: "${exercise.id}")`, 'joinExercise(id: "none")'];
  const codes = tries.map((one) => hub.ask({ as: 'kim', query: `mutation { ${one} { exercise { id } } }` }));
  const [there, nowhere] = await Promise.all(codes);
  expect(there?.body).toContain('FACT_UNKNOWN');
  expect(there).toEqual(nowhere);
});

test('only leads of the agency that leads the exercise can move it on, and nobody at another agency', async () => {
  const exercise = await hub.create();
  await expect(hub.act('revealRound', exercise.id, 'tom')).rejects.toThrow('FACT_UNKNOWN');
  await expect(hub.act('revealRound', exercise.id, 'mara')).rejects.toThrow('ROLE_REFUSED');
  expect(await hub.act('revealRound', exercise.id, 'lou')).toMatchObject({ stage: 'FIRST_DISCUSSION' });
});

test.each([
  ['revealRound', 'FIRST_DISCUSSION', 'A round can be revealed only while it is open'],
  ['openRound', 'FIRST_PLACING', 'The second round can be opened only while the first is being discussed'],
])('an action at the wrong stage is refused, naming the stage: %s', async (act, stage, sentence) => {
  const exercise = await hub.create();
  if (stage === 'FIRST_DISCUSSION') await hub.act('revealRound', exercise.id);
  await expect(hub.act(act, exercise.id)).rejects.toThrow(
    `STAGE_REFUSED: This is not possible at the current stage. ${sentence}`,
  );
});

test('nobody joins, and nothing is placed or changed, after the reveal', async () => {
  const exercise = await hub.create();
  await hub.join(exercise.id, ['mara']);
  await hub.act('revealRound', exercise.id);
  await expect(hub.join(exercise.id, ['tess'])).rejects.toThrow('You can join only until the first round is revealed');
  const placing = { exercise: exercise.id, scenario: exercise.scenarios[0].id, round: 1, ...none };
  await expect(hub.place('mara', placing)).rejects.toThrow('No round is open for placing');
  await hub.act('openRound', exercise.id);
  await expect(hub.place('mara', placing)).rejects.toThrow('Round 2 is open for placing');
  await expect(hub.place('tess', { ...placing, round: 2 })).rejects.toThrow('You do not take part');
});

test.each([
  [
    'scenarios',
    ['A man rings from 0491 570 156 at night.'],
    'scenarios[0]" contains what looks like a telephone number',
  ],
  ['scenarios', ['Fine.', 'Born 3/2/1990, two children.'], 'scenarios[1]" contains what looks like a date'],
  ['title', 'Write to ada@example.org', 'title" contains what looks like an e-mail address'],
  ['title', 'Case HB-20417', 'title" contains what looks like a record number'],
])('a text that looks like one about a real person is refused, and not repeated', async (field, value, sentence) => {
  const refused = hub.create({ [field]: value });
  await expect(refused).rejects.toThrow(sentence);
  await expect(refused).rejects.not.toThrow(/0491|1990|example|20417/);
});

test('people at the invited agencies are told that something is waiting, and ask for its content themselves', async () => {
  const exercise = await hub.create({ agencies: ['wattle'] });
  const notices = '{ notices { nodes { kind client { id } exercise { id title } request { id } } } }';
  const told = {
    kind: 'EXERCISE_OPEN',
    client: null,
    exercise: { id: exercise.id, title: 'When to name it' },
    request: null,
  };
  const noticesOf = async (as: TestUser) =>
    (await hub.run(as, notices)).notices.nodes.filter((one: Data) => one.exercise?.id === exercise.id);
  expect(await noticesOf('tom')).toEqual([told]);
  expect(await noticesOf('tess')).toEqual([told]);
  expect(await noticesOf('kim')).toEqual([]);
});

test('the result of an exercise becomes a proposal, and those who were invited are told', async () => {
  const exercise = await hub.create({ agencies: ['wattle'] });
  const query = `mutation ($exercise: ID!, $proposal: ProposalInput!) { proposeFromExercise(exercise: $exercise, proposal: $proposal) {
    proposal { id status exercise { id } } } }`;
  const proposal = {
    ...{ kind: 'LABEL', title: 'Say it so that we can say it to her', why: 'Most noted the words as a barrier.' },
    ...{ code: 'FAMILY_VIOLENCE_EXPERIENCING', label: 'May not be safe at home' },
  };
  const propose = (as: TestUser) => hub.run(as, query, { exercise: exercise.id, proposal });
  await expect(propose('tess')).rejects.toThrow('STAGE_REFUSED');
  await hub.act('revealRound', exercise.id);
  await expect(propose('kim')).rejects.toThrow('FACT_UNKNOWN');
  const raised = (await propose('tess')).proposeFromExercise.proposal;
  expect(raised).toMatchObject({ status: 'OPEN', exercise: { id: exercise.id } });
  const linked = await hub.run('mara', `{ exercise(id: "${exercise.id}") { proposals { id title } } }`);
  expect(linked.exercise.proposals).toEqual([{ id: raised.id, title: proposal.title }]);
  const elsewhere = await hub.run('kim', `{ proposal(id: "${raised.id}") { id exercise { id } } }`);
  expect(elsewhere.proposal).toEqual({ id: raised.id, exercise: null });
});
