import { isObject, type Json, own } from '@accord/execution/Json';

/** One step down a path of the planner: a response key, or every item of a list; then, it may be, only objects of these types. */
type Part = Readonly<{ key: string | undefined; types: ReadonlySet<unknown> | undefined }>;

/** Place of an object in the answer (GraphQL specification, 7.1.2: `path` of an error). */
export type Place = readonly (string | number)[];

/** The steps of a path. */
export const partsOf = (path: readonly string[]): readonly Part[] => path.flatMap(partOf);

/** `key`, `@`, or either with `|[A,B]` behind it; an empty key stays where it is. */
function partOf(text: string): readonly Part[] {
  const [name = '', ...conditions] = text.split('|');
  const types = conditions.map((one) => new Set<unknown>(one.slice(1, -1).split(',')))[0];
  return name === '' && types === undefined ? [] : [{ key: name === '@' ? undefined : name, types }];
}

const applies = ({ types }: Part, value: unknown): boolean =>
  types === undefined || !isObject(value) || types.has(own(value, '__typename'));

/**
 * The objects of an answer at a path, in their order; what is null or of another shape on the way there has none.
 *
 * Deviates from @apollo/gateway where something other than a list stands where a list should: it gives up the whole request.
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

/** Where each of those objects stands; one that stands in several places, in each of them. Only errors need it. */
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

/** The part of a path that is one place whatever the answer: up to the first list. */
export function placeBefore(path: readonly string[]): Place {
  const parts = partsOf(path);
  const list = parts.findIndex(({ key }) => key === undefined);
  return parts.slice(0, list === -1 ? parts.length : list).flatMap(({ key }) => (key ? [key] : []));
}
