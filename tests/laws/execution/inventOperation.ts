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
 * An operation over any schema, drawn from the choices: repeated fields, aliases, arguments, inline and named fragments on any
 * type that applies, `@skip` and `@include` with variables that may have defaults, `__typename`, introspection. Undefined if
 * the choices gave an operation that is not valid.
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
  /** Some operations have no fragments: where there are any, less of what Apollo's executor returns can be trusted. */
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

  /** A selection set. `whole`: without fragments. */
  #set(type: GraphQLCompositeType, left: number, whole = false): string {
    const fields = isUnionType(type)
      ? []
      : Object.values(type.getFields()).filter((field) => left > 0 || !isCompositeType(getNamedType(field.type)));
    const parts = Array.from({ length: 1 + this.#choices.below(4) }, () => {
      const luck = this.#choices.below(20);
      if (fields.length === 0 && (whole || left < -2)) return '__typename';
      const composite = fields.filter((field) => isCompositeType(getNamedType(field.type)));
      if (left > 1 && luck < 10 && composite.length > 0) return this.#field(this.#choices.pick(composite), left);
      // Apollo's planner cannot plan introspection at deeper levels.
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
    // Under its own name, a field is always asked the same way, so that it can be selected twice.
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
    // In an object without `__typename`, Apollo's executor takes the fragment's type for the object's own and leaves out
    // narrower types.
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

  /** The value of an argument or an input field: a literal, with or without variables in it, or a variable. */
  #input(type: GraphQLInputType): string {
    return this.#choices.chance(50)
      ? this.#variable(type)
      : inventInput(this.#choices, type, (inner) =>
          this.#choices.chance(20) ? { text: this.#variable(inner), value: undefined } : undefined,
        ).text;
  }

  /** At most three variables of each type, so that some are used twice. */
  #variable(type: GraphQLInputType): string {
    const written = String(type);
    const name = `${written.toLowerCase().replace('[', 'l').replace(/[\]!]/g, 'x')}${this.#choices.below(3)}`;
    if (!this.#variables.has(name)) {
      const usual = this.#choices.chance(40) ? inventInput(this.#choices, type) : undefined;
      const needed = isNonNullType(type) && usual === undefined;
      // A nullable variable with a default may be used where a value is required.
      const declared = isNonNullType(type) && usual !== undefined ? String(type.ofType) : written;
      this.#variables.set(name, {
        definition: `${declared}${usual === undefined ? '' : ` = ${usual.text}`}`,
        value: needed || this.#choices.chance(50) ? inventInput(this.#choices, type).value : undefined,
      });
    }
    return `$${name}`;
  }
}
