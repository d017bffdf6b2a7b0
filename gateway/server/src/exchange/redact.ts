import { own } from '@accord/execution/Json';
import { isEnumType, isLeafType, isListType, isScalarType } from 'graphql';
import type { Released } from '../release/ReleaseBook.ts';
import type { ItemId } from './itemId.ts';
import { aboutKey, type FieldShape, idKey, type ObjectShape } from './shapeOf.ts';

/** What redaction needs to know beside the answer itself. */
export type Redaction = Readonly<{
  record: Released;
  itemId: ItemId;
  /** True where the requester is a caseworker of the record's own agency. */
  isTheirs: boolean;
  /** Called for each kind of information that passes, except through the hub's own twins. */
  told: (categories: Iterable<string>) => void;
  /** Called where a value is not what the contract says. */
  amiss: () => void;
  /** Called with the type of an item of one of the hub's own twins that is left behind because it is not what the contract says. */
  lost: (type: string) => void;
}>;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A day of the calendar, as `/^\d{4}-\d{2}-\d{2}$/` has it, for less: most of what is told has a day. One that there is not has no place in an
 * order, in which it would take others' along, and no page can show it.
 */
function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || value.length !== 10) return false;
  for (let place = 0; place < 10; place += 1) {
    const code = value.charCodeAt(place);
    if (place === 4 || place === 7 ? code !== 45 : code < 48 || code > 57) return false;
  }
  const [month, day] = [figures(value, 5), figures(value, 8)];
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(figures(value, 0) * 100 + figures(value, 2), month, 0)).getUTCDate();
}

/** The number that two figures make. */
const figures = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

/** Redaction of one record's answer under way; labels by the number of their set (`setOf`). */
type Walk = Redaction &
  Readonly<{
    /** Whether all labels of a set are permitted, once it was asked. */
    permits: (boolean | undefined)[];
    /** True: that they passed was said. */
    said: (boolean | undefined)[];
  }>;

/** What may go on of an object, an item or a value: the same one where nothing in it is another. Made once for a shape. */
type Pass<Value, Passed> = (value: Value, walk: Walk) => Passed;

const passes = new WeakMap<ObjectShape, Pass<Json, Json>>();

/**
 * What may go on of one record's answer: the fields that were asked, as the contract types them, of permitted kinds; and, where they were
 * sent, the keys that the exchange asked for itself.
 *
 * Judged by type and field, never by response key. Whatever else an agency sent is left behind. Agencies guard the same
 * fields; this is for the one that errs or lies. Compiled when a shape is first met, and kept as long as the shape is.
 *
 * CAUTION: `answer` is changed, and is what is returned where it holds nothing else: most of what comes may go on as it came.
 */
export function redact(answer: Json, shape: ObjectShape, redaction: Redaction): Json {
  let pass = passes.get(shape);
  if (!pass) {
    pass = compileObject(shape, false);
    passes.set(shape, pass);
  }
  const { record, itemId, isTheirs, told, amiss, lost } = redaction;
  return pass(answer, { record, itemId, isTheirs, told, amiss, lost, permits: permitsOf(record), said: [] });
}

/** Fields have few sets of labels between them, and records are of hundreds of fields: what is permitted is looked up by number. */
const sets = new Map<string, number>();

function setOf(labels: readonly string[]): number {
  const words = [...labels].sort().join(' ');
  const known = sets.get(words) ?? sets.size;
  sets.set(words, known);
  return known;
}

/** A decision is kept from request to request (`DecisionsKept`), and what it says of sets of labels with it. */
const permitsKept = new WeakMap<Released, (boolean | undefined)[]>();

function permitsOf(record: Released): (boolean | undefined)[] {
  const kept = permitsKept.get(record) ?? [];
  permitsKept.set(record, kept);
  return kept;
}

/** A record of which nothing came, or may: every field asked is null. */
export const absent = (shape: ObjectShape, handle: string): Json =>
  Object.fromEntries(shape.fields.map(({ key, name }) => [key, isHandle(name) ? handle : null]));

/** True where something of this field could be released: then it is worth asking. */
export const mayRelease = ({ labels, name }: FieldShape, { categories }: Released): boolean =>
  !isHandle(name) && labels.every((label) => categories.has(label));

const isHandle = (name: string): boolean => name === 'id' || name === '_id';

/** One key of an object; without `pass` it goes on as it came. */
type Part = Readonly<{ key: string; mayLack: boolean; isId: boolean; pass?: Pass<unknown, unknown> }>;

