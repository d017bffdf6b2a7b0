import { alertsNotTold } from '@accord/contract/vocabulary';
import { own } from '@accord/execution/Json';
import { isEnumType, isLeafType, isListType, isScalarType } from 'graphql';
import type { Released } from '../release/ReleaseBook.ts';
import type { ItemId } from './itemId.ts';
import { aboutKey, codeKey, type FieldShape, idKey, isAlert, type ObjectShape } from './shapeOf.ts';

/** What redaction needs to know besides the answer itself. */
export type Redaction = Readonly<{
  record: Released;
  itemId: ItemId;
  /** True if the requester is a caseworker of the record's own agency. */
  isTheirs: boolean;
  /** The alert categories agreed on, if the requester is the person it is about; otherwise null. */
  ownAlerts: AlertsAgreed | null;
  /** Called for each category that passes, except through the hub's own twins. */
  told: (categories: Iterable<string>) => void;
  /** Called for a value that is not what the contract says. */
  amiss: () => void;
  /** What there is still room for in the answer that this is part of; null if it is not limited. */
  room: ItemRoom | null;
  /** Called with the type of an item of one of the hub's own twins that was dropped because it is not what the contract says. */
  lost: (type: string) => void;
}>;

/** The codes of the alert categories that the partners agreed on. */
export type AlertsAgreed = Readonly<{ has(code: string): boolean }>;

/** By list: how many items of it one agency's answer may still hold, over all its records. A list that has not come yet has all its room. */
export type ItemRoom = Map<unknown, number>;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether a value is a day of the calendar, written `2026-01-31`. Cheaper than a regular expression: most of what is disclosed has a day. A
 * day that does not exist would have no place in an order, would disturb the order of others, and could not be shown on any page.
 */
function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || value.length !== 10) return false;
  for (let place = 0; place < 10; place += 1) {
    const code = value.charCodeAt(place);
    if (place === 4 || place === 7 ? code !== 45 : code < 48 || code > 57) return false;
  }
  const [month, day] = [twoDigits(value, 5), twoDigits(value, 8)];
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(twoDigits(value, 0) * 100 + twoDigits(value, 2), month, 0)).getUTCDate();
}

/** The number that two digits make. */
const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

/** The state of one record's redaction. Sets of labels are identified by number (`setOf`). */
type Walk = Redaction &
  Readonly<{
    /** Whether all labels of a set are permitted; undefined until it is first needed. */
    permits: (boolean | undefined)[];
    /** True once it was reported that they passed. */
    said: (boolean | undefined)[];
  }>;

/**
 * Returns what may be passed on of an object, an item or a value: the same one, if nothing in it changes. Compiled once for each
 * shape.
 */
type Pass<Value, Passed> = (value: Value, walk: Walk) => Passed;

const passes = new WeakMap<ObjectShape, Pass<Json, Json>>();

/**
 * Returns what may be passed on of one record's answer: the requested fields of permitted categories, as the contract types them,
 * and the keys that the exchange requested for itself, if they came.
 *
 * Judges by type and field, never by response key. Anything else that an agency sent is dropped. Agencies guard the same fields;
 * this is for an agency that errs or lies. A shape is compiled when it is first met, and cached as long as it exists.
 *
 * CAUTION: changes `answer`, and returns that same object unless it holds keys that were not requested: most of what comes may be
 * passed on as it came.
 */
export function redact(answer: Json, shape: ObjectShape, redaction: Redaction): Json {
  let pass = passes.get(shape);
  if (!pass) {
    pass = compileObject(shape, false);
    passes.set(shape, pass);
  }
  const { record, itemId, isTheirs, ownAlerts, told, amiss, room, lost } = redaction;
  return pass(answer, {
    record,
    itemId,
    isTheirs,
    ownAlerts,
    told,
    amiss,
    room,
    lost,
    permits: permitsOf(record),
    said: [],
  });
}

/** Fields share few sets of labels, and records have hundreds of fields, so what is permitted is looked up by the set's number. */
const sets = new Map<string, number>();

function setOf(labels: readonly string[]): number {
  const words = [...labels].sort().join(' ');
  const known = sets.get(words) ?? sets.size;
  sets.set(words, known);
  return known;
}

/** Decisions are cached between requests (`DecisionsKept`); what one permits of each set of labels is cached with it. */
const permitsKept = new WeakMap<Released, (boolean | undefined)[]>();

function permitsOf(record: Released): (boolean | undefined)[] {
  const kept = permitsKept.get(record) ?? [];
  permitsKept.set(record, kept);
  return kept;
}

/** A record of which nothing came, or nothing may come: every requested field is null. */
export const absent = (shape: ObjectShape, handle: string): Json =>
  Object.fromEntries(shape.fields.map(({ key, name }) => [key, isHandle(name) ? handle : null]));

/**
 * True if something of this field could be released, so that it is worth asking for. What a person is not told of is asked for as well:
 * an answer that came at once, or while the agency is away, would show them that it is closed to them.
 */
export const mayRelease = ({ labels, name }: FieldShape, { categories, unread }: Released): boolean =>
  !isHandle(name) && labels.every((label) => categories.has(label) || unread?.has(label) === true);

const isHandle = (name: string): boolean => name === 'id' || name === '_id';

/** One key of an object; without `pass` its value is passed on as it came. */
type Part = Readonly<{ key: string; mayLack: boolean; isId: boolean; pass?: Pass<unknown, unknown> }>;

