/** An object of an answer while it grows: what a subgraph sent, with what others add to it. */
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The object's own value under a key, which may be any name (GraphQL specification, 2.1.9): what every object inherits (`constructor`,
 * `__proto__`, …) is not its own. All of that but `__proto__` are functions, which no answer holds.
 */
export function own(object: Json, key: string): unknown {
  const value = object[key];
  if (typeof value !== 'function' && key !== '__proto__') return value;
  return Object.hasOwn(object, key) ? value : undefined;
}

/** Sets the object's own value: an assignment to `__proto__` would change what it inherits instead. */
export function put(object: Json, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
  else object[key] = value;
}
