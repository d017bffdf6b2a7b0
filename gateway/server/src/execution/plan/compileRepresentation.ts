import { isObject, type Json, own } from '@accord/execution/Json';
import { typeNamesUnder } from '@accord/execution/reading/typeNamesUnder';
import type { GraphQLSchema } from 'graphql';
import { mergeInto } from '../mergeInto.ts';
import type { FetchNode, QueryPlanSelectionNode } from '../planner.ts';
import { compileRewrites } from './compileRewrites.ts';
import { quoted } from './quoted.ts';
import type { Representations } from './Representations.ts';

/** Adds what a subgraph is told of an object to what it is asked about, and gives its place there; undefined where the object lacks something of it. */
export type Represent = (object: Json, asked: Representations) => number | undefined;

type Selections = readonly QueryPlanSelectionNode[];

/**
 * Representations of entities (federation 2 subgraph specification, `_entities`): the fields that a fetch `requires`, by the object's
 * own type. What is there and null is sent as null. An object without a type is none.
 *
 * Where one part of `requires` is for the object's type and all of it are leaves, as almost always, its JSON is written at once. `whole`:
 * what stands below the object is not copied (`Takes`), nor looked through for what it lacks; but where something is to be rewritten.
 */
export function compileRepresentation(
  { requires = [], inputRewrites }: Pick<FetchNode, 'requires' | 'inputRewrites'>,
  schema: GraphQLSchema,
  whole: boolean,
): Represent {
  const represent = compileCopies(requires, schema, whole && !inputRewrites?.length);
  const rewrite = compileRewrites(inputRewrites, schema);
  const inGeneral: Represent = (object, asked) => {
    const representation = represent(object);
    if (!representation?.__typename) return undefined;
    rewrite(representation);
    return asked.placeOf(representation);
  };
  const ofTypes = new Map<unknown, Represent>();
  const compileFor = (type: unknown): Represent => {
    if (typeof type !== 'string') return inGeneral;
    const leaves = inputRewrites?.length ? undefined : leavesOf(type, requires, schema);
    const made = leaves ? compileLeaves(type, leaves) : inGeneral;
    // No more types than there are: what a subgraph says its type is may be anything.
    if (schema.getType(type)) ofTypes.set(type, made);
    return made;
  };
  return (object, asked) => {
    const type = object.__typename;
    const made = ofTypes.get(type) ?? compileFor(type);
    return made(object, asked);
  };
}

/** The keys that are required of an object of this type, if they are those of one fragment, `__typename` among them, and are leaves. */
function leavesOf(type: string, requires: Selections, schema: GraphQLSchema): readonly string[] | undefined {
  const [part, ...others] = requires.flatMap((one) =>
    one.kind === 'InlineFragment' && one.typeCondition && !typeNamesUnder(schema, one.typeCondition).has(type)
      ? []
      : [one],
  );
  if (part?.kind !== 'InlineFragment' || others.length > 0) return undefined;
  const keys = part.selections.flatMap((one) =>
    one.kind === 'Field' && !one.selections ? [one.alias ?? one.name] : [],
  );
  // A key that every object inherits is none of its own for being there.
  const plain = keys.length === part.selections.length && new Set(keys).size === keys.length;
  return plain && keys.includes('__typename') && !keys.some((key) => key in {}) ? keys : undefined;
}

function compileLeaves(type: string, keys: readonly string[]): Represent {
  const [only, ...others] = keys.filter((key) => key !== '__typename');
  const written: Represent = (object, asked) => {
    let text = '';
    for (const key of keys) {
      const value = object[key];
      if (value === undefined) return undefined;
      text += `${text === '' ? '{' : ','}"${key}":${typeof value === 'string' ? quoted(value) : JSON.stringify(value)}`;
    }
    return asked.placeOfText(`${text}}`);
  };
  if (only === undefined || others.length > 0 || keys[0] !== '__typename') return written;
  const head = { type, key: only, text: `{"__typename":${JSON.stringify(type)},"${only}":` };
  return (object, asked) => {
    const value = object[only];
    return typeof value === 'string' ? asked.placeOfKey(head, value) : written(object, asked);
  };
}

/** Copies one selection of `requires`; false where the object lacks it. */
type Copy = (source: Json, into: Json) => boolean;

/** Deviates from @apollo/gateway in lists of lists of objects, for which it sends nulls. */
function compileCopies(selections: Selections, schema: GraphQLSchema, whole = false): (source: unknown) => Json | null {
  const copies = selections.flatMap((selection) => compileCopy(selection, schema, whole));
  return (source) => {
    if (!isObject(source)) return null;
    const into: Json = {};
    for (const copy of copies) if (!copy(source, into)) return null;
    return into;
  };
}

function compileCopy(selection: QueryPlanSelectionNode, schema: GraphQLSchema, whole: boolean): readonly Copy[] {
  if (selection.kind === 'Field') {
    const key = selection.alias ?? selection.name;
    const below = whole ? undefined : selection.selections && compileCopies(selection.selections, schema);
    return [
      (source, into) => {
        const value = own(source, key);
        if (value === undefined) return false;
        into[key] = below ? each(value, below) : value;
        return true;
      },
    ];
  }
  if (selection.typeCondition === undefined) return []; // the planner writes none
  const types: ReadonlySet<unknown> = typeNamesUnder(schema, selection.typeCondition);
  const represent = compileCopies(selection.selections, schema, whole);
  return [
    (source, into) => {
      const part = types.has(own(source, '__typename')) ? represent(source) : null;
      if (part) mergeInto(into, part, schema);
      return true;
    },
  ];
}

const each = (value: unknown, below: (source: unknown) => Json | null): unknown =>
  Array.isArray(value) ? value.map((item) => each(item, below)) : below(value);
