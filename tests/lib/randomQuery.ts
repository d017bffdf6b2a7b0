import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  astFromValue,
  buildSchema,
  GraphQLBoolean,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLNonNull,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNamedType,
  isNonNullType,
  isObjectType,
  print,
} from 'graphql';
import type { Choices } from './Choices.ts';
import { type Place, sampleValues } from './sampleValues.ts';

/** An operation as it is sent. */
export type Operation = Readonly<{ query: string; variables: Readonly<Record<string, unknown>> }>;

/** Cursors from an earlier answer, and fields that are never to be selected. */
export type Hints = Readonly<{ cursors?: readonly string[]; without?: readonly string[] }>;

/** A document whose variables can be drawn repeatedly: it is planned once and asked often. */
export type Template = Readonly<{
  query: string;
  draw(choices: Choices, cursors: readonly string[]): Operation['variables'];
}>;

type Variable = Readonly<{ type: GraphQLInputType; place: Place }>;

const api = buildSchema(
  readFileSync(
    fileURLToPath(import.meta.resolve('@accord/contract/subgraphs')).replace(/dist.*$/, 'api.graphql'),
    'utf8',
  ),
);

const deepest = 6;
const mostFields = 5;

/**
 * A query over the whole API, drawn from the choices: any field with any arguments, several times under several aliases
 * (including the names of other fields), inline and named fragments, variables, `@include`, `@skip`, `__typename`. The document
 * is always valid, but the hub does not accept every argument.
 */
export function randomQuery(choices: Choices, hints: Hints = {}): Template {
  return new QueryWriter(choices, hints).template();
}

type Used = Map<string, string>;

class QueryWriter {
  readonly #choices: Choices;
  readonly #without: ReadonlySet<string>;
  readonly #samples: ReturnType<typeof sampleValues>;
  readonly #variables = new Map<string, Variable>();
  readonly #fragments = new Map<string, string>();
  #aliases = 0;

  constructor(choices: Choices, { cursors = [], without = [] }: Hints) {
    this.#choices = choices;
    this.#without = new Set(without);
    this.#samples = sampleValues(cursors);
  }

  template(): Template {
    const root = api.getQueryType();
    if (!root) throw new Error('The API has no queries.');
    const body = this.#selection(root, deepest, new Map());
    const declared = [...this.#variables].map(([name, { type }]) => `$${name}: ${type}`).join(', ');
    const variables = [...this.#variables];
    return {
      query: [`query Q${declared && `(${declared})`} ${body}`, ...this.#fragments.values()].join('\n'),
      draw: (choices, cursors) =>
        Object.fromEntries(
          variables.map(([name, { type, place }]) => [name, drawValue(choices, sampleValues(cursors), type, place)]),
        ),
    };
  }

  /** `used`: the response keys taken in this selection and what each stands for, so that no two different fields share one. */
  #selection(type: GraphQLObjectType, left: number, used: Used): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => !this.#without.has(field.name) && (left > 0 || !isObjectType(getNamedType(field.type))),
    );
    const wanted = 1 + this.#choices.below(left > deepest - 2 ? 3 : mostFields);
    const parts = Array.from({ length: wanted }, () => {
      const field = fields.length > 0 ? this.#choices.pick(fields) : undefined;
      if (!field || this.#choices.chance(8)) return '__typename';
      if (this.#choices.chance(4)) return this.#namedFragment(type, left);
      const line = this.#field(type, field, left, used);
      return this.#choices.chance(8) ? `... on ${type.name} { ${line} }` : line;
    });
    return `{ ${parts.join(' ')} }`;
  }

  #field(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, left: number, used: Used): string {
    const returned = getNamedType(field.type);
    const args = this.#args(field);
    const key = this.#key(parent, field, used);
    const below = isObjectType(returned) ? ` ${this.#selection(returned, left - 1, new Map())}` : '';
    const line = `${key === field.name ? '' : `${key}: `}${field.name}${args}`;
    return `${line}${this.#directive()}${below}`;
  }

  /** The field's own name, the name of another field (except those that the hub refuses), or an alias of its own. */
  #key(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, used: Used): string {
    const own = field.name;
    const names = Object.keys(parent.getFields()).filter((name) => !['id', 'records'].includes(name));
    const other = this.#choices.chance(10) && names.length > 0 ? this.#choices.pick(names) : own;
    const key = used.has(other) ? `a${++this.#aliases}` : other;
    used.set(key, own);
    return key;
  }

  #args({ name: of, args }: GraphQLField<unknown, unknown>): string {
    const given = args
      .filter((arg) => isNonNullType(arg.type) || this.#choices.chance(40))
      .map((arg) => {
        const place = { of, name: arg.name };
        // Cursors are known only after a first answer.
        if (arg.name === 'after' || this.#choices.chance(60)) return `${arg.name}: ${this.#variable(arg.type, place)}`;
        const literal = astFromValue(drawValue(this.#choices, this.#samples, arg.type, place), arg.type);
        return `${arg.name}: ${literal ? print(literal) : 'null'}`;
      });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  #variable(type: GraphQLInputType, place: Place): string {
    const name = `v${this.#variables.size + 1}`;
    this.#variables.set(name, { type, place });
    return `$${name}`;
  }

  #directive(): string {
    if (!this.#choices.chance(6)) return '';
    const name = this.#choices.pick(['include', 'skip']);
    const value = this.#choices.chance(50);
    return ` @${name}(if: ${this.#choices.chance(50) ? this.#variable(new GraphQLNonNull(GraphQLBoolean), { of: name, name: 'if' }) : value})`;
  }

  /** A new named fragment whose response keys nobody else uses, or one that already exists. */
  #namedFragment(type: GraphQLObjectType, left: number): string {
    const written = [...this.#fragments.keys()].filter((name) => name.startsWith(`${type.name}_`));
    if (written.length > 0 && this.#choices.chance(50)) return `...${this.#choices.pick(written)}`;
    const taken: Used = new Map(Object.keys(type.getFields()).map((name) => [name, 'not in a fragment']));
    // Written before its name becomes available to others, so that no fragment contains itself.
    const body = this.#selection(type, Math.min(left, 2), taken);
    const name = `${type.name}_${this.#fragments.size + 1}`;
    this.#fragments.set(name, `fragment ${name} on ${type.name} ${body}`);
    return `...${name}`;
  }
}

/** A value of this type for this place: any that the schema allows, and some that it does not. */
function drawValue(
  choices: Choices,
  samples: ReturnType<typeof sampleValues>,
  type: GraphQLInputType,
  place: Place,
): unknown {
  if (isNonNullType(type)) return drawValue(choices, samples, type.ofType, place);
  if (isListType(type))
    return Array.from({ length: 1 + choices.below(3) }, () => drawValue(choices, samples, type.ofType, place));
  if (isEnumType(type)) return choices.pick(type.getValues()).name;
  const known = isNamedType(type) ? samples(type.name, place) : undefined;
  if (known) return choices.pick(known);
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type) || choices.chance(40))
        .map((field) => [field.name, drawValue(choices, samples, field.type, { ...place, name: field.name })]),
    );
  return null;
}
