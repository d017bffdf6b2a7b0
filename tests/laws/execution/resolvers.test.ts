import { createHash } from 'node:crypto';
import { compileResolving } from '@accord/execution/resolving/compileResolving';
import { openPlanner } from '@accord/server/execution/planner';
import {
  type ExecutionResult,
  execute,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import { choicesFrom } from '../../lib/randomQuestion.ts';
import { inventOperation } from './inventOperation.ts';
import { inventSupergraph } from './inventSupergraph.ts';
import { isBelowNull } from './isBelowNull.ts';

// graphql-js is the oracle for what the hub compiles for its own subgraph: over invented schemas, whose resolvers and
// properties sometimes return what is promised and sometimes null, errors, values of another type, methods, or promises of any
// of these.

const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
const schemasWanted = Number(process.env.ACCORD_SUPERGRAPHS ?? 6);
const operationsOfEach = 60;

type Source = Readonly<{ self: string }>;

/** Provides a schema's values: the same in the same place, whoever asks. `later`: some are promises, and only those err. */
class Inventing {
  readonly #schema: GraphQLSchema;
  readonly #later: boolean;

  constructor(schema: GraphQLSchema, later: boolean) {
    this.#schema = schema;
    this.#later = later;
    for (const type of Object.values(schema.getTypeMap()))
      if (isObjectType(type) && !type.name.startsWith('__'))
        for (const field of Object.values(type.getFields())) {
          const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
          if (isRoot || this.#luck(`${type.name}.${field.name}`) % 2 === 0)
            field.resolve = (source, args, context, info) => this.#resolved(source, args, context, info);
          else delete field.resolve;
        }
  }

  #resolved(source: unknown, args: unknown, context: unknown, info: GraphQLResolveInfo): unknown {
    const { fieldName, parentType, returnType, fieldNodes, variableValues, rootValue, fragments, operation } = info;
    const place: (string | number | undefined)[] = [];
    for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at; at = at.prev) place.push(at.key, at.typename);
    const whole = [
      ...[fieldName, parentType.name, String(returnType), fieldNodes.length, variableValues, rootValue, context],
      ...[Object.keys(fragments), operation.operation, args, place, (source as Source | undefined)?.self],
    ];
    return this.#value(returnType, String(this.#luck(JSON.stringify(whole))), true);
  }

  #value(type: GraphQLOutputType, self: string, isField: boolean): unknown {
    const luck = this.#luck(self);
    if (this.#later && luck % 5 === 0) {
      const turns = luck % 3;
      const wait = async () => {
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
        return this.#now(type, `${self} later`, isField, true);
      };
      return wait();
    }
    // If something fails at once while promises are pending, graphql-js abandons those, and their rejections end the process.
    return this.#now(type, self, isField, !this.#later);
  }

  #now(type: GraphQLOutputType, self: string, isField: boolean, errs: boolean): unknown {
    const luck = (this.#luck(`${self} now`) % 60) + (errs ? 0 : 60);
    if (luck % 60 === 0 && (errs || getNullableType(type) === type)) return null;
    if (luck === 1) return undefined;
    if (luck === 2) return new Error(`given ${this.#luck(self)}`);
    if (luck === 3 && isField) throw new Error(`thrown ${this.#luck(self)}`);
    if (luck === 4) return { self };
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      if (luck === 5) return 'no list';
      const items = Array.from({ length: luck % 4 }, (_, n) => this.#value(nullable.ofType, `${self} ${n}`, false));
      return luck === 6 ? new Set(items) : items;
    }
    if (isObjectType(nullable)) return this.#object(nullable, self);
    if (isAbstractType(nullable)) {
      const possible = this.#schema.getPossibleTypes(nullable);
      return luck === 7 ? this.#object(undefined, self) : this.#object(possible[luck % possible.length], self);
    }
    if (luck === 8) return Number.NaN;
    if (luck === 9) return [self];
    if (isEnumType(nullable)) return luck === 10 ? 'NOBODY' : nullable.getValues()[0]?.value;
    return this.#leaf(nullable, luck);
  }

  #leaf(type: GraphQLNamedType, luck: number): unknown {
    if (luck === 10) return 'text';
    if (type.name === 'Int') return luck === 11 ? 2 ** 40 : luck;
    if (type.name === 'Float') return luck / 7;
    if (type.name === 'Boolean') return luck % 2 === 0;
    if (type.name === 'ID' && luck % 2 === 0) return luck;
    return `text ${luck}`;
  }

  /** Its properties are made on access, because they have no end. */
  #object(type: GraphQLNamedType | undefined, self: string): unknown {
    const fields = isObjectType(type) ? type.getFields() : {};
    return new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'self') return self;
          if (name === '__typename') return type?.name ?? 'Nobody';
          const field = typeof name === 'string' && Object.hasOwn(fields, name) ? fields[name] : undefined;
          if (!field) return undefined;
          const below = `${self}.${field.name}`;
          if (this.#luck(below) % 6 === 0)
            return (args: unknown, context: unknown, info: GraphQLResolveInfo) =>
              this.#resolved({ self: below }, args, context, info);
          return this.#value(field.type, below, true);
        },
      },
    );
  }

  #luck(text: string): number {
    return createHash('sha1').update(`${seed} ${text}`).digest().readUInt32LE(0);
  }
}

