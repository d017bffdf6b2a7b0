import { connected } from './clusters/connected.ts';
import { type Judge, judgeOf, pairsBetween, type Unit } from './clusters/Judge.ts';
import { joinAlike } from './clusters/joinAlike.ts';
import { joinConfirmed } from './clusters/joinConfirmed.ts';
import { lastWords } from './clusters/lastWords.ts';
import { type Facts, keyOf, type Pair, type RecordId } from './Facts.ts';

export type Clusters = Readonly<{
  /** Every record is in exactly one cluster; records and clusters are sorted by id. */
  clusters: readonly Unit[];
  /** Confirmed pairs that are not together, and the denials that keep them apart: people must settle which is right. */
  contradictions: readonly Contradiction[];
  /** Automatic links that were not followed, and why: people must be asked. */
  held: readonly HeldLink[];
}>;

export type Contradiction = Readonly<{ confirmed: Pair; denied: readonly Pair[] }>;
export type HeldLink = Readonly<{ pair: Pair; because: Hold }>;

/**
 * Why an automatic link is not followed:
 * - `DENIED`: people denied it, or it would bring a denied pair together;
 * - `SAME_AGENCY`: it would join two records of one agency;
 * - `NOT_ALL_FIT`: not every record on one side has an automatic link to every record on the other;
 * - `RIVAL`: another link, about as good, points to somebody who may not be the same person;
 * - `CROWD`: so many records are connected that they are a placeholder ("Unknown Unknown") and not a person.
 */
export type Hold = 'DENIED' | 'SAME_AGENCY' | 'NOT_ALL_FIT' | 'RIVAL' | 'CROWD';

/** If links connect more records than this, only people may join them. */
export const CROWD = 100;

/**
 * Returns which records are one person. This follows from the facts alone: the clusters do not depend on the order in which the
 * facts came or are given.
 *
 * 1. Confirmed pairs are joined, the earliest decision first, unless that brings a denied pair together.
 *
 * 2. Automatic links join the results, the most alike first, unless something holds them (`Hold`).
 *
 * Cost: about n³ for n connected records, and nothing across records that are not connected.
 */
export function clustersOf(facts: Facts): Clusters {
  const parts = connected({ ...facts, decisions: lastWords(facts.decisions) }).map(clustersOfPart);
  return {
    clusters: parts.flatMap(({ clusters }) => clusters).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
    contradictions: parts.flatMap(({ contradictions }) => contradictions).sort(by(({ confirmed }) => keyOf(confirmed))),
    held: parts.flatMap(({ held }) => held).sort(by(({ pair }) => keyOf(pair))),
  };
}

function clustersOfPart(facts: Facts): Clusters {
  const judge = judgeOf(facts);
  const confirmed = facts.decisions.filter(({ verdict }) => verdict === 'CONFIRMED');
  const units = joinConfirmed([...judge.agencyOf.keys()].sort(), confirmed, judge);
  const crowded = facts.records.length > CROWD;
  const clusters = crowded ? units : joinAlike(units, judge);
  const clusterOf = clusterFinder(clusters);
  const apart = ([one, other]: Pair): boolean => clusterOf(one) !== clusterOf(other);
  return {
    clusters,
    contradictions: confirmed
      .filter(({ pair }) => apart(pair))
      .map(({ pair }) => ({ confirmed: pair, denied: deniedBetween(clusterOf(pair[0]), clusterOf(pair[1]), judge) })),
    held: facts.links
      .filter(({ pair }) => apart(pair))
      .map(({ pair }) => {
        const because = judge.holdOf(clusterOf(pair[0]), clusterOf(pair[1]));
        return { pair, because: because ?? (crowded ? 'CROWD' : 'RIVAL') };
      }),
  };
}

function clusterFinder(clusters: readonly Unit[]): (id: RecordId) => Unit {
  const found = new Map(clusters.flatMap((cluster) => cluster.map((id) => [id, cluster] as const)));
  return (id) => found.get(id) ?? [id];
}

const deniedBetween = (one: Unit, other: Unit, { isDenied }: Judge): readonly Pair[] =>
  pairsBetween(one, other).filter(isDenied);

const by =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : 1;
