import type { AgencyKey } from './InventedPerson.ts';
import { createRandom, type Random } from './random.ts';
import type { Truth } from './Truth.ts';

export const agencies: readonly AgencyKey[] = ['harbour', 'wattle', 'kestrel'];

const SHARED = 1 / 3;
const ALL_THREE = 0.22;

/** Returns which agencies know each person, by truth id: a third of the people are known to two or three. */
export function knownWhere(people: readonly Truth[], seed: number): ReadonlyMap<string, readonly AgencyKey[]> {
  const random = createRandom(seed, 'known where');
  const order = random.shuffled(people);
  const shared = Math.round(people.length * SHARED);
  return new Map(
    order.map((person, index) => {
      if (index >= shared) return [person.id, choose(person, 1, random)];
      return [person.id, choose(person, random.chance(ALL_THREE) ? 3 : 2, random)];
    }),
  );
}

function choose(person: Truth, wanted: number, random: Random): readonly AgencyKey[] {
  const chosen = new Set<AgencyKey>();
  while (chosen.size < wanted) {
    chosen.add(random.weighted(pullOf(person).filter(([agency]) => !chosen.has(agency))));
  }
  // Always in the same order of agencies, so that it does not reveal who met the person first.
  return agencies.filter((agency) => chosen.has(agency));
}

function pullOf({ violence }: Truth): readonly (readonly [AgencyKey, number])[] {
  const part = violence?.part;
  switch (part) {
    case 'EXPERIENCING':
      return [
        ['harbour', 3],
        ['wattle', 5],
        ['kestrel', 3],
      ];
    case 'USING':
      return [
        ['harbour', 4],
        ['wattle', 1],
        ['kestrel', 5],
      ];
    case undefined:
      return [
        ['harbour', 5],
        ['wattle', 0.5],
        ['kestrel', 5],
      ];
    default:
      return part satisfies never;
  }
}
