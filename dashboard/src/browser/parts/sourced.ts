/** Where something comes from: an agency, or nobody one may know of. */
export type Source = Readonly<{ agency: Readonly<{ id: string; name: string }> | null }>;

/** A value with the records that say it. */
export type Sourced<Value> = Readonly<{ value: Value; from: readonly Source[] }>;

/** What records say of one thing: each different value once, with whoever says it. */
export function sourced<Record extends Source, Value extends string>(
  records: readonly Record[],
  of: (record: Record) => Value | null | undefined,
): readonly Sourced<Value>[] {
  const said = new Map<Value, Source[]>();
  for (const record of records) {
    const value = of(record);
    if (value) said.set(value, [...(said.get(value) ?? []), record]);
  }
  return [...said].map(([value, from]) => ({ value, from }));
}
