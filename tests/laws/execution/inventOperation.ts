import {
  GraphQLBoolean,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLNonNull,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import type { Choices } from '../../lib/Choices.ts';
import { inventInput } from './inventInput.ts';

/** An operation as it is sent. */
export type Asked = Readonly<{ query: string; variables: Readonly<Record<string, unknown>> }>;

/**
 * An operation over any schema, as the choices have it: fields again and again, aliases, arguments, inline and named fragments on whatever
 * type applies, `@skip` and `@include` with variables that have defaults or not, `__typename`, introspection. Undefined where the choices gave
 * what is not valid.
 */
export function inventOperation(choices: Choices, schema: GraphQLSchema): Asked | undefined {
  const writer = new OperationWriter(choices, schema);
  const asked = writer.asked();
  return validate(schema, parse(asked.query)).length === 0 ? asked : undefined;
}

const deepest = 5;
const mustBoolean = new GraphQLNonNull(GraphQLBoolean);

class OperationWriter {
  readonly #choices: Choices;
  readonly #schema: GraphQLSchema;
  readonly #variables = new Map<string, Readonly<{ definition: string; value: unknown }>>();
  readonly #fragments: string[] = [];
  /** Some operations have no fragments: with them, less of what Apollo's executor tells is to be believed. */
  readonly #plain: boolean;
  #aliases = 0;

  constructor(choices: Choices, schema: GraphQLSchema) {
    this.#choices = choices;
    this.#schema = schema;
    this.#plain = choices.chance(40);
  }

  asked(): Asked {
    const isMutation = this.#choices.chance(10);
    const root = isMutation ? this.#schema.getMutationType() : this.#schema.getQueryType();
    if (!root) throw new Error('The schema has no such root.');
    const body = this.#set(root, deepest, this.#plain);
    const definitions = [...this.#variables].map(([name, { definition }]) => `$${name}: ${definition}`).join(', ');
    return {
      query: [
        `${isMutation ? 'mutation' : 'query'} Q${definitions && `(${definitions})`} ${body}`,
        ...this.#fragments,
      ].join('\n'),
      variables: Object.fromEntries(
        [...this.#variables].filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value]),
      ),
    };
  }

  /** `whole`: no fragments. */
  #set(type: GraphQLCompositeType, left: number, whole = false): string {
    const fields = isUnionType(type)
      ? []
      : Object.values(type.getFields()).filter((field) => left > 0 || !isCompositeType(getNamedType(field.type)));
    const parts = Array.from({ length: 1 + this.#choices.below(4) }, () => {
      const luck = this.#choices.below(20);
      if (fields.length === 0 && (whole || left < -2)) return '__typename';
      const composite = fields.filter((field) => isCompositeType(getNamedType(field.type)));
      if (left > 1 && luck < 10 && composite.length > 0) return this.#field(this.#choices.pick(composite), left);
      // Apollo's planner has no plan for introspection further down.
      if (luck === 19 && left === deepest && type === this.#schema.getQueryType()) return this.#introspection();
      if (!whole && left > -3 && (luck > 13 || fields.length === 0)) return this.#fragment(type, left);
      return luck > 11
        ? `${this.#alias()}__typename${this.#directive()}`
        : this.#field(this.#choices.pick(fields), left);
    });
    return `{ ${parts.join(' ')} }`;
  }

  #introspection(): string {
    const alias = `i${++this.#aliases}`;
    return this.#choices.chance(50)
      ? `${alias}: __type(name: "E0") { name fields { name type { kind } } }`
      : '__schema { queryType { name kind } }';
  }

  #field(field: GraphQLField<unknown, unknown>, left: number): string {
    const args = field.args
      .filter(() => this.#choices.chance(50))
      .map(({ name, type }) => `${name}: ${this.#input(type)}`)
      .join(', ');
    const named = getNamedType(field.type);
    const below = isCompositeType(named) ? ` ${this.#set(named, left - 1, this.#plain)}` : '';
    // Under its own name a field is asked as it is, so that it can be asked twice.
    return `${args ? this.#newAlias() : this.#alias()}${field.name}${args && `(${args})`}${this.#directive()}${below}`;
  }

  #fragment(type: GraphQLCompositeType, left: number): string {
    const others = isObjectType(type)
      ? [type, ...type.getInterfaces()]
      : [
          type,
          ...this.#schema.getPossibleTypes(type),
          ...Object.values(this.#schema.getTypeMap()).filter((one) => isInterfaceType(one)),
        ];
    const on = this.#choices.pick(others);
    // In an object without `__typename` Apollo's executor takes the fragment's type for the object's own, and leaves out what is narrower.
    const set = this.#set(on, left - 1, isObjectType(type) && on !== type);
    if (this.#choices.chance(30)) {
      const name = `F${this.#fragments.length}_${++this.#aliases}`;
      this.#fragments.push(`fragment ${name} on ${on.name} ${set}`);
      return `...${name}${this.#directive()}`;
    }
    return `...${this.#choices.chance(80) || on !== type ? ` on ${on.name}` : ''}${this.#directive()} ${set}`;
  }

  #alias(): string {
    return this.#choices.chance(15) ? this.#newAlias() : '';
  }

  #newAlias(): string {
    this.#aliases += 1;
    return `${this.#choices.pick(['a', 'constructor', '__proto__', 'toString'])}${this.#aliases}: `;
  }

  #directive(): string {
    if (!this.#choices.chance(12)) return '';
    const value = this.#choices.chance(70) ? this.#variable(mustBoolean) : this.#choices.pick(['true', 'false']);
    return ` @${this.#choices.pick(['include', 'skip'])}(if: ${value})`;
  }

  /** What stands in an argument or a field of an input object: a value, with variables in it or not, or a variable. */
  #input(type: GraphQLInputType): string {
    return this.#choices.chance(50)
      ? this.#variable(type)
      : inventInput(this.#choices, type, (inner) =>
          this.#choices.chance(20) ? { text: this.#variable(inner), value: undefined } : undefined,
        ).text;
  }

  /** Of each type there are three at most, so that some are used twice. */
  #variable(type: GraphQLInputType): string {
    const written = String(type);
    const name = `${written.toLowerCase().replace('[', 'l').replace(/[\]!]/g, 'x')}${this.#choices.below(3)}`;
    if (!this.#variables.has(name)) {
      const usual = this.#choices.chance(40) ? inventInput(this.#choices, type) : undefined;
      const needed = isNonNullType(type) && usual === undefined;
      // With a default, a variable that may be left out stands where a value must.
      const declared = isNonNullType(type) && usual !== undefined ? String(type.ofType) : written;
      this.#variables.set(name, {
        definition: `${declared}${usual === undefined ? '' : ` = ${usual.text}`}`,
        value: needed || this.#choices.chance(50) ? inventInput(this.#choices, type).value : undefined,
      });
    }
    return `$${name}`;
  }
}
