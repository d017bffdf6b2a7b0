import { defaultSchema } from '@accord/linkage/defaultSchema';
import { encodeClient } from '@accord/linkage/encodeClient';
import { knownOf } from '@accord/linkage/knownOf';
import type { LinkagePerson } from '@accord/linkage/LinkagePerson';
import { sexOf } from '@accord/linkage/slk581';
import { type Band, bandOf } from '@accord/matching/bandOf';
import { defaultCalibration } from '@accord/matching/defaultCalibration';
import type { Encoding } from '@accord/matching/Encoding';
import { FilterStore } from '@accord/matching/FilterStore';
import { scoreOf } from '@accord/matching/scoreOf';
import { type Thresholds, thresholdsFor } from '@accord/matching/thresholdsFor';

/** Two records that are not clearly different: their positions, the band, and how similar they are (0 to 1). */
export type Pair = Readonly<{ a: number; b: number; band: Exclude<Band, 'DIFFERENT'>; likeness: number }>;

export type Comparison = Readonly<{
  pairs: readonly Pair[];
  /** How many pairs of records were compared: all that exist. */
  compared: number;
  thresholds: Thresholds;
}>;

/** How many queries are searched at a time: the store holds everything that it finds for them. */
const AT_A_TIME = 256;

/**
 * Encodes the people of two agencies with the default schema and compares each person of one with each of the other, as the hub
 * would: by filters, linkage keys and which parts are in them. If `others` is null, compares the people of one agency with each
 * other, each pair once (`a` below `b`).
 */
export function comparePeople(
  people: readonly LinkagePerson[],
  others: readonly LinkagePerson[] | null,
  secret: Uint8Array,
): Comparison {
  const mine = people.map((person) => encoded(person, secret));
  const theirs = others?.map((person) => encoded(person, secret)) ?? mine;
  const store = new FilterStore();
  for (const [place, record] of theirs.entries()) for (const filter of filtersOf(record)) store.add(filter, place);
  const thresholds = thresholdsFor(defaultCalibration, Math.max(1, store.size));
  const bySlk = placesBySlk(theirs);
  const pairs: Pair[] = [];
  for (let from = 0; from < mine.length && store.size > 0; from += AT_A_TIME) {
    const some = mine.slice(from, from + AT_A_TIME);
    const alike = alikeTo(some, store, Math.min(thresholds.review, 1));
    for (const [offset, one] of some.entries()) {
      const a = from + offset;
      const places = new Set([...(alike[offset] ?? []), ...(one.slk === null ? [] : (bySlk.get(one.slk) ?? []))]);
      for (const b of places) {
        const other = theirs[b];
        if (other === undefined || (others === null && b <= a)) continue;
        const score = scoreOf(one, other);
        const band = bandOf(score, thresholds);
        if (band !== 'DIFFERENT') pairs.push({ a, b, band, likeness: Math.max(score.dice, score.aliasDice ?? 0) });
      }
    }
  }
  const compared = others === null ? (mine.length * (mine.length - 1)) / 2 : mine.length * theirs.length;
  return { pairs, compared, thresholds };
}

function encoded(person: LinkagePerson, secret: Uint8Array): Encoding {
  const known = knownOf(person);
  const { slk, clk, aliases, parts } = encodeClient(known, secret, defaultSchema);
  return {
    slk,
    clk,
    aliases,
    parts,
    dobAccuracy: known.dobAccuracy,
    sexCode: sexOf(person.sex, defaultSchema.sexTable),
  };
}

const filtersOf = ({ clk, aliases }: Encoding): readonly Uint8Array[] => [clk, ...aliases];

function placesBySlk(records: readonly Encoding[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { slk }] of records.entries()) {
    if (slk === null) continue;
    const known = places.get(slk);
    if (known === undefined) places.set(slk, [place]);
    else known.push(place);
  }
  return places;
}

/** For each record, the positions of those that have a filter similar to one of its own. */
function alikeTo(records: readonly Encoding[], store: FilterStore, threshold: number): readonly (readonly number[])[] {
  const filters = records.map(filtersOf);
  const queries = Uint8Array.from(filters.flat().flatMap((filter) => [...filter]));
  const found = store.bestOfEach(queries, threshold, store.size).map((matches) => matches.map(({ extra }) => extra));
  let next = 0;
  return filters.map((own) => {
    next += own.length;
    return found.slice(next - own.length, next).flat();
  });
}
