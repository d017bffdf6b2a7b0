import type { Choices } from '../../lib/Choices.ts';

/**
 * The fields that each key of an entity needs besides `id`, which every subgraph has. `org` is two objects deep, where
 * something may be null.
 */
const declared: Readonly<Record<string, string>> = {
  id: '',
  code: 'code: ID! @shareable',
  'kind number': 'kind: String @shareable number: ID! @shareable',
  'org { id at { y } }': 'org: V2! @shareable',
};

/** The keys of an entity: the first is always there, the second often. */
const pairs: readonly (readonly [always: string, often: string])[] = [
  ['id', 'code'],
  ['org { id at { y } }', 'kind number'],
  ['kind number', 'org { id at { y } }'],
];

/** For each subgraph, the keys of an entity there and the fields they need. */
export type Keys = ReadonlyMap<string, Readonly<{ directives: string; fields: string }>>;

/**
 * Invents each entity's keys. Its pair changes from one supergraph to the next (`nth`), so that a few of them cover all pairs.
 */
export function inventKeys(
  choices: Choices,
  nth: number,
  entities: readonly string[],
  subgraphs: readonly string[],
): ReadonlyMap<string, Keys> {
  return new Map(
    entities.map((entity, place) => {
      const pair = pairs[(nth + place) % pairs.length] ?? ['id', 'code'];
      return [entity, keysOf(choices, pair, subgraphs, nth % 2 === 0)];
    }),
  );
}

/**
 * The keys of one entity. The first subgraph knows it by every key, so each subgraph can be reached from each other, if need be
 * through the first. The others know some of the keys, or all of them with one `shut`: declared but not resolvable.
 */
function keysOf(
  choices: Choices,
  [always, often]: readonly [string, string],
  subgraphs: readonly string[],
  shuts: boolean,
): Keys {
  const all = shuts || !choices.chance(30) ? [always, often] : [always];
  return new Map(
    subgraphs.map((subgraph, place) => {
      const known = place === 0 || shuts || choices.chance(30) ? all : [choices.pick(all)];
      const shut = place > 0 && shuts ? choices.pick(known) : undefined;
      const directives = known.map((key) => `@key(fields: "${key}"${key === shut ? ', resolvable: false' : ''})`);
      return [subgraph, { directives: directives.join(' '), fields: known.map((key) => declared[key]).join(' ') }];
    }),
  );
}