const schemas = choicesFrom(seed, schemasWanted * 4, 400)
  .flatMap((choices, nth) => inventSupergraph(choices, nth) ?? [])
  .slice(0, schemasWanted)
  .map(({ supergraphSdl }) => openPlanner(supergraphSdl).api);

const counted = { operations: 0, mutations: 0, introspections: 0, withErrors: 0, nothing: 0, errors: 0, more: 0 };
afterAll(() => console.log(`ACCORD_SEED=${seed}: ${JSON.stringify(counted)}`));

/**
 * The result as it would be sent, with the paths and messages of errors. Each executor words an error about a type that does
 * not exist in its own way.
 */
const plain = ({ data, errors = [] }: ExecutionResult) => ({
  data: JSON.stringify(data),
  errors: errors.map(({ path, message }) =>
    JSON.stringify([path, /^Abstract type|^Runtime Object type/.test(message) ? 'of no such type' : message]),
  ),
});

const pathOf = (error: string): readonly (string | number)[] => JSON.parse(error)[0];

test.each(schemas.flatMap((schema, place) => [false, true].map((later) => [place, later, schema] as const)))(
  `a compiled operation tells what graphql-js tells (ACCORD_SEED=${seed}, schema %i, promises: %s)`,
  async (place, later, schema) => {
    new Inventing(schema, later);
    for (const choices of choicesFrom(seed + place + 1, operationsOfEach, 800)) {
      const asked = inventOperation(choices, schema);
      if (!asked) continue;
      counted.operations += 1;
      const document = parse(asked.query);
      const contextValue = { asked: asked.query.length };
      const run = compileResolving(schema, document);
      if (asked.query.startsWith('mutation')) counted.mutations += 1;
      if (/__schema|__type\(/.test(asked.query)) counted.introspections += 1;
      const oracle = plain(await execute({ schema, document, contextValue, variableValues: asked.variables }));
      const own = plain(await run(asked.variables, contextValue));
      if (own.errors.length > 0) counted.withErrors += 1;
      counted.errors += own.errors.length;
      if (own.data === 'null' || own.data === undefined) counted.nothing += 1;
      expect({ asked, data: own.data }).toEqual({ asked, data: oracle.data });
      // graphql-js stops at a failure that makes everything null and drops errors beside it; the hub reports them. Both are
      // allowed (specification, 6.4.4).
      expect(own.errors).toEqual(expect.arrayContaining(oracle.errors));
      const told: unknown = JSON.parse(own.data ?? 'null');
      const more = own.errors.filter((error) => !oracle.errors.includes(error));
      expect({ asked, more: more.filter((error) => !isBelowNull(pathOf(error), told)) }).toEqual({ asked, more: [] });
      counted.more += more.length;
    }
  },
);

test('enough was run, mutations among it, and enough of it failed', () => {
  expect(counted.operations).toBeGreaterThan(schemas.length * operationsOfEach);
  expect(counted.mutations).toBeGreaterThan(0);
  expect(counted.withErrors).toBeGreaterThan(counted.operations / 10);
});
