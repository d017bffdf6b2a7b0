import { compose } from '@accord/contract/compose';
import type { Choices } from '../../lib/Choices.ts';
import { inventKeys } from './inventKeys.ts';
import { type Owned, requireInChains, requireInFragments, requireThroughEntities } from './inventRequires.ts';

/** Subgraphs that compose, and the result of composing them. */
export type Invented = Readonly<{
  supergraphSdl: string;
  apiSdl: string;
  subgraphs: readonly Readonly<{ name: string; sdl: string }>[];
}>;

const entities = ['E0', 'E1', 'E2'] as const;
const inputs = [
  '(n: Int = 2)',
  '(by: In)',
  '(by: In = { must: 1, words: ["one"] }, n: Int)',
  '(list: [In!], by: In)',
] as const;
const leaves = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Colour', 'Raw', 'Tone'] as const;

/** Types that are the same in every subgraph. */
const common = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
    import: ["@key", "@shareable", "@requires", "@external", "@interfaceObject", "@provides", "@override", "@inaccessible"])
  enum Colour { RED GREEN BLUE GREY @inaccessible }
  scalar Raw
  input In { n: Int = 3 must: Int! words: [String!] colour: Colour raw: Raw inner: In list: [In] }
  type V0 @shareable { x: Int y: String! c: Colour }
  type V1 @shareable { v: V0 list: [Int!] raw: Raw grid: [[Int!]] deep: [[V0]!] }
  type V2 @shareable { id: ID! at: V0 }
