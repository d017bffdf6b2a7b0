import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { inventLeaf } from './inventLeaf.ts';
import { idOf, isWhole, type Keys, keysIn, neededOf } from './representedBy.ts';

type Json = Record<string, unknown>;
type Path = readonly (string | number)[];
/** An object of a subgraph: everything its values are derived from, so that they are the same wherever it is asked for. */
type Thing = Readonly<{ type: string; self: string; told?: Json }>;
type Fault = Readonly<{ message: string; path?: Path; extensions?: Json }>;

/**
 * How the subgraphs err. `LEAVES`: nulls, errors, and leaves of another type. `ANYTHING`: also lists, objects and types, and
 * values that disagree with those of other subgraphs for shared fields.
 */
export type Erring = 'LEAVES' | 'ANYTHING';

const hashOf = (text: string): number => createHash('sha1').update(text).digest().readUInt32LE(0);

/**
 * A subgraph that answers any query with invented values, the same for the same object and arguments, and errs now and then:
 * nulls where none are allowed, errors with and without a path, values of another type, missing entities, and answers that fail
 * as a whole. Fetches merged into one are answered as they would be separately. But if one of them fails as a whole, none is
 * answered.
 */
export function answerAsSubgraph(name: string, sdl: string, seed: string, erring: Erring) {
  const types = typesOf(parse(sdl));
  return async (query: string, variables: Readonly<Json>): Promise<{ data?: Json | null; errors?: Fault[] }> => {
    const [operation] = parse(query).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A fetch is one operation.');
    const entities = operation.selectionSet.selections.filter((one) => one.kind === Kind.FIELD).filter(isOfEntities);
    const asked = entities.map(({ selectionSet }) => (selectionSet ? print(selectionSet) : ''));
    const lucks = (asked.length > 0 ? asked : [query]).map((text) => hashOf(`${seed} ${name} ${text}`) % 60);
    const isMerged = lucks.length > 1;
    if (lucks.includes(0) && !isMerged) throw new Error(`${name} cannot be reached`);
    if (lucks.includes(1) || lucks.includes(0))
      return { data: null, errors: [{ message: `${name} is not well`, extensions: { code: 'UNWELL' } }] };
    const answering = new Answering({ name, seed, erring, types }, variablesOf(operation, variables));
    const root = operation.operation === 'mutation' ? 'Mutation' : 'Query';
    const data = answering.object({ type: root, self: root }, operation.selectionSet.selections, []);
    for (const [place, one] of entities.entries())
      if (lucks[place] === 2)
        answering.errors.push({ message: `${name} is tired`, path: [one.alias?.value ?? one.name.value] });
    return { data, ...(answering.errors.length > 0 && { errors: answering.errors }) };
  };
}

const isOfEntities = ({ name }: FieldNode): boolean => name.value === '_entities';

type Types = Readonly<{
  fields: ReadonlyMap<string, ReadonlyMap<string, TypeNode>>;
  /** The possible types of each abstract type. */
  members: ReadonlyMap<string, readonly string[]>;
  /** The values of each enum. */
  values: ReadonlyMap<string, readonly string[]>;
  keys: Keys;
}>;
type Subgraph = Readonly<{ name: string; seed: string; erring: Erring; types: Types }>;

function typesOf(document: DocumentNode): Types {
  const { definitions } = document;
  const fields = new Map<string, ReadonlyMap<string, TypeNode>>();
  const members = new Map<string, string[]>();
  for (const one of definitions) {
    if (one.kind === Kind.UNION_TYPE_DEFINITION)
      members.set(
        one.name.value,
        (one.types ?? []).map(({ name }) => name.value),
      );
    if (one.kind !== Kind.OBJECT_TYPE_DEFINITION && one.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    fields.set(one.name.value, new Map((one.fields ?? []).map(({ name, type }) => [name.value, type])));
    for (const { name } of one.interfaces ?? [])
      members.set(name.value, [...(members.get(name.value) ?? []), one.name.value]);
  }
  const values = definitions.flatMap((one) =>
    one.kind === Kind.ENUM_TYPE_DEFINITION
      ? [[one.name.value, (one.values ?? []).map(({ name }) => name.value)] as const]
      : [],
  );
  return { fields, members, values: new Map(values), keys: keysIn(document) };
}

function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode, given: Readonly<Json>): Json {
  const usual = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(usual), ...given };
}

/** An error where a value should be. */
class Failing extends Error {}

class Answering {
  readonly errors: Fault[] = [];
  readonly #subgraph: Subgraph;
  readonly #variables: Json;

  constructor(subgraph: Subgraph, variables: Json) {
    this.#subgraph = subgraph;
    this.#variables = variables;
  }

  object(thing: Thing, selections: readonly SelectionNode[], path: Path): Json {
    const asked = new Map<string, FieldNode[]>();
    this.#collect(thing.type, selections, asked);
    const told: Json = {};
    for (const [key, nodes] of asked) {
      const below = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
      const [node] = nodes;
      if (node) told[key] = this.#field(thing, node, below, [...path, key]);
    }
    return told;
  }

  #collect(type: string, selections: readonly SelectionNode[], asked: Map<string, FieldNode[]>): void {
    for (const selection of selections) {
      const isAsked = (selection.directives ?? []).every(
        ({ name, arguments: [given] = [] }) =>
          given && valueFromASTUntyped(given.value, this.#variables) === (name.value === 'include'),
      );
      if (!isAsked) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        asked.set(key, [...(asked.get(key) ?? []), selection]);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('A fetch has no named fragments.');
      if (this.#is(type, selection.typeCondition?.name.value))
        this.#collect(type, selection.selectionSet.selections, asked);
    }
  }

  #is(type: string, condition: string | undefined): boolean {
    return condition === undefined || condition === type || this.#membersOf(condition).includes(type);
  }

