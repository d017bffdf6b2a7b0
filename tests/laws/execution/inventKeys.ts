import type { Choices } from '../../lib/Choices.ts';

/** What each key of an entity needs besides its `id`, which every subgraph tells. `org` leads two objects down, where something may be null. */
const declared: Readonly<Record<string, string>> = {
  id: '',
  code: 'code: ID! @shareable',
  'kind number': 'kind: String @shareable number: ID! @shareable',
  'org { id at { y } }': 'org: V2! @shareable',
};

/** How an entity may be told apart: one key is always there, the other often. */
const pairs: readonly (readonly [always: string, often: string])[] = [
  ['id', 'code'],
  ['org { id at { y } }', 'kind number'],
  ['kind number', 'org { id at { y } }'],
];

/** By subgraph: the keys of an entity there, and the fields they need. */
export type Keys = ReadonlyMap<string, Readonly<{ directives: string; fields: string }>>;

/** Of each entity its keys: another pair for the same entity in the next supergraph (`nth`), so that a few of these have them all. */
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
 * The first subgraph knows an entity by every key, so that there is a way from each to each, which may lead through it. The others know some
 * of them, or all of which one is `shut`: declared and not resolved.
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
