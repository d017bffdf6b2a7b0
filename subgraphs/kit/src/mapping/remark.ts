/** What a value transform could not make sense of. The value may be anybody's, so it is for who hears it to judge what may be said. */
export type Remark = Readonly<{
  kind: 'CODE_NOT_IN_MAP' | 'NOT_A_DAY' | 'NOT_JSON' | 'NOT_AN_INSTANT';
  value: unknown;
}>;

type Hear = (remark: Remark) => void;

let hear: Hear | undefined;

/** Says that a value was not what the mapping expects. Nobody hears it but `verifyMapping`; the transform gives its `rest` or null. */
export function remark(said: Remark): void {
  hear?.(said);
}

/**
 * Runs `run`, which does not wait for anything, and hears what the value transforms remark in it.
 *
 * Transforms are plain functions of a value (`codes`, `dayWritten`), so nothing else could lead from one to its listener.
 */
export function hearing<Value>(by: Hear, run: () => Value): Value {
  const before = hear;
  hear = by;
  try {
    return run();
  } finally {
    hear = before;
  }
}
