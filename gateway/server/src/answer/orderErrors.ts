type Placed = Readonly<{ path?: readonly (string | number)[] }>;

const placeOf = ({ path = [] }: Placed): string => JSON.stringify(path);

/** Sorts errors by path. Parts of a plan run at the same time, and the order of failures would reveal which part takes longer. */
export const orderErrors = <E extends Placed>(errors: readonly E[]): readonly E[] =>
  errors.length < 2
    ? errors
    : [...errors].sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) < placeOf(b) ? -1 : 1));
