/** Returns `value`. Throws RangeError unless it is a whole number, 0 or more. */
export function wholeNumber(value: number, what: string): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`${what} is ${value}. Give a whole number, 0 or more.`);
}
