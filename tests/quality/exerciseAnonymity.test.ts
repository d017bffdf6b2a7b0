import pg from 'pg';
import type { Data } from '../lib/Data.ts';
import { type ExerciseHub, exerciseHub, fields, twelve } from '../lib/exerciseHub.ts';
import type { TestUser } from '../lib/users.ts';

// Who said what must not be revealed: not by the difference between two answers, an order, a group or an error, and not by the
// database.

let hub: ExerciseHub;
let database: pg.Client;
beforeAll(async () => {
  hub = await exerciseHub();
  const url = new URL(hub.server.adminUrl);
  url.pathname = '/hub_0';
  database = new pg.Client({ connectionString: url.href });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await hub?.stop();
});

const named = { answer: 'CATEGORY', category: 'FAMILY_VIOLENCE_EXPERIENCING', certainty: 'INDICATED' };
const none = { answer: 'NONE' };

type Saying = Readonly<Record<string, unknown>>;

const placeAt = (exercise: Data, place: number, as: TestUser, said: Saying, round = 1): Promise<Data> =>
  hub.place(as, { exercise: exercise.id, scenario: exercise.scenarios[place].id, round, ...said });

const oneScenario = { scenarios: ['A neighbour hears shouting.'] };

/** What is shown, with names that are the same for every exercise. */
const anonymous = (view: Data, exercise: Data): string => {
  const ids = [exercise.id, ...exercise.scenarios.map(({ id }: Data) => id)];
  const text = ids.reduce(
    (left: string, id: string, place) => left.replaceAll(id, `id-${place}`),
    JSON.stringify(view),
  );
  return text.replace(/"at":"[^"]*"/g, '"at":""');
};

test('while people answer, others see how many are done and nothing else, whatever is said and however often it changes', async () => {
  const exercise = await hub.create({ scenarios: ['One.', 'Two.'] });
  await hub.join(exercise.id, ['mara', 'tess', 'kim']);
  const seen = async () =>
    anonymous(await Promise.all((['lena', 'mara', 'hana'] as const).map((as) => hub.see(as, exercise.id))), exercise);
  const before = await seen();
  await placeAt(exercise, 0, 'tess', { ...named, why: 'Because' });
  expect(await seen()).toBe(before);
  await placeAt(exercise, 0, 'tess', none);
  expect(await seen()).toBe(before);
  await placeAt(exercise, 1, 'tess', named);
  const done = await seen();
  expect(done).toBe(before.replaceAll('"answered":0', '"answered":1'));
  await placeAt(exercise, 1, 'tess', { ...none, why: 'On second thoughts' });
  expect(await seen()).toBe(done);
});

test('two people who swap what they say look as if each had said their own', async () => {
  const world = async (mara: Saying, tess: Saying) => {
    const exercise = await hub.create(oneScenario);
    await hub.join(exercise.id, twelve.slice(0, 6));
    for (const as of twelve.slice(0, 6))
      await placeAt(exercise, 0, as, as === 'mara' ? mara : as === 'tess' ? tess : { ...named, certainty: 'ASSESSED' });
    await hub.act('revealRound', exercise.id);
    return anonymous(
      await Promise.all((['lena', 'kim', 'hana'] as const).map((as) => hub.see(as, exercise.id))),
      exercise,
    ).replace(
      // What the viewer said themself.
      /"mine":\{.*?"barriers":\[\]\}/g,
      '',
    );
  };
  const one = { ...none, why: 'It is not ours to say' };
  const other = { ...named, wording: 'Afraid at home' };
  expect(await world(one, other)).toBe(await world(other, one));
});

