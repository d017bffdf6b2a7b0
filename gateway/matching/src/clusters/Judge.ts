import type { Hold } from '../clustersOf.ts';
import { type Facts, keyOf, type Pair, pairOf, type RecordId } from '../Facts.ts';

/** Records that are one person as far as is known, sorted by id. */
export type Unit = readonly RecordId[];

/** What the facts say about two units. */
export type Judge = Readonly<{
  agencyOf: ReadonlyMap<RecordId, string>;
  isDenied(pair: Pair): boolean;
  /** Why the two cannot be one person: people denied it, or it would join two records of one agency. Undefined if they can. */
  apart(one: Unit, other: Unit): 'DENIED' | 'SAME_AGENCY' | undefined;
  /** Why automatic links may not join them; undefined if they may. */
  holdOf(one: Unit, other: Unit): Hold | undefined;
  /** How alike they are: the lowest Dice of the automatic links between them; undefined if there is none. */
  diceOf(one: Unit, other: Unit): number | undefined;
}>;

export function judgeOf({ records, links, decisions }: Facts): Judge {
  const agencyOf = new Map(records.map(({ id, agency }) => [id, agency]));
  const dices = new Map(links.map(({ pair, dice }) => [keyOf(pair), dice]));
  const denied = new Set(decisions.filter(({ verdict }) => verdict === 'DENIED').map(({ pair }) => keyOf(pair)));
  const isDenied = (pair: Pair): boolean => denied.has(keyOf(pair));

  const apart: Judge['apart'] = (one, other) => {
    if (pairsBetween(one, other).some(isDenied)) return 'DENIED';
    const agencies = new Set(one.map((id) => agencyOf.get(id)));
    return other.some((id) => agencies.has(agencyOf.get(id))) ? 'SAME_AGENCY' : undefined;
  };
  return {
    agencyOf,
    isDenied,
    apart,
    holdOf(one, other) {
      const allFit = pairsBetween(one, other).every((pair) => dices.has(keyOf(pair)));
      return apart(one, other) ?? (allFit ? undefined : 'NOT_ALL_FIT');
    },
    diceOf(one, other) {
      const found = pairsBetween(one, other).flatMap((pair) => dices.get(keyOf(pair)) ?? []);
      return found.length === 0 ? undefined : Math.min(...found);
    },
  };
}

export function pairsBetween(one: Unit, other: Unit): readonly Pair[] {
  return one.flatMap((mine) => other.map((theirs) => pairOf(mine, theirs)));
}