  #membersOf(type: string): readonly string[] {
    return this.#subgraph.types.members.get(type) ?? [];
  }

  #field(thing: Thing, node: FieldNode, below: readonly SelectionNode[], path: Path): unknown {
    const name = node.name.value;
    if (name === '__typename') return this.#typeOf(thing, node.alias !== undefined);
    if (name === '_entities') return this.#entities(node, below, path);
    if (name === 'id') return thing.self.split(':').at(-1);
    if (name === 'code' || name === 'number') return `${name[0]}-${thing.self.split(':').at(-1)}`;
    const needs = neededOf(thing.told ?? {});
    if (name.startsWith('of')) return /M0$/.test(name) ? JSON.stringify(needs).length : JSON.stringify(needs);
    const type = this.#subgraph.types.fields.get(thing.type)?.get(name);
    if (!type) throw new Error(`${this.#subgraph.name} has no ${thing.type}.${name}.`);
    const args = (node.arguments ?? []).map(({ name, value }) => [
      name.value,
      valueFromASTUntyped(value, this.#variables),
    ]);
    return this.#value(type, `${thing.self}.${name}${JSON.stringify(args)}`, below, path);
  }

  /**
   * The object's type; now and then one that does not exist. Under `LEAVES`, never for an aliased `__typename`: in an
   * interface's fragment on an object whose type the schema fixes, Apollo's executor then makes the object null, and without
   * the fragment returns the schema's type. The hub's own executor returns the schema's type in both cases.
   */
  #typeOf({ self, type }: Thing, isAliased: boolean): string {
    if (isAliased && this.#subgraph.erring === 'LEAVES') return type;
    return this.#hash(`typename ${self}`) % 150 === 0 ? 'Nope' : type;
  }

  #entities({ arguments: [given] = [] }: FieldNode, below: readonly SelectionNode[], path: Path): unknown {
    const asked = given && valueFromASTUntyped(given.value, this.#variables);
    if (!Array.isArray(asked)) throw new Error('Nothing is represented.');
    return asked.map((told: Json, index) => {
      const type = told.__typename;
      if (typeof type !== 'string') return null;
      // To get what a field requires, Apollo's planner now and then goes back by a key that is not resolvable.
      if (!this.#subgraph.types.keys.get(type)?.some((key) => isWhole(told, key))) {
        this.errors.push({ message: `${type} is not known by that`, path: [...path, index] });
        return null;
      }
      const id = idOf(told);
      if (id === undefined) return null;
      const thing = { ...this.#thing(type, id), told };
      const luck = this.#hash(`entity ${this.#subgraph.name} ${thing.self}`) % 40;
      if (luck === 0) return null;
      if (luck === 1) {
        this.errors.push({ message: `${thing.self} is lost`, path: [...path, index] });
        return null;
      }
      return this.object(thing, below, [...path, index]);
    });
  }

  /** Which type implements M depends on the id, and only one subgraph knows it and says so. */
  #thing(type: string, id: string): Thing {
    if (!/^M/.test(type)) return { type, self: `${type}:${id}` };
    const members = this.#membersOf('M');
    return { type: members[this.#hash(`M:${id}`) % members.length] ?? 'M', self: `M:${id}` };
  }

  #value(type: TypeNode, self: string, below: readonly SelectionNode[], path: Path): unknown {
    try {
      return this.#luckyValue(type, self, below, path);
    } catch (error) {
      if (!(error instanceof Failing)) throw error;
      this.errors.push({ message: error.message, path });
      return null;
    }
  }

  #luckyValue(type: TypeNode, self: string, below: readonly SelectionNode[], path: Path): unknown {
    if (type.kind === Kind.NON_NULL_TYPE) return this.#luckyValue(type.type, self, below, path);
    const luck = this.#hash(`luck ${self} ${type.kind}`) % 100;
    if (luck < 3) return null;
    if (luck < 6) throw new Failing(`${self} failed`);
    const anything = this.#subgraph.erring === 'ANYTHING';
    if (anything && luck < 10) return [{ a: 1 }, [], [[1]], 'a word', 7, { __typename: 'V0' }][luck % 6];
    if (type.kind === Kind.LIST_TYPE)
      return Array.from({ length: (this.#hash(`length ${self}`) % 6) - 1 }, (_, index) =>
        this.#value(type.type, `${self}/${index}`, below, [...path, index]),
      );
    const name = type.name.value;
    if (name === 'Query') return this.object({ type: 'Query', self: 'Query' }, below, path);
    const members = this.#membersOf(name);
    const concrete = members[this.#hash(`type ${self}`) % members.length] ?? name;
    if (/^V/.test(concrete)) return this.object({ type: concrete, self }, below, path);
    if (this.#subgraph.types.fields.has(concrete))
      return this.object(this.#thing(concrete, `${this.#hash(`id ${self}`) % 3}`), below, path);
    return inventLeaf(name, this.#hash(`value ${self}`), luck >= 94, this.#subgraph.types.values);
  }

  #hash(text: string): number {
    const { seed, name, erring } = this.#subgraph;
    // One subgraph knows who implements M, and the others believe it.
    return hashOf(erring === 'ANYTHING' && !text.startsWith('M:') ? `${seed} ${name} ${text}` : `${seed} ${text}`);
  }
}