test('what was said is in an order that reveals nothing, neither author nor time, and is always the same', async () => {
  const exercise = await hub.create(oneScenario);
  await hub.join(exercise.id, twelve);
  const whys = twelve.map((_, place) => `Reason ${String.fromCharCode(97 + place)}`);
  for (const [place, as] of twelve.entries()) await placeAt(exercise, 0, as, { ...named, why: whys[place] });
  const shown = (await hub.act('revealRound', exercise.id)).rounds[0].scenarios[0].why;
  expect([...shown].sort()).toEqual(whys);
  // Chance alone gives each of these orders once in 479,001,600 (12!).
  expect(shown).not.toEqual(whys);
  expect(shown).not.toEqual([...whys].reverse());
  for (const as of ['kim', 'lena', 'kim'] as const)
    expect((await hub.see(as, exercise.id)).rounds[0].scenarios[0].why).toEqual(shown);
  expect((await hub.act('closeExercise', exercise.id)).rounds[0].scenarios[0].why).toEqual(shown);
});

test('words are not shown with the placing they came with, whatever is asked for', async () => {
  const { body } = await hub.ask({
    as: 'lena',
    query: '{ exercises { nodes { rounds { scenarios { placings { why wording who } why { by at } } } } } }',
  });
  expect(JSON.parse(body).data).toBeUndefined();
});

test('of fewer than five people, only their number is shown', async () => {
  const exercise = await hub.create(oneScenario);
  await hub.join(exercise.id, twelve.slice(0, 4));
  for (const as of twelve.slice(0, 4))
    await placeAt(exercise, 0, as, { ...named, why: 'Quokka', wording: 'Numbat', wouldNeed: 'Bilby' });
  const { joined, rounds } = await hub.act('revealRound', exercise.id);
  expect({ joined, answered: rounds[0].answered }).toEqual({ joined: 4, answered: 4 });
  const { categoryAgreement, scenarios } = rounds[0];
  expect(categoryAgreement).toEqual({ alpha: null, low: null, high: null, undefinedBecause: 'NOTHING_TO_COMPARE' });
  expect(scenarios[0]).toMatchObject({ answers: null, alike: null, placings: [], certainties: [], groups: [] });
  expect(JSON.stringify(await hub.act('closeExercise', exercise.id))).not.toMatch(/Quokka|Numbat|Bilby/);
});

test('a group that is too small cannot be derived from the others, and no shift is shown beside groups', async () => {
  const exercise = await hub.create({ ...oneScenario, breakDownBy: 'AGENCY' });
  await hub.join(exercise.id, twelve);
  for (const as of twelve) await placeAt(exercise, 0, as, as === 'kim' ? none : named);
  const [scenario] = (await hub.act('revealRound', exercise.id)).rounds[0].scenarios;
  // Five, five, one and one: if both groups of five were shown, they would leave just two people.
  expect(scenario.groups).toEqual([
    { group: 'harbour', answers: 5, placings: [{ answer: 'CATEGORY', category: named.category, count: 5 }] },
  ]);
  await hub.act('openRound', exercise.id);
  for (const as of twelve) await placeAt(exercise, 0, as, named, 2);
  expect((await hub.act('revealRound', exercise.id)).shift).toEqual([]);
});

test('somebody who misses the second round is not revealed by what the others say', async () => {
  const exercise = await hub.create(oneScenario);
  await hub.join(exercise.id, twelve);
  for (const as of twelve) await placeAt(exercise, 0, as, as === 'kim' ? none : named);
  await hub.act('revealRound', exercise.id);
  await hub.act('openRound', exercise.id);
  for (const as of twelve) if (as !== 'kim') await placeAt(exercise, 0, as, named, 2);
  expect((await hub.act('revealRound', exercise.id)).shift[0].moves).toEqual([]);
});

test('the leader of the exercise sees what everybody sees, under whatever alias', async () => {
  const exercise = await hub.create(oneScenario);
  await hub.join(exercise.id, twelve.slice(5, 11));
  for (const as of twelve.slice(5, 11)) await placeAt(exercise, 0, as, { ...named, why: 'Why' });
  await hub.act('revealRound', exercise.id);
  const query = `{ one: exercise(id: "${exercise.id}") { ${fields} } other: exercise(id: "${exercise.id}") { ${fields} } }`;
  const [lena, hana] = await Promise.all((['lena', 'hana'] as const).map((as) => hub.run(as, query)));
  expect(lena).toEqual(hana);
  expect(lena.one).toEqual(lena.other);
});

