import { type Agreement, krippendorffAlpha } from '../statistics/krippendorffAlpha.ts';
import { groupsShown } from './groupsShown.ts';
import {
  type BarrierKind,
  barrierKinds,
  fewest,
  type Placing,
  type PlacingCertainty,
  placedNowhere,
  placingCertainties,
  type Said,
  unsureWhere,
} from './Placing.ts';
import { notAnswered, type ShiftCell, shiftTable } from './shiftTable.ts';
import type { Round, Shown } from './stages.ts';

export type Counted<Code extends string = string> = Readonly<{ code: Code; count: number }>;

/** What is shown of one scenario in one round. None of its lists is ordered by who said something, or when. */
export type ScenarioResult = Readonly<{
  scenario: string;
  /** Null if fewer than five people answered: then nothing about it is shown. */
  shown: Readonly<{
    answers: number;
    categories: readonly Counted[];
    certainties: readonly Counted<PlacingCertainty>[];
    /** The share of pairs of people who placed it the same, 0 to 1. */
    alike: number;
    groups: readonly Readonly<{ group: string; answers: number; categories: readonly Counted[] }>[];
    why: readonly string[];
    wouldNeed: readonly string[];
    wordings: readonly string[];
  }> | null;
  /** Null while the round is being discussed, or if fewer than five people noted any. */
  barriers: Readonly<{ kinds: readonly Counted<BarrierKind>[]; words: readonly string[] }> | null;
}>;

export type RoundResult = Readonly<{
  round: Round;
  /** How many people placed every scenario. */
  answered: number;
  category: Agreement;
  certainty: Agreement;
  scenarios: readonly ScenarioResult[];
}>;

export type ExerciseResults = Readonly<{
  joined: number;
  rounds: readonly RoundResult[];
  /** By scenario; empty if the second round is not shown, or if the exercise is broken down. */
  shift: readonly Readonly<{ scenario: string; cells: readonly ShiftCell[] }>[];
}>;

export type ResultParts = Readonly<{
  said: readonly Said[];
  /** Ids, in the order of the exercise. */
  scenarios: readonly string[];
  /** The codes that were offered, in the order of the vocabulary. */
  offered: readonly string[];
  show: Shown;
  /** Seeds the resampling for intervals, so that the same exercise gives the same ones. */
  seed: number;
  /** Texts are sorted by this key. The same text gives the same key, and the key reveals neither who wrote it nor when. */
  orderKey: (text: string) => string;
}>;

/**
 * Returns everything that anyone, including the facilitator, may see of an exercise.
 *
 * All of it is a function of counts, except the texts and the shift between the rounds, which has its own suppression. What one
 * person said is never put together: neither a text with the placing it came with, nor one scenario with another. Colleagues
 * recognise each other's way of writing, and five people who placed a scenario the same do not hide whose words they are.
 */
export function exerciseResults(parts: ResultParts): ExerciseResults {
  const { said, scenarios, show } = parts;
  return {
    joined: said.length,
    rounds: show.placings.map((round) => roundResult(round, parts)),
    // Together with what each group placed in both rounds, one large move would reveal how few of a group moved.
    shift:
      show.placings.includes(2) && said.every(({ group }) => group === null)
        ? scenarios.map((scenario) => ({ scenario, cells: shiftTable(movesOf(scenario, said)) }))
        : [],
  };
}

/** Returns how many people placed every scenario of a round: the only thing disclosed before the round is revealed. */
export const answeredBy = (said: readonly Said[], round: Round, scenarios: readonly string[]): number =>
  said.filter(({ placings }) => scenarios.every((scenario) => placings.get(round)?.has(scenario))).length;

function roundResult(round: Round, parts: ResultParts): RoundResult {
  const { said, scenarios, show, seed } = parts;
  const noted = said.filter(({ barriers }) => (barriers.get(round)?.size ?? 0) > 0).length;
  const barriersShown = show.barriers.includes(round) && noted >= fewest;
  const results = scenarios.map((scenario) => scenarioResult(scenario, round, parts, barriersShown));
  // Made from the counts, so that the agreement reveals nothing they do not.
  const units = <Value>(of: 'categories' | 'certainties', rankOf: (code: string) => Value): Value[][] =>
    results.flatMap(({ shown }) =>
      shown ? [shown[of].flatMap(({ code, count }) => new Array<Value>(count).fill(rankOf(code)))] : [],
    );
  const rank = new Map<string, number>(placingCertainties.map((code, place) => [code, place + 1]));
  const categories = units('categories', (code) => code);
  const certainties = units('certainties', (code) => rank.get(code) ?? 0);
  return {
    round,
    answered: answeredBy(said, round, scenarios),
    category: krippendorffAlpha(categories, 'nominal', bootstrapOf(categories, seed)),
    certainty: krippendorffAlpha(certainties, 'ordinal', bootstrapOf(certainties, seed)),
    scenarios: results,
  };
}

