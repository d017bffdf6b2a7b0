/** The source of a value: an agency, or null if you may not know which. */
export type Source = Readonly<{ agency: Readonly<{ id: string; name: string }> | null }>;

/** A value with the records that say it. */
export type Sourced<Value> = Readonly<{ value: Value; from: readonly Source[] }>;

/** What records say about one thing: each distinct value once, with its sources. */
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
