/** What a value transform could not make sense of. The value may be personal data, so the listener decides what may be shown. */
export type Remark = Readonly<{
  kind: 'CODE_NOT_IN_MAP' | 'NOT_A_DAY' | 'NOT_JSON' | 'NOT_AN_INSTANT';
  value: unknown;
}>;

type Hear = (remark: Remark) => void;

let hear: Hear | undefined;

/** Reports a value that is not what the mapping expects. Only `verifyMapping` listens; the transform returns its `rest` or null. */
export function remark(said: Remark): void {
  hear?.(said);
}

/**
 * Runs `run`, which must be synchronous, and passes what the value transforms remark meanwhile to `by`.
 *
 * Transforms are plain functions of a value (`codes`, `dayWritten`), so they have no other way to reach a listener.
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
