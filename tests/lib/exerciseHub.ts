import { type AttackedHub, attackedHub } from './attackedHub.ts';
import type { Data } from './Data.ts';
import type { TestUser } from './users.ts';

/** Twelve people from four agencies: five, five, one and one. */
export const twelve = [
  ...(['mara', 'vera', 'lena', 'lou', 'paul'] as const),
  ...(['tess', 'tom', 'una', 'will', 'wren'] as const),
  ...(['kim', 'hana'] as const),
] satisfies readonly TestUser[];

const own = 'joined mine { placings { round scenario answer category certainty wouldNeed why wording } }';

export const fields = `id title stage joined answered brokenDownBy ledBy { id } agencies { id } scenarios { id text } offered { code label }
  mine { placings { round scenario answer category certainty wouldNeed why wording } barriers { round scenario kinds words } }
  rounds { round answered categoryAgreement { alpha low high undefinedBecause } certaintyAgreement { alpha low high undefinedBecause }
    scenarios { scenario { id } answers placings { answer category count } certainties { certainty count } alike
      groups { group answers placings { answer category count } } why wouldNeed wordings barriers { kind count } barrierWords } }
  shift { scenario { id } moves { from fromCategory to toCategory count } }
  wordingTrouble { scenario { id } languageNoted alike wordings }
  history { act by at agency { id } }`;

/** A hub over HTTP and four agencies. The fourth needs nothing but its people. */
export type ExerciseHub = AttackedHub &
  Readonly<{
    run(as: TestUser, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
    create(exercise?: Readonly<Record<string, unknown>>): Promise<Data>;
    join(id: string, people: readonly TestUser[]): Promise<void>;
    place(as: TestUser, placing: Readonly<Record<string, unknown>>): Promise<Data>;
    see(as: TestUser, id: string): Promise<Data>;
    act(act: string, id: string, as?: TestUser): Promise<Data>;
  }>;

const oversight: ReadonlySet<string> = new Set(['priya', 'eve', 'cora']);

export async function exerciseHub(): Promise<ExerciseHub> {
  const hub = await attackedHub();
  await hub.store.agencies.upsert({
    ...{ id: 'heron', name: 'Heron', kind: 'TEST', entity: ['ISE'], url: 'http://127.0.0.1:9', publicKey: null },
    ...{ contractVersion: '1.0', modules: [], state: 'ACTIVE', joinedAt: new Date() },
  });
  const run: ExerciseHub['run'] = async (as, query, variables = {}) => {
    const purpose = oversight.has(as) ? 'QUALITY_IMPROVEMENT' : 'SERVICE_COORDINATION';
    const { body } = await hub.ask({ as, query, variables, purpose });
    const { data, errors } = JSON.parse(body);
    if (errors)
      throw new Error(errors.map(({ message, extensions }: Data) => `${extensions.code}: ${message}`).join('\n'));
    return data;
  };
  return {
    ...hub,
    run,
    create: async (exercise = {}) => {
      const query = `mutation ($exercise: ExerciseInput!) { createExercise(exercise: $exercise) { exercise { ${fields} } } }`;
      const usual = { title: 'When to name it', scenarios: ['One.', 'Two.', 'Three.'] };
      const agencies = ['wattle', 'kestrel', 'heron'];
      return (await run('lena', query, { exercise: { ...usual, agencies, ...exercise } })).createExercise.exercise;
    },
    join: async (id, people) => {
      for (const as of people) await run(as, `mutation { joinExercise(id: "${id}") { exercise { joined } } }`);
    },
    place: async (as, placing) => {
      const query = `mutation ($placing: PlacingInput!) { place(placing: $placing) { exercise { ${own} } } }`;
      return (await run(as, query, { placing })).place.exercise;
    },
    see: async (as, id) => (await run(as, `{ exercise(id: "${id}") { ${fields} } }`)).exercise,
    act: async (act, id, as = 'lena') => {
      const more = act === 'openRound' ? ', round: 2' : '';
      return (await run(as, `mutation { ${act}(id: "${id}"${more}) { exercise { ${fields} } } }`))[act].exercise;
    },
  };
}
