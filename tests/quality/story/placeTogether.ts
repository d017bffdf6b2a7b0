import { seeded } from '@accord/quality/statistics/seeded';
import type { Data } from '../../lib/Data.ts';
import { twelve } from '../../lib/exerciseHub.ts';
import { category } from './audits.ts';
import { plain, type Say, sayAgreement } from './sayNumbers.ts';
import type { StoryHub } from './storyHub.ts';

const scenarios = [
  'A woman says that her partner took her bank card and hit the wall beside her.',
  'A man says little, flinches when his wife telephones, and asks to be called at work only.',
  'A grandmother hands over her pension each week and is not sure why.',
  'A young man says that his brother is loud and that it is nothing.',
  'Two children are late for school; their mother has moved house three times this year.',
];
/**
 * In which category a scenario is placed by those who name it, and how often people name it, before and after they have talked.
 */
const naming = [
  { as: category, before: 0.9, after: 1 },
  { as: category, before: 0.25, after: 1 },
  { as: category, before: 0.4, after: 0.9 },
  { as: category, before: 0.1, after: 0.2 },
  { as: 'CHILD_WELLBEING', before: 0.6, after: 0.85 },
];
const wordings = ['May not be safe at home', 'Somebody at home makes things unsafe', 'Safety at home is a worry'];
const exerciseFields = `id stage joined rounds { round answered categoryAgreement { alpha low high undefinedBecause }
    scenarios { scenario { id text } placings { answer category count } barriers { kind count } } }
  shift { scenario { id text } moves { from fromCategory to toCategory count } }
  wordingTrouble { scenario { id text } languageNoted alike wordings }`;

/** Plays two rounds, a week apart, with a discussion between them. Also returns the wording that becomes a proposal. */
export async function placeTogether(hub: StoryHub, say: Say): Promise<Readonly<{ exercise: Data; wording: string }>> {
  say('\n2  Twelve people of four agencies place five invented scenarios');
  hub.day('2027-01-18');
  const next = seeded(7);
  const create = `mutation ($exercise: ExerciseInput!) { createExercise(exercise: $exercise) { exercise { id scenarios { id } } } }`;
  const { id, scenarios: made } = (
    await hub.run('lena', create, {
      exercise: { title: 'When to name it', scenarios, agencies: ['wattle', 'kestrel', 'heron'] },
    })
  ).createExercise.exercise;
  const act = async (name: string, more = ''): Promise<Data> =>
    (await hub.run('lena', `mutation { ${name}(id: "${id}"${more}) { exercise { ${exerciseFields} } } }`))[name]
      .exercise;
  const placeAll = async (round: 1 | 2): Promise<void> => {
    for (const as of twelve)
      for (const [nth, scenario] of made.entries()) {
        const { as: named, before = 0, after = 0 } = naming[nth] ?? {};
        const certainty = next() < 0.5 ? 'INDICATED' : 'DISCLOSED';
        const names = next() < (round === 1 ? before : after);
        const said = names ? { answer: 'CATEGORY', category: named, certainty } : { answer: 'NONE' };
        const words = round === 1 && nth === 1 ? { wording: wordings[Math.floor(next() ** 2 * wordings.length)] } : {};
        const placing = { exercise: id, scenario: scenario.id, round, ...said, ...words };
        await hub.run(as, 'mutation ($placing: PlacingInput!) { place(placing: $placing) { exercise { id } } }', {
          placing,
        });
      }
  };
  for (const as of twelve) await hub.run(as, `mutation { joinExercise(id: "${id}") { exercise { id } } }`);
  await placeAll(1);
  await act('revealRound');
  for (const as of twelve.slice(0, 9)) {
    const barriers = {
      exercise: id,
      scenario: made[1].id,
      kinds: next() < 0.5 ? ['LANGUAGE'] : ['LANGUAGE', 'CERTAINTY'],
    };
    await hub.run(as, 'mutation ($b: BarriersInput!) { noteBarriers(barriers: $b) { exercise { id } } }', {
      b: barriers,
    });
  }
  hub.day('2027-01-25');
  await act('openRound', ', round: 2');
  await placeAll(2);
  const exercise = await act('revealRound');
  for (const { round, answered, categoryAgreement } of exercise.rounds)
    say(
      `   Round ${round}: ${answered} people placed all five. Agreement beyond chance: ${sayAgreement(categoryAgreement)}.`,
    );
  for (const { scenario, moves } of exercise.shift)
    for (const { from, to, toCategory, count: moved } of moves)
      if (from !== to) say(`   ${moved} moved from ${plain(from)} to ${plain(toCategory ?? to)}: "${scenario.text}"`);
  const [trouble] = exercise.wordingTrouble;
  say(`   Wording was hardest for "${trouble.scenario.text}": ${trouble.languageNoted} people noted it.`);
  say(`   Wordings proposed: ${trouble.wordings.join('; ')}.`);
  await act('closeExercise');
  const [wording] = [...trouble.wordings].sort();
  return { exercise, wording: String(wording) };
}
