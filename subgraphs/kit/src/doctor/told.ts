import { alertTerms, needTerms } from '@accord/contract/vocabulary';
import { isDay } from '../mapping/day.ts';
import { isHandle, type Part } from './contractShape.ts';
import type { Selected } from './Selection.ts';

/** What an agency answered in one place; only where it is, never what it is, goes on from here. */
type Told = Readonly<{ part: Part; value: unknown; about: readonly unknown[] | undefined }>;

const alertCodes: ReadonlySet<unknown> = new Set(alertTerms.map(({ code }) => code));
const needCodes: ReadonlySet<unknown> = new Set(needTerms.map(({ code }) => code));

/** Coordinates of everything that was told beyond these categories, and of items that tell more than is permitted. */
export function toldBeyond(
  answer: unknown,
  selected: readonly Selected[],
  permitted: ReadonlySet<string>,
): readonly string[] {
  return walk(answer, selected).flatMap(({ part, value, about }) => {
    if (value === null || isHandle(part)) return [];
    if (!part.labels.every((label) => permitted.has(label))) return [part.coordinate];
    const beyond = about && !about.every((category) => typeof category === 'string' && permitted.has(category));
    return beyond ? [`${part.coordinate} (an item about more than is permitted)`] : [];
  });
}

/** Coordinates of what does not fit the contract. */
export function unfitIn(answer: unknown, selected: readonly Selected[]): readonly string[] {
  return walk(answer, selected).flatMap(({ part, value, about }) => {
    if (value === null) return part.required ? [`${part.coordinate} is null`] : [];
    if (about?.length === 0) return [`${part.coordinate} has an item that names no kind of information`];
    const amiss = faultOf(value, part);
    return amiss ? [`${part.coordinate} ${amiss}`] : [];
  });
}

/** Coordinates of lists that hold two items of one id. */
export function repeatedIds(answer: unknown, selected: readonly Selected[]): readonly string[] {
  return selected.flatMap(({ key, part, below }) => {
    const value = at(answer, key);
    const id = below?.find((one) => one.part.field === 'id');
    if (!id || !Array.isArray(value)) return [];
    const ids = value.map((item) => at(item, id.key));
    return new Set(ids).size < ids.length ? [part.coordinate] : [];
  });
}

/** How many values were told, handles not counted: the records of which most is told are the best to examine. */
export const toldOf = (answer: unknown, selected: readonly Selected[]): number =>
  walk(answer, selected).filter(({ part, value }) => value !== null && !isHandle(part) && !Array.isArray(value)).length;

/** Coordinates of what was told in both answers, but not alike. Lists are compared item by item, by their ids. */
export function toldOtherwise(one: unknown, other: unknown, selected: readonly Selected[]): readonly string[] {
  return selected.flatMap(({ key, part, below }) => {
    const [here, there] = [at(one, key), at(other, key)];
    if (here === null || there === null) return [];
    if (!below) return JSON.stringify(here) === JSON.stringify(there) ? [] : [part.coordinate];
    if (!Array.isArray(here) || !Array.isArray(there)) return toldOtherwise(here, there, below);
    const id = below.find((field) => field.part.field === 'id');
    if (!id) return [];
    const byId = new Map(there.map((item) => [at(item, id.key), item]));
    return here.flatMap((item) => {
      const match = byId.get(at(item, id.key));
      return match === undefined ? [`${part.coordinate} (an item)`] : toldOtherwise(item, match, below);
    });
  });
}

function walk(answer: unknown, selected: readonly Selected[]): readonly Told[] {
  return selected.flatMap(({ key, part, below }): readonly Told[] => {
    const value = at(answer, key);
    const items = Array.isArray(value) ? value : [value];
    const inside = below ? items.flatMap((item) => (item === null ? [] : walk(item, below))) : [];
    const about = part.items && value !== null ? items.map((item) => aboutOf(item, below ?? [])) : [];
    return [
      { part, value, about: undefined },
      ...about.map((categories) => ({ part, value: [], about: categories })),
      ...inside,
    ];
  });
}

function aboutOf(item: unknown, below: readonly Selected[]): readonly unknown[] {
  const about = at(item, below.find(({ part }) => part.field === 'about')?.key ?? 'about');
  return Array.isArray(about) ? about : [];
}

/** What an object has under a key; null where it has nothing. */
export function at(value: unknown, key: string): unknown {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
  return found ?? null;
}

function faultOf(value: unknown, part: Part): string | undefined {
  if (part.list !== Array.isArray(value)) return part.list ? 'is not a list' : 'is a list';
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => faultOfOne(one, part)).find((fault) => fault !== undefined);
}

function faultOfOne(value: unknown, { type, values, below }: Part): string | undefined {
  if (below) return typeof value === 'object' && value !== null ? undefined : 'is not an object';
  if (values) return typeof value === 'string' && values.has(value) ? undefined : 'is not one of its values';
  switch (type) {
    case 'Date':
      return typeof value === 'string' && isDay(value) ? undefined : 'is not a date (YYYY-MM-DD)';
    case 'AlertCode':
      return alertCodes.has(value) ? undefined : 'is not a code of the vocabulary';
    case 'NeedCode':
      return needCodes.has(value) ? undefined : 'is not a code of the vocabulary';
    case 'Boolean':
      return typeof value === 'boolean' ? undefined : 'is neither true nor false';
    case 'Int':
      return Number.isSafeInteger(value) ? undefined : 'is not a whole number';
    case 'ID':
    case 'CategoryCode':
      return typeof value === 'string' && value !== '' ? undefined : 'is not a code';
    default:
      return typeof value === 'string' ? undefined : 'is not text';
  }
}