`;

/** A union and an output-only enum that differ between subgraphs: only the second has a V3 and the value SHRILL. */
const differing = (place: number): string =>
  place === 1
    ? 'type V3 { only: Int } union U = E0 | V3 | E1 | V0 enum Tone { SHRILL LOW }'
    : `union U = E0 | E1 ${place === 0 ? '| V0' : ''} enum Tone { LOW HIGH }`;

/**
 * Two or three subgraphs over the same few types, drawn from the choices. Every field of an entity has an owner, some have two.
 * Fields lead to values, entities, an interface, a union, lists and lists of lists of them, and back to the root. Some are
 * computed from what another subgraph owns or computes, or from a field of another entity that callers may not know. Some are
 * provided by a subgraph other than their own, or were taken over from it. An interface may be an object to a subgraph that
 * does not know who implements it. `nth`: the supergraph's number among those invented together, which each have other keys.
 * Undefined if the choices gave subgraphs that cannot be composed.
 */
export function inventSupergraph(choices: Choices, nth: number): Invented | undefined {
  const count = 2 + choices.below(2);
  const names = Array.from({ length: count }, (_, index) => `s${index}`);
  const fields = new Map(names.map((name) => [name, new Map<string, string[]>(entities.map((one) => [one, []]))]));
  const add = (subgraph: string, type: string, line: string): void => {
    fields.get(subgraph)?.get(type)?.push(line);
  };
  const keys = inventKeys(choices, nth, entities, names);
  const owned = entities.flatMap((entity) =>
    Array.from({ length: 3 + choices.below(4) }, (_, index) => ({
      ...{ entity, name: `f${index}`, type: outputType(choices, index === 0 ? 100 : 40), owner: choices.pick(names) },
      args: choices.chance(25) ? choices.pick(inputs) : '',
    })),
  );
  for (const field of owned) {
    const { entity, name, type, owner, args } = field;
    const other = choices.chance(20) && !type.includes('[[') ? choices.pick(names) : owner;
    const isShared = other !== owner;
    const given = !isShared && choices.chance(60) ? provided(field, owned) : undefined;
    if (given) add(owner, given.entity, `${given.name}: ${given.type} @external`);
    const marks = `${isShared || isProvidable(field) ? ' @shareable' : ''}${given ? ` @provides(fields: "${given.name}")` : ''}`;
    for (const subgraph of new Set([owner, other])) add(subgraph, entity, `${name}${args}: ${type}${marks}`);
    const computing = choices.pick(names);
    if (isShared || computing === owner) continue;
    if (choices.chance(15))
      add(computing, entity, `${name}${args}: ${type}${marks && ' @shareable'} @override(from: "${owner}")`);
    else if (!args && choices.chance(30)) {
      const below = needed(type);
      if (below === undefined) continue;
      add(computing, entity, `${name}: ${type} @external`);
      add(computing, entity, `of${name}: String @requires(fields: "${name}${below}")`);
    }
  }
  for (const entity of entities) {
    if (!choices.chance(25)) continue;
    const [owner = '', computing = ''] = names;
    add(owner, entity, 'hidden: [Int] @inaccessible');
    add(computing, entity, 'hidden: [Int] @external ofhidden: String @requires(fields: "hidden")');
  }
  const has = (subgraph: string, type: string, field: string): boolean =>
    (fields.get(subgraph)?.get(type) ?? []).some((line) => new RegExp(`\\b${field}\\b[(:]`).test(line));
  requireThroughEntities(choices, owned, { add, has, names });
  requireInChains(choices, { add, has, names }, entities);
  requireInFragments(choices, { add, has, names }, entities);
  const withInterfaceObject = choices.chance(40);
  const extra = choices.pick(names);
  const subgraphs = names.map((name, place) => ({
    name,
    sdl: [
      common,
      differing(place),
      `interface N { id: ID! common: String ${name === extra ? 'extra: Int' : ''} }`,
      ...entities.map((entity) => {
        const lines = fields.get(name)?.get(entity) ?? [];
        const key = keys.get(entity)?.get(name);
        return `type ${entity} implements N ${key?.directives} { id: ID! @shareable ${key?.fields}
          common: String @shareable ${name === extra ? 'extra: Int' : ''} ${lines.join(' ')} }`;
      }),
      withInterfaceObject ? interfaceObject(name) : '',
      roots(choices, name, withInterfaceObject),
    ].join('\n'),
  }));
  const composed = compose(subgraphs);
  return composed.kind === 'COMPOSED'
    ? { supergraphSdl: composed.supergraphSdl, apiSdl: composed.apiSdl, subgraphs }
    : undefined;
}

/** True if another subgraph may provide the field with an object that leads to it. */
const isProvidable = ({ type, args }: Owned): boolean => args === '' && leaves.some((leaf) => type.startsWith(leaf));

/** A field that the owner of this one provides with the entity it leads to, though another subgraph owns it. */
const provided = ({ type, owner }: Owned, owned: readonly Owned[]): Owned | undefined =>
  /^\[?E\d/.test(type)
    ? owned.find((one) => type.includes(one.entity) && one.owner !== owner && isProvidable(one))
    : undefined;

/** What `@requires` selects below a field of this type; undefined if the field must not be required. */
function needed(type: string): string | undefined {
  // Apollo's executor returns nothing for objects in lists of lists.
  if (/N|U|E|\[\[V/.test(type)) return undefined;
  if (type.includes('V0')) return ' { x y }';
  return type.includes('V1') ? ' { v { c } list }' : '';
}

/** A random output type. At the root, where operations begin, nine in ten are objects. */
function outputType(choices: Choices, leavesIn100: number): string {
  const mark = (): string => (choices.chance(20) ? '!' : '');
  const named = choices.chance(leavesIn100)
    ? choices.pick<string>(leaves)
    : choices.pick(['E0', 'E1', 'E2', 'N', 'V0', 'V1', 'U', 'E0', 'N']);
  const shape = choices.below(10);
  if (shape < 6) return `${named}${mark()}`;
  if (shape < 9) return `[${named}${mark()}]${mark()}`;
  return `[[${named}${mark()}]${mark()}]${mark()}`;
}

/** `s0` knows who implements M; to `s1` it is an object. */
function interfaceObject(subgraph: string): string {
  if (subgraph === 's0')
    return `interface M @key(fields: "id") { id: ID! m0: String }
      type MA implements M @key(fields: "id") { id: ID! m0: String onlyA: Int }
      type MB implements M @key(fields: "id") { id: ID! m0: String onlyB: V0 }`;
  return subgraph === 's1'
    ? 'type M @key(fields: "id") @interfaceObject { id: ID! m1: Int mList: [E0!] mNeeds: String! m0: String @external ofM0: Int @requires(fields: "m0") }'
    : '';
}

function roots(choices: Choices, name: string, withInterfaceObject: boolean): string {
  const queries = Array.from(
    { length: 2 + choices.below(3) },
    (_, index) => `${name}q${index}${choices.chance(35) ? choices.pick(inputs) : ''}: ${outputType(choices, 10)}`,
  );
  if (name === 's0') queries.push('back: Query!', 'backs: [Query]');
  if (name === 's1') queries.push('s1us: [U]', 's1tones: [Tone]');
  if (withInterfaceObject && name !== 's2') queries.push(`${name}ms: [M${choices.chance(50) ? '!' : ''}]`);
  const mutations = Array.from(
    { length: 2 },
    (_, index) => `${name}m${index}${choices.pick(inputs)}: ${outputType(choices, 10)}`,
  );
  return `type Query { ${queries.join(' ')} } type Mutation { ${mutations.join(' ')} }`;
}
