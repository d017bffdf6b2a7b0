/** An object of an answer under construction: what a subgraph sent, plus what others add to it. */
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Returns the object's own value under a key, which may be any name (GraphQL specification, 2.1.9). What every object inherits
 * (`constructor`, `__proto__`, …) is not its own.
 *
 * Every inherited value except `__proto__` is a function, and no answer contains functions, so only those two cases need the
 * slower check.
 */
export function own(object: Json, key: string): unknown {
  const value = object[key];
  if (typeof value !== 'function' && key !== '__proto__') return value;
  return Object.hasOwn(object, key) ? value : undefined;
}

/** Sets the object's own value: a plain assignment to `__proto__` would change the object's prototype instead. */
export function put(object: Json, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
  else object[key] = value;
}