/** `twin`: the object is below one of the hub's twins, so it counts as disclosed only once the hub merges it. */
function compileObject({ type, fields, typed }: ObjectShape, twin: boolean): Pass<Json, Json> {
  const parts = fields.map((field): Required<Part> => {
    const { key } = field;
    const isTwin = twin || field.twin;
    // A missing twin becomes null all the same: the plan takes a record that lacks one twin for one that lacks them all.
    const mayLack = field.conditional && !isTwin;
    return { key, mayLack, isId: isHandle(field.name), pass: compileField(field, type.name, isTwin) };
  });
  const beside = [...(typed ? ['__typename'] : []), idKey, aboutKey, codeKey].filter((key) =>
    parts.every((one) => one.key !== key),
  );
  const asked: ReadonlyMap<string, Part> = new Map(
    [...parts, ...beside.map((key): Part => ({ key, mayLack: true, isId: false }))].map((part) => [part.key, part]),
  );
  /** Key orders seen in answers that held requested keys and nothing else. Agencies answer in the order in which they are asked. */
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

/** The keys that an answer held, in order, and those it lacked, which become null. */
type Order = Readonly<{ stand: readonly Part[]; lacks: readonly string[] }>;

/**
 * A shape has only a few orders: keys are missing because of a condition, an agency's older contract, or because nobody would be
 * shown them.
 */
const mostOrders = 4;

/** Undefined if an id is missing: in every such answer, a record's id must be filled in and any other reported. */
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

/**
 * Walks the keys in the order they come: looking each one up in objects that are all alike made judging a fifth slower (measured
 * together with what `isDay` saves).
 */
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

/** The object itself if it has no other keys; otherwise a copy with these keys only. */
function onlyOf(object: Json, keys: ReadonlyMap<string, unknown>): Json {
  for (const key in object)
    if (!keys.has(key)) return Object.fromEntries(Object.entries(object).filter(([each]) => keys.has(each)));
  return object;
}

/** Judges the value of one field and everything below it. Leaves are handled in this one function, because most of an answer is leaves. */
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
        // The categories of an item were reported with the item.
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

/** Whether an object lacks what the contract promises of it. It would null what it stands in later on, and be reported once for each. */
function compileLacks({ fields }: ObjectShape): (kept: Json) => boolean {
  const required = fields.flatMap((field) => (field.required ? [field.key] : []));
  return (kept) => {
    for (const key of required) if (kept[key] === null) return true;
    return false;
  };
}

/** An item with its own categories; undefined if it should not have come, null if only this reader may not have it. */
function compileItem(below: ObjectShape, twin: boolean): Pass<unknown, Json | undefined | null> {
  const object = compileObject(below, twin);
  const lacks = compileLacks(below);
  const isAsIs = (field: string): boolean => below.fields.some(({ key, name }) => key === field && name === field);
  const [asIs, codeAsIs, alert] = [isAsIs('about'), isAsIs('code'), isAlert(below.type)];
  const lost = ({ lost }: Walk): undefined => {
    if (twin) lost(below.type.name);
  };
  return (item, walk) => {
    if (!isObject(item)) return lost(walk);
    const about = item[aboutKey] ?? (asIs ? item.about : undefined);
    if (!areKinds(about)) return lost(walk);
    // What is withheld is not reported as lost: nobody learns that it is there.
    for (const kind of about) if (!walk.record.categories.has(kind)) return undefined;
    if (alert && walk.ownAlerts) {
      const code = item[codeKey] ?? (codeAsIs ? item.code : undefined);
      if (!mayTellPerson(code, walk.ownAlerts)) return null;
    }
    if (!twin) walk.told(about);
    const kept = object(item, walk);
    // An item that lacks what the contract promises would null the whole list later on.
    return lacks(kept) ? lost(walk) : kept;
  };
}

/**
 * Whether a person may read an alert about themself, by its code. One that says that they use violence tells them who spoke of it,
 * and one of no agreed kind may say so too.
 */
const mayTellPerson = (code: unknown, agreed: AlertsAgreed): boolean =>
  typeof code === 'string' && agreed.has(code) && !alertsNotTold.has(code);

const areKinds = (value: unknown): value is readonly string[] =>
  isList(value) && value.length > 0 && value.every((one) => typeof one === 'string');

/** In one list: many times what anybody has on file. To judge an item takes a moment, and what fits into an answer would take minutes. */
const mostItems = 10_000;
const isList = (value: unknown): value is unknown[] => Array.isArray(value) && value.length <= mostItems;

/**
 * In the lists of one field, over all records of an answer: many times what is on any board. Each item is judged, named and put in order by
 * itself, and all that fits into an answer would keep everybody waiting for seconds.
 */
const mostItemsOfAnswer = 20_000;

function list(pass: Pass<unknown, unknown>): Pass<unknown, unknown> {
  const hasRoom = (many: number, room: ItemRoom | null): boolean => {
    if (room === null) return true;
    const left = (room.get(pass) ?? mostItemsOfAnswer) - many;
    if (left >= 0) room.set(pass, left);
    return left >= 0;
  };
  return (value, walk) => {
    // Never shortened: half a list of alerts would look like a whole one.
    if (!isList(value) || !hasRoom(value.length, walk.room)) {
      walk.amiss();
      return null;
    }
    let passed = 0;
    for (const item of value) {
      const kept = pass(item, walk);
      if (kept === undefined) walk.amiss();
      else if (kept !== null) {
        value[passed] = kept;
        passed += 1;
      }
    }
    value.length = passed;
    return value;
  };
}

/** Returns the value itself, or `undefined` if it is not of the contract's type. */
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
