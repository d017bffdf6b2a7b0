import { isObject, type Json, own } from '@accord/execution/Json';

/** One step of a planner's path: a response key, or every item of a list; then, optionally, only objects of these types. */
type Part = Readonly<{ key: string | undefined; types: ReadonlySet<unknown> | undefined }>;

/** The place of an object in the answer (GraphQL specification, 7.1.2: `path` of an error). */
export type Place = readonly (string | number)[];

/** Splits a path into its steps. */
export const partsOf = (path: readonly string[]): readonly Part[] => path.flatMap(partOf);

/** Reads `key` or `@`, either of them optionally followed by `|[A,B]`. An empty key stays at the same object. */
function partOf(text: string): readonly Part[] {
  const [name = '', ...conditions] = text.split('|');
  const types = conditions.map((one) => new Set<unknown>(one.slice(1, -1).split(',')))[0];
  return name === '' && types === undefined ? [] : [{ key: name === '@' ? undefined : name, types }];
}

const applies = ({ types }: Part, value: unknown): boolean =>
  types === undefined || !isObject(value) || types.has(own(value, '__typename'));

/**
 * Returns a function that finds the objects of an answer at a path, in order. Whatever is null or has another shape along the way yields
 * none.
 *
 * Deviates from @apollo/gateway where a list should stand and something else does: the gateway gives up the whole request.
 */
export function entitiesAt(path: readonly string[]): (data: Json) => readonly Json[] {
  let collect = (value: unknown, found: Json[]): void => {
    if (isObject(value)) found.push(value);
  };
  for (const part of [...partsOf(path)].reverse()) {
    const { key } = part;
    const next = collect;
    const collectOne = part.types
      ? (value: unknown, found: Json[]) => applies(part, value) && next(value, found)
      : next;
    if (key === undefined)
      collect = (value, found) => {
        if (Array.isArray(value)) for (const item of value) collectOne(item, found);
      };
    else if (key === '') collect = collectOne;
    else
      collect = (value, found) => {
        if (isObject(value)) collectOne(own(value, key), found);
      };
  }
  return (data) => {
    const found: Json[] = [];
    collect(data, found);
    return found;
  };
}

/** Returns a function that finds where each of those objects stands, in every place if there are several. Only errors need it. */
export function placesAt(path: readonly string[]): (data: Json) => ReadonlyMap<Json, readonly Place[]> {
  const parts = partsOf(path);
  return (data) => {
    const places = new Map<Json, Place[]>();
    const walk = (value: unknown, at: number, place: Place): void => {
      const part = parts[at];
      if (part === undefined) {
        if (isObject(value)) places.set(value, [...(places.get(value) ?? []), place]);
      } else if (part.key === undefined) {
        if (Array.isArray(value))
          for (const [index, item] of value.entries()) if (applies(part, item)) walk(item, at + 1, [...place, index]);
      } else if (part.key === '') {
        if (applies(part, value)) walk(value, at + 1, place);
      } else if (isObject(value)) {
        const below = own(value, part.key);
        if (applies(part, below)) walk(below, at + 1, [...place, part.key]);
      }
    };
    walk(data, 0, []);
    return places;
  };
}

/** The part of a path that is the same place in any answer: everything before the first list. */
export function placeBefore(path: readonly string[]): Place {
  const parts = partsOf(path);
  const list = parts.findIndex(({ key }) => key === undefined);
  return parts.slice(0, list === -1 ? parts.length : list).flatMap(({ key }) => (key ? [key] : []));
}