/** `twin`: it hangs under a twin of the hub's, and is told only once the hub merges it. */
function compileObject({ type, fields, typed }: ObjectShape, twin: boolean): Pass<Json, Json> {
  const parts = fields.map((field): Required<Part> => {
    const { key } = field;
    const isTwin = twin || field.twin;
    // A twin that is left out is null all the same: the plan takes a record that lacks one twin for one that lacks them all.
    const mayLack = field.conditional && !isTwin;
    return { key, mayLack, isId: isHandle(field.name), pass: compileField(field, type.name, isTwin) };
  });
  const beside = [...(typed ? ['__typename'] : []), idKey, aboutKey].filter((key) =>
    parts.every((one) => one.key !== key),
  );
  const asked: ReadonlyMap<string, Part> = new Map(
    [...parts, ...beside.map((key): Part => ({ key, mayLack: true, isId: false }))].map((part) => [part.key, part]),
  );
  /** Orders in which answers were seen to hold parts and nothing else: agencies answer in the order in which they are asked. */
  const seen: Order[] = [];
  const anyhow: Pass<Json, Json> = (answer, walk) => {
    const kept = onlyOf(answer, asked);
    const order = kept === answer && seen.length < mostOrders ? orderSeenIn(answer, asked, parts) : undefined;
    if (order) seen.push(order);
    for (const { key, mayLack, isId, pass } of parts) {
      const value = own(kept, key);
      if (value === undefined && mayLack) continue;
      const passed = value !== undefined || isId ? pass(value, walk) : null;
      if (passed !== value) kept[key] = passed;
    }
    return kept;
  };
  return (answer, walk) => {
    const order = orderIn(seen, answer);
    const kept = order ? passAll(answer, order, walk) : anyhow(answer, walk);
    if (typed && kept.__typename !== type.name) kept.__typename = type.name;
    return kept;
  };
}

/** What an answer held, in its order, and what it lacked that is then null. */
type Order = Readonly<{ stand: readonly Part[]; lacks: readonly string[] }>;

/** Of one shape there are few: what is left out is left out by a condition, by an agency's older contract, or because nobody is told it. */
const mostOrders = 4;

/** Undefined where an id is lacking, which is told each time. */
function orderSeenIn(answer: Json, asked: ReadonlyMap<string, Part>, parts: readonly Part[]): Order | undefined {
  const lacked = parts.filter(({ key }) => own(answer, key) === undefined);
  if (lacked.some(({ isId }) => isId)) return undefined;
  return {
    stand: Object.keys(answer).flatMap((key) => asked.get(key) ?? []),
    lacks: lacked.flatMap(({ key, mayLack }) => (mayLack ? [] : [key])),
  };
}

function orderIn(seen: readonly Order[], answer: Json): Order | undefined {
  for (const order of seen) if (stands(answer, order.stand)) return order;
  return undefined;
}

function stands(answer: Json, parts: readonly Part[]): boolean {
  let place = 0;
  for (const key in answer) {
    if (parts[place]?.key !== key) return false;
    place += 1;
  }
  return place === parts.length;
}

/** Over the keys as they stand: to look each of them up in objects that are all alike made judging a fifth dearer (measured with what `isDay` saves). */
function passAll(answer: Json, { stand, lacks }: Order, walk: Walk): Json {
  let place = 0;
  for (const key in answer) {
    const pass = stand[place]?.pass;
    place += 1;
    if (!pass) continue;
    const value = answer[key];
    const passed = pass(value, walk);
    if (passed !== value) answer[key] = passed;
  }
  for (const key of lacks) answer[key] = null;
  return answer;
}

/** The object where it has no other keys, and what it has of these otherwise. */
function onlyOf(object: Json, keys: ReadonlyMap<string, unknown>): Json {
  for (const key in object)
    if (!keys.has(key)) return Object.fromEntries(Object.entries(object).filter(([each]) => keys.has(each)));
  return object;
}

/** A value of one field, and all below it. What a leaf takes is in this one function: most of an answer are leaves. */
function compileField(field: FieldShape, typeName: string, twin: boolean): Pass<unknown, unknown> {
  if (isHandle(field.name)) return compileId(typeName);
  const { labels, own, below } = field;
  const inside = below ? compileBelow(field, below, twin) : undefined;
  const leaf = compileLeaf(field.type);
  const set = setOf(labels);
  return (value, walk) => {
    if (value === null || value === undefined) return null;
    const { permits, record, said } = walk;
    permits[set] ??= labels.every((label) => record.categories.has(label));
    if (permits[set] && (!own || walk.isTheirs)) {
      if (inside) return inside(value, walk);
      const kept = leaf(value);
      if (kept !== undefined) {
        // What an item is about was told with the item.
        if (!twin && !said[set]) {
          said[set] = true;
          walk.told(labels);
        }
        return kept;
      }
    }
    walk.amiss();
    return null;
  };
}

