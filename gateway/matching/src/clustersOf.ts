import { connected } from './clusters/connected.ts';
import { type Judge, judgeOf, pairsBetween, type Unit } from './clusters/Judge.ts';
import { joinAlike } from './clusters/joinAlike.ts';
import { joinConfirmed } from './clusters/joinConfirmed.ts';
import { lastWords } from './clusters/lastWords.ts';
import { type Facts, keyOf, type Pair, type RecordId } from './Facts.ts';

export type Clusters = Readonly<{
  /** Every record in one cluster; records and clusters in the order of their ids. */
  clusters: readonly Unit[];
  /** Confirmed pairs that are not together, and the denials that keep them apart: people must settle which is right. */
  contradictions: readonly Contradiction[];
  /** Automatic links that were not followed, and why: to be asked about. */
  held: readonly HeldLink[];
}>;

export type Contradiction = Readonly<{ confirmed: Pair; denied: readonly Pair[] }>;
export type HeldLink = Readonly<{ pair: Pair; because: Hold }>;

/**
 * Why an automatic link is not followed:
 * - `DENIED`: people denied it, or it would bring a denied pair together;
 * - `SAME_AGENCY`: two records of one agency would meet;
 * - `NOT_ALL_FIT`: not every record of the one has an automatic link to every record of the other;
 * - `RIVAL`: a second link, about as good, speaks for somebody who may not be the same person;
 * - `CROWD`: so many records hang together that they are a placeholder ("Unknown Unknown") and not a person.
 */
export type Hold = 'DENIED' | 'SAME_AGENCY' | 'NOT_ALL_FIT' | 'RIVAL' | 'CROWD';

/** More records than this that hang together by links are joined by people only. */
export const CROWD = 100;

/**
 * Which records are one person. This follows from the facts alone: in whatever order they came or are given, the clusters
 * are the same.
 *
 * 1. Confirmed pairs are joined, the earliest decision first, unless that brings a denied pair together.
 * 2. Automatic links join what that gives, the most alike first, as far as nothing holds them (`Hold`).
 *
 * Cost: of the order of n³ for n records that hang together, and nothing across those that do not.
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
