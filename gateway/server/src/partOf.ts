/** Returns the named property of a value from outside, whatever that value is; undefined where it has none of that name. */
export const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
