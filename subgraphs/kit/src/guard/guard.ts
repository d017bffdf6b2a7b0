import { carriesAbout, isForOwnAgency, labelsOf, objectType } from '@accord/contract/labels';
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
export type GuardContext = Readonly<{
  releases: Releases;
  /** Called for everything that passes, for the agency's own log of what it disclosed. */
  told?: (record: string, categories: readonly string[]) => void;
  /**
   * Whether the requester is one of the people at the record's own agency who may see its `@ownAgency` fields. If absent,
   * nobody may.
   */
  isTheirs?: (record: string) => Promise<boolean>;
}>;

/** A record within one request, and what is released of it there. */
class HeldRecord {
  readonly number: string;
  readonly releases: Releases;
  readonly kinds: Kinds;
  /** Label lists already reported to `told` for this record. */
  readonly noted = new Set<readonly string[]>();
  constructor(number: string, releases: Releases) {
    this.number = number;
    this.releases = releases;
    this.kinds = releases.kindsOf(number);
  }
}

/**
 * A value that knows which record it belongs to. Below a record, the guard resolves fields of `Held` values only.
 *
 * The record is not marked on the value itself, because a mapping may return one object (a worker, say) for several
 * records.
 */
export class Held {
  readonly of: HeldRecord;
  readonly value: object;
  constructor(of: HeldRecord, value: object) {
    this.of = of;
    this.value = value;
  }
}

/** The root value for a record's fields. Only fields of the same request resolve on it. */
export const holdRecord = (number: string, releases: Releases): Held =>
  new Held(new HeldRecord(number, releases), { number });

type Field = GraphQLField<unknown, GuardContext>;
type Kinds = ReturnType<Releases['kindsOf']>;
type Args = Readonly<Record<string, unknown>>;

/** Opaque handles: they say nothing about the person and need no label. */
const handles: ReadonlySet<string> = new Set(['id', '_id']);
const mostItems = 200;

/**
 * Puts the permit between every field below `AgencyRecord` and its resolver. Changes the schema it is given.
 *
 * A field is resolved only where the permit releases every category the contract labels it with; otherwise it is null and
 * nothing is loaded for it. A field for the record's own agency only (`@ownAgency`) also needs a requester who is entitled
 * to it. Items that carry `about` are let through only if every kind they are about is released. A record resolves to a
 * `Held`; any other value in its place gives null.
 *
 * Throws, naming the coordinate, where a field has no label, does not return such items and is not inside one: an
 * unlabelled field is never served.
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
  const ownOnly = isForOwnAgency(field);

  const holdsObjects = isObjectType(returned);
  const byItem = carriesAbout(returned);

  const letThrough = (value: unknown, of: HeldRecord, args: Args, { told }: GuardContext): unknown => {
    const released = byItem ? keepReleased(value, of.kinds) : value;
    // Paging comes after the guard: how many items were withheld must not show.
    const counted = page ? page(released, args) : released;
    if (told) noteTold(counted, of, labels, told);
    return holdsObjects ? hold(counted, of) : counted;
  };
  const answered = (of: HeldRecord, value: unknown, args: Args, context: GuardContext): unknown =>
    value instanceof Promise
      ? value.then((settled: unknown) => letThrough(settled, of, args, context))
      : letThrough(value, of, args, context);

  field.resolve = (source, args, context, info) => {
    // INVARIANT: what was held for one request answers no other.
    if (!(source instanceof Held) || source.of.releases !== context.releases) return null;
    const { of, value } = source;
    if (labels.length > 0 && !of.kinds.hasAll(labels)) return null;
    if (!ownOnly) return answered(of, resolve(value, args, context, info), args, context);
    return (context.isTheirs?.(of.number) ?? Promise.resolve(false)).then((isTheirs) =>
      isTheirs ? answered(of, resolve(value, args, context, info), args, context) : null,
    );
  };
}

/** Reports what a value discloses: the labels of its field and, for an item, the kinds it is about. */
function noteTold(
  value: unknown,
  of: HeldRecord,
  labels: readonly string[],
  told: NonNullable<GuardContext['told']>,
): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value) noteTold(item, of, labels, told);
    return;
  }
  if (labels.length > 0 && !of.noted.has(labels)) {
    of.noted.add(labels);
    told(of.number, labels);
  }
  const about = aboutOf(value);
  if (about) told(of.number, about.map(String));
}

/** The kinds an item says it is about; undefined if it is not an item or does not say. */
const aboutOf = (value: unknown): readonly unknown[] | undefined => {
  const about: unknown = typeof value === 'object' && value !== null && 'about' in value ? value.about : undefined;
  return Array.isArray(about) ? about : undefined;
};

/**
 * The released part of an item that carries `about`, or of a list of them: null, or a shorter list, where something is
 * withheld.
 */
function keepReleased(value: unknown, kinds: Kinds): unknown {
  if (Array.isArray(value)) return value.filter((item) => isReleased(item, kinds));
  return isReleased(value, kinds) ? value : null;
}

/** True where every kind the item is about is released. */
export function isReleased(item: unknown, kinds: Kinds): boolean {
  const about = aboutOf(item);
  // INVARIANT: an item that does not say what it is about is withheld.
  if (!about || about.length === 0) return false;
  return about.every((category) => typeof category === 'string' && kinds.has(category));
}

type Page = (value: unknown, args: Args) => unknown;

/** For a list with `first` (and perhaps `skip`), the function that cuts out the requested part. */
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

function hold(value: unknown, of: HeldRecord): unknown {
  if (Array.isArray(value)) return value.map((item) => hold(item, of));
  return typeof value === 'object' && value !== null ? new Held(of, value) : null;
}
