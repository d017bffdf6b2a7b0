import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

const api = buildSchema(
  readFileSync(
    fileURLToPath(import.meta.resolve('@accord/contract/subgraphs')).replace(/dist.*$/, 'api.graphql'),
    'utf8',
  ),
);

/** A small generator of numbers (mulberry32): the same seed, the same query. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A query over the whole API, at random: fields, arguments, aliases, inline fragments, `__typename`, `@include` and `@skip`. */
export function randomQuery(seed: number, depth: number): string {
  const next = random(seed);
  const chance = (share: number): boolean => next() < share;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(next() * items.length)];

  const value = (type: GraphQLInputType, name: string): string => {
    if (isNonNullType(type)) return value(type.ofType, name);
    if (isListType(type)) return `[${value(type.ofType, name)}]`;
    if (isEnumType(type)) return pick(type.getValues())?.name ?? 'null';
    if (isInputObjectType(type))
      return `{ ${Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) || chance(0.4))
        .map((field) => `${field.name}: ${value(field.type, field.name)}`)
        .join(', ')} }`;
    const samples: Readonly<Record<string, readonly string[]>> = {
      ID: ['"ada"', '"ada"', '"ada"', '"bob"', '"carl"', '"nobody"', '"harbour"', '"wattle"'],
      Int: ['1', '2', '5', '50'],
      Boolean: ['true', 'false'],
      Date: ['"1990-02-03"', '"2026-03-01"'],
      AlertCode: ['"FAMILY_VIOLENCE_EXPERIENCING"', '"COURT_ORDER"', '"COMMUNICATION_SAFETY"'],
      String: name === 'after' ? ['null'] : ['"Ada"', '"Brook"'],
    };
    return pick(samples[type.name] ?? ['null']) ?? 'null';
  };
  const args = (of: readonly GraphQLArgument[]): string => {
    const given = of
      .filter((arg) => isNonNullType(arg.type) || chance(0.5))
      .map((arg) => `${arg.name}: ${value(arg.type, arg.name)}`);
    return given.length > 0 ? `(${given.join(', ')})` : '';
  };
  let aliases = 0;
  const selection = (type: GraphQLObjectType, left: number): string => {
    const fields = Object.values(type.getFields()).filter(
      (field) => left > 0 || !isObjectType(getNamedType(field.type)),
    );
    const chosen = fields.filter(() => chance(left > 2 ? 0.5 : 0.7));
    const lines = chosen.map((field) => {
      const returned = getNamedType(field.type);
      aliases += 1;
      const directive = chance(0.05) ? ` @${pick(['include', 'skip'])}(if: ${chance(0.5)})` : '';
      const below = isObjectType(returned) ? ` ${selection(returned, left - 1)}` : '';
      return `a${aliases}: ${field.name}${args(field.args)}${directive}${below}`;
    });
    const body = ['__typename', ...lines].join(' ');
    return chance(0.15) ? `{ ... on ${type.name} { ${body} } }` : `{ ${body} }`;
  };
  const root = api.getQueryType();
  if (!root) throw new Error('The API has no queries.');
  return selection(root, depth);
}
