import { isEnumType, isLeafType, isListType, isScalarType } from 'graphql';
import type { Released } from '../release/ReleaseBook.ts';
import type { ItemId } from './itemId.ts';
import { aboutKey, type FieldShape, type ObjectShape } from './shapeOf.ts';

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
}>;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** What may go on of an object, an item or a value; made once for a shape. */
type Pass<Value, Passed> = (value: Value, redaction: Redaction) => Passed;

const passes = new WeakMap<ObjectShape, Pass<Json, Json>>();

/**
 * What may go on of one record's answer: the fields that were asked, as the contract types them, of permitted kinds.
 *
 * Judged by type and field, never by response key. Whatever else an agency sent is left behind. Agencies guard the same
 * fields; this is for the one that errs or lies. Compiled when a shape is first met, and kept as long as the shape is.
 */
export function redact(answer: Json, shape: ObjectShape, redaction: Redaction): Json {
  let pass = passes.get(shape);
  if (!pass) {
    pass = compileObject(shape, false);
    passes.set(shape, pass);
  }
  return pass(answer, redaction);
}

/** A record of which nothing came, or may: every field asked is null. */
export const absent = (shape: ObjectShape, handle: string): Json =>
  Object.fromEntries(shape.fields.map(({ key, name }) => [key, isHandle(name) ? handle : null]));

/** True where something of this field could be released: then it is worth asking. */
export function mayRelease({ labels, items, name }: FieldShape, { categories }: Released): boolean {
  if (isHandle(name)) return false;
  return items ? categories.size > 0 : labels.every((label) => categories.has(label));
}

const isHandle = (name: string): boolean => name === 'id' || name === '_id';

/** `twin`: it hangs under a twin of the hub's, and is told only once the hub merges it. */
function compileObject({ type, fields }: ObjectShape, twin: boolean): Pass<Json, Json> {
  const parts = fields.map((field) => {
    const { key } = field;
    const isTwin = twin || field.twin;
    // A twin that is left out is null all the same: the plan takes a record that lacks one twin for one that lacks them all.
    const mayLack = field.conditional && !isTwin;
    return { key, mayLack, isId: isHandle(field.name), pass: compileField(field, type.name, isTwin) };
  });
  return (answer, redaction) => {
    const kept: Record<string, unknown> = { __typename: type.name };
    for (const { key, mayLack, isId, pass } of parts) {
      const isThere = Object.hasOwn(answer, key);
      if (mayLack && !isThere) continue;
      kept[key] = isThere || isId ? pass(isThere ? answer[key] : undefined, redaction) : null;
    }
    return kept;
  };
}

function compileField(field: FieldShape, typeName: string, twin: boolean): Pass<unknown, unknown> {
  if (isHandle(field.name)) return compileId(typeName);
  const { labels, own } = field;
  const inside = compileValue(field, twin);
  return (value, redaction) => {
    if (value === null || value === undefined) return null;
    const { categories } = redaction.record;
    let permitted = !own || redaction.isTheirs;
    for (const label of labels) permitted &&= categories.has(label);
    if (permitted) return inside(value, redaction);
    redaction.amiss();
    return null;
  };
}

function compileId(typeName: string): Pass<unknown, string | null> {
  if (typeName === 'AgencyRecord') return (_, { record }) => record.handle;
  return (id, { record, itemId, amiss }) => {
    if (typeof id === 'string' || typeof id === 'number') return itemId(record.agency, typeName, String(id));
    amiss();
    return null;
  };
}

function compileValue(field: FieldShape, twin: boolean): Pass<unknown, unknown> {
  const { below, type, labels } = field;
  if (field.items) return list(compileItem(below, twin));
  if (!below) {
    const leaf = compileLeaf(type);
    return (value, redaction) => {
      const kept = leaf(value);
      if (kept === undefined) redaction.amiss();
      // What an item is about was told with the item.
      else if (kept !== null && !twin) redaction.told(labels);
      return kept ?? null;
    };
  }
  const object = compileObject(below, twin);
  if (isListType(type)) return list((item, redaction) => (isObject(item) ? object(item, redaction) : undefined));
  return (value, redaction) => {
    if (isObject(value)) return object(value, redaction);
    redaction.amiss();
    return null;
  };
}

/** An item with its own kinds of information; undefined where it may not pass. */
function compileItem(below: ObjectShape | undefined, twin: boolean): Pass<unknown, Json | undefined> {
  if (!below) return () => undefined;
  const object = compileObject(below, twin);
  const required = below.fields.flatMap((field) => (field.required ? [field.key] : []));
  return (item, redaction) => {
    if (!isObject(item)) return undefined;
    const about = item[aboutKey];
    if (!areKinds(about) || !about.every((kind) => redaction.record.categories.has(kind))) return undefined;
    if (!twin) redaction.told(about);
    const kept = object(item, redaction);
    // An item that lacks what the contract promises would blank the whole list further on.
    for (const key of required) if (kept[key] === null) return undefined;
    return kept;
  };
}

const areKinds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');

function list(pass: Pass<unknown, unknown>): Pass<unknown, unknown> {
  return (value, redaction) => {
    if (!Array.isArray(value)) {
      redaction.amiss();
      return null;
    }
    const passed: unknown[] = [];
    for (const item of value) {
      const kept = pass(item, redaction);
      if (kept === undefined) redaction.amiss();
      else passed.push(kept);
    }
    return passed;
  };
}

/** The value as the contract types it; `undefined` where it is not of that type. */
type Leaf = (value: unknown) => unknown;

function compileLeaf(type: unknown): Leaf {
  if (!isListType(type)) return compileOneLeaf(type);
  const one = compileOneLeaf(type.ofType);
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const leaves = value.map(one);
    return leaves.includes(undefined) ? undefined : leaves;
  };
}

function compileOneLeaf(type: unknown): Leaf {
  const named = typeof type === 'object' && type !== null && 'ofType' in type ? type.ofType : type;
  if (!isLeafType(named)) return () => undefined;
  if (isEnumType(named)) return (value) => (typeof value === 'string' && named.getValue(value) ? value : undefined);
  if (isScalarType(named) && named.name === 'Date')
    return (value) => (typeof value === 'string' && dayPattern.test(value) ? value : undefined);
  if (named.name === 'Boolean') return (value) => (typeof value === 'boolean' ? value : undefined);
  if (named.name === 'Int') return (value) => (Number.isInteger(value) ? value : undefined);
  return (value) => (typeof value === 'string' ? value : undefined);
}
