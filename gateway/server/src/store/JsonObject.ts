/** A fact's body as it is stored: the store does not look into it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws when `value`, read from the database, is not an object. The hub writes nothing but objects there. */
export function jsonObject(value: unknown): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Error('A fact in the database is not an object. Something other than the hub changed it.');
}
