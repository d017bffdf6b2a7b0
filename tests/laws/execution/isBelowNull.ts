/** True if this place is not in the data because something that contains it is null. */
export function isBelowNull(path: readonly (string | number)[], data: unknown): boolean {
  let value: unknown = data;
  for (const step of path.slice(0, -1)) {
    if (value === null || value === undefined) return true;
    value = Reflect.get(Object(value), step);
  }
  return value === null || value === undefined;
}