/** Characters of an item's own id: those met are kept by their number (`itemIdsUnder`), which longer ones would make no bound of memory. */
const longestId = 500;

function compileId(typeName: string): Pass<unknown, string | null> {
  if (typeName === 'AgencyRecord') return (_, { record }) => record.handle;
  return (id, { record, itemId, amiss }) => {
    if ((typeof id === 'string' && id.length <= longestId) || typeof id === 'number')
      return itemId(record.agency, typeName, String(id));
    amiss();
    return null;
  };
}

function compileBelow({ items, type }: FieldShape, below: ObjectShape, twin: boolean): Pass<unknown, unknown> {
  if (items) return list(compileItem(below, twin));
  const object = compileObject(below, twin);
  const lacks = compileLacks(below);
  const whole: Pass<unknown, Json | undefined> = (value, walk) => {
    const kept = isObject(value) ? object(value, walk) : undefined;
    return kept && !lacks(kept) ? kept : undefined;
  };
  if (isListType(type)) return list(whole);
  return (value, walk) => {
    const kept = whole(value, walk);
    if (kept) return kept;
    walk.amiss();
    return null;
  };
}

/** Whether an object lacks what the contract promises of it. It would blank what it stands in further on, and be told of once for each. */
function compileLacks({ fields }: ObjectShape): (kept: Json) => boolean {
  const required = fields.flatMap((field) => (field.required ? [field.key] : []));
  return (kept) => {
    for (const key of required) if (kept[key] === null) return true;
    return false;
  };
}

/** An item with its own kinds of information; undefined where it may not pass. */
function compileItem(below: ObjectShape, twin: boolean): Pass<unknown, Json | undefined> {
  const object = compileObject(below, twin);
  const lacks = compileLacks(below);
  const asIs = below.fields.some(({ key, name }) => key === 'about' && name === 'about');
  const lost = ({ lost }: Walk): undefined => {
    if (twin) lost(below.type.name);
  };
  return (item, walk) => {
    if (!isObject(item)) return lost(walk);
    const about = item[aboutKey] ?? (asIs ? item.about : undefined);
    if (!areKinds(about)) return lost(walk);
    // What is withheld is not lost: nobody is told that it is there.
    for (const kind of about) if (!walk.record.categories.has(kind)) return undefined;
    if (!twin) walk.told(about);
    const kept = object(item, walk);
    return lacks(kept) ? lost(walk) : kept;
  };
}

const areKinds = (value: unknown): value is readonly string[] =>
  isList(value) && value.length > 0 && value.every((one) => typeof one === 'string');

/** In one list: many times what anybody has on file. To judge an item takes a moment, and what fits into an answer would take minutes. */
const mostItems = 10_000;
const isList = (value: unknown): value is unknown[] => Array.isArray(value) && value.length <= mostItems;

function list(pass: Pass<unknown, unknown>): Pass<unknown, unknown> {
  return (value, walk) => {
    if (!isList(value)) {
      walk.amiss();
      return null;
    }
    let passed = 0;
    for (const item of value) {
      const kept = pass(item, walk);
      if (kept === undefined) walk.amiss();
      else {
        value[passed] = kept;
        passed += 1;
      }
    }
    value.length = passed;
    return value;
  };
}

/** The value itself; `undefined` where it is not of the contract's type. */
type Leaf = (value: unknown) => unknown;

function compileLeaf(type: unknown): Leaf {
  if (!isListType(type)) return compileOneLeaf(type);
  const one = compileOneLeaf(type.ofType);
  return (value) => {
    if (!isList(value)) return undefined;
    for (const leaf of value) if (one(leaf) === undefined) return undefined;
    return value;
  };
}

function compileOneLeaf(type: unknown): Leaf {
  const named = typeof type === 'object' && type !== null && 'ofType' in type ? type.ofType : type;
  if (!isLeafType(named)) return () => undefined;
  if (isEnumType(named)) {
    const words = new Set<unknown>(named.getValues().map(({ name }) => name));
    return (value) => (words.has(value) ? value : undefined);
  }
  if (isScalarType(named) && named.name === 'Date') return (value) => (isDay(value) ? value : undefined);
  if (named.name === 'Boolean') return (value) => (typeof value === 'boolean' ? value : undefined);
  if (named.name === 'Int') return (value) => (isInt(value) ? value : undefined);
  return (value) => (typeof value === 'string' ? value : undefined);
}

/** Of 32 bits, as GraphQL has them: a number that is none differs from what it is cut to. */
const isInt = (value: unknown): boolean => typeof value === 'number' && value === (value | 0);
