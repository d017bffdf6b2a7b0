import type { Choices } from '../../lib/Choices.ts';

/** A field of an entity: the subgraph that owns it, and how it is declared. */
export type Owned = Readonly<{ entity: string; name: string; type: string; owner: string; args: string }>;

/** The fields of entities by subgraph, while they are being written. */
export type Writing = Readonly<{
  add: (subgraph: string, entity: string, line: string) => void;
  /** True if the subgraph already declares the field, as its own or not. */
  has: (subgraph: string, entity: string, field: string) => boolean;
  names: readonly string[];
}>;

const isLeaf = (type: string): boolean => !/^\[*(E\d|N|U|V\d)\b/.test(type);

/**
 * Adds fields computed from a field of another entity, which a third subgraph may own: `of` and the name of the field that
 * leads there.
 */
export function requireThroughEntities(choices: Choices, owned: readonly Owned[], writing: Writing): void {
  const { add, has, names } = writing;
  for (const { entity, name, type, owner, args } of owned) {
    const computing = choices.pick(names.filter((subgraph) => subgraph !== owner));
    const target = /^\[?(E\d)/.exec(type)?.[1];
    if (!target || args || has(computing, entity, name)) continue;
    const leaf = owned.find((one) => one.entity === target && one.args === '' && isLeaf(one.type));
    if (!leaf || choices.chance(40)) continue;
    add(computing, entity, `${name}: ${type} @external`);
    if (!has(computing, target, leaf.name)) add(computing, target, `${leaf.name}: ${leaf.type} @external`);
    add(computing, entity, `of${name}: String @requires(fields: "${name} { ${leaf.name} }")`);
  }
}

/** Adds chains: a field computed from a field that is itself computed, each by a different subgraph. */
export function requireInChains(choices: Choices, { add, names }: Writing, entities: readonly string[]): void {
  for (const entity of entities) {
    if (choices.chance(30)) continue;
    const [first = '', second = '', third = first] = choices.shuffled(names);
    add(first, entity, 'told: Tone');
    add(second, entity, 'told: Tone @external oftold: String @requires(fields: "told")');
    add(third, entity, 'oftold: String @external ofoftold: String @requires(fields: "oftold")');
  }
}

/** What `any` may lead to, and what is required of it: something different for each possible type. */
const ofAny = [
  ['N', 'common ... on E1 { id }'],
  ['[N]', 'id ... on E0 { common }'],
  ['U', '... on E0 { id common } ... on N { id }'],
  ['[U!]', '... on E1 { id } ... on E0 { common }'],
] as const;

/** Adds fields computed from what an interface or a union leads to. */
export function requireInFragments(choices: Choices, { add, names }: Writing, entities: readonly string[]): void {
  for (const entity of entities) {
    if (choices.chance(20)) continue;
    const [told = '', computed = ''] = choices.shuffled(names);
    const [type, selection] = choices.pick(ofAny);
    add(told, entity, `any: ${type}`);
    add(computed, entity, `any: ${type} @external ofany: String @requires(fields: "any { ${selection} }")`);
  }
}
