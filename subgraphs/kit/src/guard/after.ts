/** Applies `then` to a value: at once if the value is there, otherwise when its promise settles. */
export const after = <Value, Next>(
  value: Value | Promise<Value>,
  then: (value: Value) => Next,
): Next | Promise<Awaited<Next>> =>
  value instanceof Promise ? value.then(then as (value: Value) => Promise<Awaited<Next>>) : then(value);
