import { isObject, type Json, own, put } from './Json.ts';

/**
 * Adds to an object what another fetch brought of it: objects key by key, lists of one length item by item; anything else is replaced.
 * Both are JSON, whose objects inherit nothing that can be listed.
 *
 * Deviates from @apollo/gateway in lists of lists, whose items it replaces, so that what the first fetch brought is lost.
 */
export function mergeInto(target: Json, source: Json): void {
  for (const key in source) {
    const value = source[key];
    if (value === undefined) continue;
    const present = own(target, key);
    if (present === undefined) put(target, key, value);
    else if (present !== value) put(target, key, merged(present, value));
  }
}

/** The same, with nothing of the source in the target: what is added to one object later is not added to others that had the same. */
export function mergeCopyInto(target: Json, source: Json): void {
  for (const key in source) {
    const value = source[key];
    if (value === undefined) continue;
    const present = own(target, key);
    put(target, key, present === undefined ? copied(value) : merged(present, copied(value)));
  }
}

function merged(present: unknown, value: unknown): unknown {
  if (isObject(present) && isObject(value)) {
    mergeInto(present, value);
    return present;
  }
  if (Array.isArray(present) && Array.isArray(value) && present.length === value.length) {
    for (const [index, item] of value.entries())
      if (present[index] !== item) present[index] = merged(present[index], item);
    return present;
  }
  return value;
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (!isObject(value)) return value;
  const copy: Json = {};
  for (const key in value) put(copy, key, copied(value[key]));
  return copy;
}
