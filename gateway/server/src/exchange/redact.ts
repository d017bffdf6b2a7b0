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

/**
 * What may go on of one record's answer: the fields that were asked, as the contract types them, of permitted kinds.
 *
 * Judged by type and field, never by response key. Whatever else an agency sent is left behind. Agencies guard the same
 * fields; this is for the one that errs or lies.
 */
export function redact(answer: Json, shape: ObjectShape, redaction: Redaction): Json {
  return object(answer, shape, redaction, { twin: false, about: [] });
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

/** What the value hangs under: a twin of the hub's, an item with its own kinds of information. */
type Under = Readonly<{ twin: boolean; about: readonly string[] }>;

function object(answer: Json, { type, fields }: ObjectShape, redaction: Redaction, under: Under): Json {
  const kept: Record<string, unknown> = { __typename: type.name };
  for (const field of fields) {
    // A twin that is left out is null all the same: the plan takes a record that lacks one twin for one that lacks them all.
    const twin = under.twin || field.twin;
    if (field.conditional && !twin && !Object.hasOwn(answer, field.key)) continue;
    if (isHandle(field.name)) kept[field.key] = idOf(answer, field, type.name, redaction);
    else if (Object.hasOwn(answer, field.key)) kept[field.key] = fieldValue(answer[field.key], field, redaction, under);
    else kept[field.key] = null;
  }
  return kept;
}

function idOf(
  answer: Json,
  { key }: FieldShape,
  typeName: string,
  { record, itemId, amiss }: Redaction,
): string | null {
  if (typeName === 'AgencyRecord') return record.handle;
  const id = answer[key];
  if (typeof id === 'string' || typeof id === 'number') return itemId(record.agency, typeName, String(id));
  amiss();
  return null;
}

function fieldValue(value: unknown, field: FieldShape, redaction: Redaction, under: Under): unknown {
  if (value === null || value === undefined) return null;
  const { record } = redaction;
  if (!field.labels.every((label) => record.categories.has(label)) || (field.own && !redaction.isTheirs)) {
    redaction.amiss();
    return null;
  }
  const inside: Under = { twin: under.twin || field.twin, about: under.about };
  if (field.items) return items(value, field, redaction, inside);
  if (!field.below) {
    const leaf = leafValue(value, field, redaction);
    if (leaf !== null && !inside.twin) redaction.told([...field.labels, ...under.about]);
    return leaf;
  }
  const below = field.below;
  if (isListType(field.type))
    return list(value, redaction, (item) => (isObject(item) ? object(item, below, redaction, inside) : undefined));
  if (isObject(value)) return object(value, below, redaction, inside);
  redaction.amiss();
  return null;
}

function items(value: unknown, { below }: FieldShape, redaction: Redaction, under: Under): unknown {
  return list(value, redaction, (item) => {
    if (!below || !isObject(item)) return undefined;
    const about = item[aboutKey];
    const permitted =
      Array.isArray(about) &&
      about.length > 0 &&
      about.every(
        (category): category is string => typeof category === 'string' && redaction.record.categories.has(category),
      );
    if (!permitted) return undefined;
    if (!under.twin) redaction.told(about);
    const kept = object(item, below, redaction, { ...under, about });
    // An item that lacks what the contract promises would blank the whole list further on.
    return below.fields.some(({ key, required }) => required && kept[key] === null) ? undefined : kept;
  });
}

function list(value: unknown, redaction: Redaction, keep: (item: unknown) => unknown): unknown {
  if (!Array.isArray(value)) {
    redaction.amiss();
    return null;
  }
  return value.flatMap((item) => {
    const kept = keep(item);
    if (kept === undefined) redaction.amiss();
    return kept === undefined ? [] : [kept];
  });
}

function leafValue(value: unknown, { type }: FieldShape, redaction: Redaction): unknown {
  const whole = isListType(type) ? listOfLeaves(value, type.ofType) : leaf(value, type);
  if (whole === undefined) redaction.amiss();
  return whole ?? null;
}

function listOfLeaves(value: unknown, type: unknown): unknown {
  if (!Array.isArray(value)) return undefined;
  const leaves = value.map((item) => leaf(item, type));
  return leaves.includes(undefined) ? undefined : leaves;
}

/** The value as the contract types it; `undefined` where it is not of that type. */
function leaf(value: unknown, type: unknown): unknown {
  const named = typeof type === 'object' && type !== null && 'ofType' in type ? type.ofType : type;
  if (!isLeafType(named)) return undefined;
  if (isEnumType(named)) return typeof value === 'string' && named.getValue(value) ? value : undefined;
  if (isScalarType(named) && named.name === 'Date')
    return typeof value === 'string' && dayPattern.test(value) ? value : undefined;
  if (named.name === 'Boolean') return typeof value === 'boolean' ? value : undefined;
  if (named.name === 'Int') return Number.isInteger(value) ? value : undefined;
  return typeof value === 'string' ? value : undefined;
}
