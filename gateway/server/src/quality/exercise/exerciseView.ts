import { answeredBy, type Counted, type ScenarioResult } from '@accord/quality/exercise/exerciseResults';
import { type Placing, placedNowhere, unsureWhere } from '@accord/quality/exercise/Placing';
import { notAnswered } from '@accord/quality/exercise/shiftTable';
import { placingRound, type Round } from '@accord/quality/exercise/stages';
import { whereWordingHindered } from '@accord/quality/exercise/whereWordingHindered';
import type { RequestContext } from '../../RequestContext.ts';
import type { ExerciseRow } from '../../store/exercises.ts';
import type { Store } from '../../store/Store.ts';
import type { SealsOf } from './exerciseSeals.ts';
import { type ReadExercise, resultsOf } from './resultsOf.ts';

/** What is needed to hold exercises. */
export type ExerciseParts = Readonly<{
  store: Pick<Store, 'exercises'>;
  /** Seals of one exercise, under the hub's own secret. */
  exerciseSeals: SealsOf;
}>;

export type ExerciseView = ReturnType<typeof exerciseView>;

/**
 * An exercise as the people of the agencies invited see it: the same for everybody, except `mine`.
 *
 * What was said is read once, when the first field needs it, so all fields show the same moment.
 */
export function exerciseView(row: ExerciseRow, parts: ExerciseParts, context: RequestContext) {
  const { partners } = context;
  let read: Promise<ReadExercise> | undefined;
  const opened = (): Promise<ReadExercise> => {
    read ??= readExercise(row.id, parts);
    return read;
  };
  let made: Promise<ReturnType<ReadExercise['results']>> | undefined;
  const results = () => {
    made ??= opened().then((exercise) => exercise.results());
    return made;
  };
  const scenario = scenariosOf(row);
  return {
    ...{ id: row.id, title: row.title, ledBy: partners.get(row.agencyId) ?? null, brokenDownBy: row.breakDownBy },
    stage: async () => (await opened()).row.stage,
    agencies: row.agencies
      .flatMap((id) => partners.get(id) ?? [])
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    scenarios: row.scenarios,
    // In today's words; codes that have gone out of use keep their last wording.
    offered: row.offered.flatMap((code) => context.words.alerts.get(code) ?? []),
    joined: async () => (await opened()).joined,
    answered: async () => answeredOf(await opened()),
    mine: async () => ownOf(await opened(), context),
    rounds: async () =>
      (await results()).rounds.map((round) => ({
        ...{ round: round.round, answered: round.answered },
        categoryAgreement: agreementView(round.category),
        certaintyAgreement: agreementView(round.certainty),
        scenarios: round.scenarios.map((result) => ({
          scenario: scenario(result.scenario),
          ...scenarioView(result),
        })),
      })),
    shift: async () =>
      (await results()).shift.map(({ scenario: id, cells }) => ({
        scenario: scenario(id),
        moves: cells.map(({ from, to, count }) => ({
          ...{
            from: answerOf(from),
            fromCategory: categoryOf(from),
            to: answerOf(to),
            toCategory: categoryOf(to),
            count,
          },
        })),
      })),
    wordingTrouble: async () =>
      whereWordingHindered(await results()).map(({ scenario: id, ...trouble }) => ({
        ...trouble,
        scenario: scenario(id),
      })),
    history: async () =>
      (await parts.store.exercises.history(row.id)).map(({ act, at, by, agencyId }) => ({
        ...{ act, at: at.toISOString(), by, agency: partners.get(agencyId) ?? null },
      })),
  };
}

/** Returns what is on file of an exercise now. Throws if it is gone, which never happens to an exercise. */
async function readExercise(id: string, { store, exerciseSeals }: ExerciseParts): Promise<ReadExercise> {
  const found = await store.exercises.open(id);
  if (!found) throw new Error('An exercise was removed from the database by something other than the hub.');
  return resultsOf(found, exerciseSeals);
}

function scenariosOf({ scenarios }: ExerciseRow) {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  return (id: string) => {
    const found = byId.get(id);
    if (!found) throw new Error('A result in the database belongs to no scenario of its exercise.');
    return found;
  };
}

function answeredOf({ row, going }: ReadExercise): number | null {
  const round = placingRound(row.stage);
  const ids = row.scenarios.map(({ id }) => id);
  return round && going ? answeredBy([...going.said.values()], round, ids) : null;
}

function ownOf({ row, going }: ReadExercise, { requester }: RequestContext) {
  const alias = going?.seals.aliasOf({ user: requester.user, agencyId: requester.agency.id });
  const own = alias === undefined ? undefined : going?.said.get(alias);
  if (!own) return null;
  const ids = row.scenarios.map(({ id }) => id);
  return {
    placings: inOrder(own.placings, ids, ({ category, ...placing }: Placing) => ({
      ...placing,
      ...{ answer: answerOf(category), category: categoryOf(category) },
    })),
    barriers: inOrder(own.barriers, ids, (barriers) => barriers),
  };
}

/** By round, then in the order of the scenarios. */
function inOrder<One, View>(
  of: ReadonlyMap<Round, ReadonlyMap<string, One>>,
  scenarios: readonly string[],
  view: (one: One) => View,
) {
  const rounds: readonly Round[] = [1, 2];
  return rounds.flatMap((round) =>
    scenarios.flatMap((scenario) => {
      const one = of.get(round)?.get(scenario);
      return one === undefined ? [] : [{ round, scenario, ...view(one) }];
    }),
  );
}

type Result = ReturnType<ReadExercise['results']>['rounds'][number];

const agreementView = ({ estimate, interval, why }: Result['category']) => ({
  ...{ alpha: estimate, low: interval?.low ?? null, high: interval?.high ?? null, undefinedBecause: why },
});

const scenarioView = ({ shown, barriers }: ScenarioResult) => ({
  answers: shown?.answers ?? null,
  placings: placingsView(shown?.categories ?? []),
  certainties: (shown?.certainties ?? []).map(({ code, count }) => ({ certainty: code, count })),
  alike: shown?.alike ?? null,
  groups: (shown?.groups ?? []).map(({ group, answers, categories }) => ({
    ...{ group, answers, placings: placingsView(categories) },
  })),
  ...{ why: shown?.why ?? [], wouldNeed: shown?.wouldNeed ?? [], wordings: shown?.wordings ?? [] },
  barriers: barriers?.kinds.map(({ code, count }) => ({ kind: code, count })) ?? null,
  barrierWords: barriers?.words ?? [],
});

const placingsView = (counts: readonly Counted[]) =>
  counts.map(({ code, count }) => ({ answer: answerOf(code), category: categoryOf(code), count }));

const noCategory: ReadonlySet<string> = new Set([placedNowhere, unsureWhere, notAnswered]);
const categoryOf = (code: string): string | null => (noCategory.has(code) ? null : code);
const answerOf = (code: string): string | null => {
  if (code === notAnswered) return null;
  return noCategory.has(code) ? code : 'CATEGORY';
};
