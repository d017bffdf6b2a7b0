import { isObject, type Json, own } from '@accord/execution/Json';
import { typeNamesUnder } from '@accord/execution/reading/typeNamesUnder';
import type { GraphQLSchema } from 'graphql';
import { mergeInto } from '../mergeInto.ts';
import type { FetchNode, QueryPlanSelectionNode } from '../planner.ts';
import { compileRewrites } from './compileRewrites.ts';
import { quoted } from './quoted.ts';
import type { Representations } from './Representations.ts';

/** Adds an object's representation to those that are sent, and returns its index; undefined where the object lacks something required. */
export type Represent = (object: Json, asked: Representations) => number | undefined;

type Selections = readonly QueryPlanSelectionNode[];

/**
 * Compiles how entities are represented (federation 2 subgraph specification, `_entities`): by the fields that a fetch `requires`,
 * according to the object's own type. A field that is present and null is sent as null. An object without a type is not represented.
 *
 * In almost all cases a single part of `requires` applies to the object's type and consists of leaves; its JSON is then written directly.
 * `whole`: what is below the object is neither copied nor checked for missing fields (`Takes`), unless something has to be rewritten.
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
    // Only types of the schema are kept, so that the map stays bounded whatever type a subgraph reports.
    if (schema.getType(type)) ofTypes.set(type, made);
    return made;
  };
  return (object, asked) => {
    const type = object.__typename;
    const made = ofTypes.get(type) ?? compileFor(type);
    return made(object, asked);
  };
}

/** Returns the keys required of an object of this type, if they come from a single fragment, include `__typename`, and are all leaves. */
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
  // Keys that every object inherits are left to the general way, which looks at own properties only.
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

/** Deviates from @apollo/gateway for lists of lists of objects, for which the gateway sends nulls. */
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
  if (selection.typeCondition === undefined) return []; // the planner never writes one without a type condition
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