const tables = ['exercise', 'exercise_participant', 'exercise_answer', 'exercise_step'];
const dump = async (): Promise<string> => {
  const rows: unknown[] = [];
  for (const table of tables) rows.push((await database.query(`SELECT t::text FROM ${table} t`)).rows);
  return JSON.stringify(rows);
};

test('the database does not reveal who takes part or what they say; after the end it holds nothing that was not shown', async () => {
  await hub.server.sql(
    'SET session_replication_role = replica; TRUNCATE exercise, exercise_participant, exercise_answer, exercise_step',
  );
  const exercise = await hub.create(oneScenario);
  const six = ['tess', 'tom', 'una', 'will', 'wren', 'kim'] as const;
  await hub.join(exercise.id, six);
  for (const as of six) await placeAt(exercise, 0, as, { ...named, why: 'Whispered' });
  // Notices are not compared: they go to everybody invited, whether they take part or not.
  const going = await dump();
  expect(going.match(/tess|wren|Whispered|INDICATED/g)).toBeNull();
  const count = async (table: string) => Number((await database.query(`SELECT count(*) FROM ${table}`)).rows[0].count);
  expect([await count('exercise_participant'), await count('exercise_answer')]).toEqual([6, 6]);
  const aliases = async (id: string) =>
    (await database.query('SELECT alias FROM exercise_participant WHERE exercise_id = $1', [id])).rows.map(
      ({ alias }) => alias,
    );
  const other = await hub.create(oneScenario);
  await hub.join(other.id, six);
  const known = new Set(await aliases(exercise.id));
  expect((await aliases(other.id)).filter((alias) => known.has(alias))).toEqual([]);
  // Neither a time nor any order, except PostgreSQL's own.
  const columns = await database.query(
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_name IN ('exercise_answer', 'exercise_participant') AND data_type ~ 'time|date|serial'",
  );
  expect(columns.rows).toEqual([]);

  await hub.act('revealRound', exercise.id);
  await hub.act('openRound', exercise.id);
  for (const as of six) await placeAt(exercise, 0, as, { ...named, why: 'Never revealed' }, 2);
  await hub.act('closeExercise', exercise.id);
  const left = await database.query('SELECT secret FROM exercise WHERE id = $1', [exercise.id]);
  expect(left.rows).toEqual([{ secret: null }]);
  for (const table of ['exercise_participant', 'exercise_answer'])
    expect((await database.query(`SELECT 1 FROM ${table} WHERE exercise_id = $1`, [exercise.id])).rows).toEqual([]);
  const kept = await dump();
  expect(kept.match(/Whispered/)).not.toBeNull();
  expect(kept.match(/tess|wren|Never revealed/g)).toBeNull();
  expect(await hub.see('tess', exercise.id)).toMatchObject({ stage: 'CLOSED', mine: null });
});

test('sealed data can be opened only in their own place: under another’s name, not at all', async () => {
  const exercise = await hub.create(oneScenario);
  await hub.join(exercise.id, ['mara', 'tess']);
  await placeAt(exercise, 0, 'mara', named);
  await database.query(
    `UPDATE exercise_answer SET alias = (SELECT alias FROM exercise_participant p WHERE p.exercise_id = $1 AND p.alias <> exercise_answer.alias)
     WHERE exercise_id = $1`,
    [exercise.id],
  );
  await expect(hub.see('tess', exercise.id)).rejects.toThrow('HUB_FAULT');
});

test('the record of what was done with an exercise cannot be changed afterwards', async () => {
  await expect(database.query("UPDATE exercise_step SET by = 'x'")).rejects.toThrow('append-only');
  await expect(database.query('DELETE FROM exercise_step')).rejects.toThrow('append-only');
});
