const usual = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Record numbers as UUIDs, in lower case with hyphens. Any other spelling is left out; some databases would fail on it. */
export const uuids = (numbers: readonly string[]): string[] => numbers.filter((number) => usual.test(number));
