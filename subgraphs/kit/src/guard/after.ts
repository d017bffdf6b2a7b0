/** What `then` makes of a value: at once where the value is there, later where it is still to come. */
export const after = <Value, Next>(
  value: Value | Promise<Value>,
  then: (value: Value) => Next,
): Next | Promise<Awaited<Next>> =>
  value instanceof Promise ? value.then(then as (value: Value) => Promise<Awaited<Next>>) : then(value);