/** The resampling draws scenarios. With one or two there is nothing to draw, and an interval would be too narrow. */
const bootstrapOf = (units: readonly (readonly unknown[])[], seed: number) =>
  units.filter(({ length }) => length > 1).length < 3 ? undefined : { seed, samples: 2_000 };

function scenarioResult(
  scenario: string,
  round: Round,
  { said, offered, orderKey }: ResultParts,
  barriersShown: boolean,
): ScenarioResult {
  const placed = said.flatMap(({ group, placings }) => {
    const placing = placings.get(round)?.get(scenario);
    return placing ? [{ group, placing }] : [];
  });
  const barriers = said.flatMap((one) => one.barriers.get(round)?.get(scenario) ?? []);
  const placings = placed.map(({ placing }) => placing);
  const codes = [...offered, placedNowhere, unsureWhere];
  const texts = (of: 'why' | 'wouldNeed' | 'wording'): readonly string[] =>
    inNoOrder(
      placings.map((placing) => placing[of]),
      orderKey,
    );
  return {
    scenario,
    shown:
      placed.length < fewest
        ? null
        : {
            answers: placed.length,
            categories: categoriesOf(placings, codes),
            certainties: counted(
              placings.map(({ certainty }) => certainty),
              placingCertainties,
            ),
            alike: alikeOf(placings),
            groups: groupResults(placed, codes),
            ...{ why: texts('why'), wouldNeed: texts('wouldNeed'), wordings: texts('wording') },
          },
    barriers: barriersShown
      ? {
          kinds: counted(
            barriers.flatMap(({ kinds }) => kinds),
            barrierKinds,
          ),
          words: inNoOrder(
            barriers.map(({ words }) => words),
            orderKey,
          ),
        }
      : null,
  };
}

type Placed = Readonly<{ group: string | null; placing: Placing }>;

function groupResults(placed: readonly Placed[], codes: readonly string[]) {
  const sizes = new Map<string, number>();
  for (const { group } of placed) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return groupsShown(sizes).map((group) => {
    const placings = placed.filter((one) => one.group === group).map(({ placing }) => placing);
    return { group, answers: placings.length, categories: categoriesOf(placings, codes) };
  });
}

const categoriesOf = (placings: readonly Placing[], codes: readonly string[]): readonly Counted[] =>
  counted(
    placings.map(({ category }) => category),
    codes,
  );

/** Returns the codes that were said, in the order of `codes`. */
const counted = <Code extends string>(
  values: readonly (Code | null)[],
  codes: readonly Code[],
): readonly Counted<Code>[] =>
  codes
    .map((code) => ({ code, count: values.filter((value) => value === code).length }))
    .filter(({ count }) => count > 0);

function alikeOf(placings: readonly Placing[]): number {
  const pairs = placings.length * (placings.length - 1);
  const alike = placings.reduce(
    (sum, { category }) => sum + placings.filter((other) => other.category === category).length - 1,
    0,
  );
  return alike / pairs;
}

const inNoOrder = (texts: readonly (string | null)[], orderKey: (text: string) => string): readonly string[] =>
  texts
    .flatMap((text) => (text === null ? [] : [{ text, key: orderKey(text) }]))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ text }) => text);

/**
 * Includes everybody who joined, whether or not they answered: otherwise the difference would reveal who took part in one round
 * only.
 */
const movesOf = (scenario: string, said: readonly Said[]): readonly Readonly<{ from: string; to: string }>[] => {
  const placed = (one: Said, round: Round): string => one.placings.get(round)?.get(scenario)?.category ?? notAnswered;
  return said.map((one) => ({ from: placed(one, 1), to: placed(one, 2) }));
};
