import { carriesAbout, labelsOf, objectType } from '@accord/contract/labels';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { Releases } from './releases.ts';

/** What the guard needs of a request. */
export type GuardContext = Readonly<{ releases: Releases }>;

/**
 * A value that knows whose record it comes from. Below a record the guard resolves fields of nothing else.
 *
 * The value itself is not marked, because a mapping may hand out one object (a worker, say) for several records.
 */
export class Held {
  readonly record: string;
  readonly value: object;
  constructor(record: string, value: object) {
    this.record = record;
    this.value = value;
  }
}

type Field = GraphQLField<unknown, GuardContext>;

/** Handles: they tell nothing about the person and need no label. */
const handles: ReadonlySet<string> = new Set(['id', '_id']);
const mostItems = 200;

/**
 * Puts the permit between every field below `AgencyRecord` and what would answer it. Changes the schema it is given.
 *
 * A field is resolved only where the permit releases every category the contract labels it with; otherwise it is null and
 * nothing is loaded for it. Of items that carry `about`, only those are let through of which every kind is released. A record
 * resolves to a `Held`; whatever else stands in its place gives null.
 *
 * Throws, naming the coordinate, where a field has no label, is no list of such items and is not inside one: what
 * nobody labelled is never served.
 */
export function guard(schema: GraphQLSchema): GraphQLSchema {
  const record = objectType(schema, 'AgencyRecord');
  const guarded = new Set<Field>();
  const walked = new Set<string>();

  const walk = (type: GraphQLObjectType, insideItem: boolean): void => {
    const place = `${type.name} ${insideItem ? 'inside an item' : ''}`;
    if (walked.has(place)) return;
    walked.add(place);
    for (const field of Object.values(type.getFields())) {
      const returned = getNamedType(field.type);
      assertGuardable(type, field, insideItem);
      if (!guarded.has(field)) guardField(type, field);
      guarded.add(field);
      if (isObjectType(returned)) walk(returned, insideItem || carriesAbout(returned));
    }
  };
  walk(record, false);
  return schema;
}

function assertGuardable(parent: GraphQLObjectType, field: Field, insideItem: boolean): void {
  const returned = getNamedType(field.type);
  const coordinate = `${parent.name}.${field.name}`;
  if (isAbstractType(returned))
    throw new Error(`${coordinate} returns an interface or union, which cannot be guarded.`);
  if (returned.name === 'AgencyRecord') throw new Error(`${coordinate} returns a record; only the hub knows links.`);
  const labelled = labelsOf(parent, field).length > 0;
  if (!labelled && !insideItem && !carriesAbout(returned) && !handles.has(field.name))
    throw new Error(`${coordinate} has no category, so it cannot be guarded. Label it in the contract.`);
}

function guardField(parent: GraphQLObjectType, field: Field): void {
  const labels = labelsOf(parent, field);
  const returned = getNamedType(field.type);
  const resolve = field.resolve ?? defaultFieldResolver;
  const page = pageOf(field);

  field.resolve = (source, args, context, info) => {
    if (!(source instanceof Held)) return null;
    const { record } = source;
    const isReleased = (category: string): boolean => context.releases.permits(record, category);
    if (!labels.every(isReleased)) return null;

    const letThrough = (value: unknown): unknown => {
      const released = carriesAbout(returned) ? keepReleased(value, isReleased) : value;
      // Counted after the guard: how many were withheld must not show.
      const counted = page ? page(released, args) : released;
      return isObjectType(returned) ? hold(counted, record) : counted;
    };
    const value: unknown = resolve(source.value, args, context, info);
    return value instanceof Promise ? value.then(letThrough) : letThrough(value);
  };
}

/** Of an item, or of a list of them, what is released; null or shorter where something is not. */
function keepReleased(value: unknown, isReleased: (category: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => keepReleased(item, isReleased)).filter((item) => item !== null);
  const about: unknown = typeof value === 'object' && value !== null && 'about' in value ? value.about : undefined;
  // INVARIANT: an item that does not say what it tells is withheld.
  if (!Array.isArray(about) || about.length === 0) return null;
  return about.every((category) => typeof category === 'string' && isReleased(category)) ? value : null;
}

type Page = (value: unknown, args: Readonly<Record<string, unknown>>) => unknown;

/** For a list with `first`, and `skip` where it has that too: the part of it that is asked. */
function pageOf({ args: declared }: Field): Page | undefined {
  const usual = new Map<string, unknown>(declared.map(({ name, defaultValue }) => [name, defaultValue]));
  if (!usual.has('first')) return undefined;
  return (value, args) => {
    if (!Array.isArray(value)) return value;
    const number = (name: string): number => {
      const given = args[name] ?? usual.get(name);
      return typeof given === 'number' ? Math.max(given, 0) : 0;
    };
    const from = number('skip');
    return value.slice(from, from + Math.min(number('first'), mostItems));
  };
}

function hold(value: unknown, record: string): unknown {
  if (Array.isArray(value)) return value.map((item) => hold(item, record));
  return typeof value === 'object' && value !== null ? new Held(record, value) : null;
}
