const likeACode = /^[\w.?*#+-]{1,12}$/;

/** A value that is not right, and the record it was found in. */
export type Found = Readonly<{ value: unknown; record: string | undefined }>;

/**
 * The codes among these values that may be said in a sentence, which may be pasted anywhere. `looked` is how many values there
 * were, right and wrong.
 *
 * A code says how a table is used, a name or a note says who somebody is, and the mapping may have taken one for the other. So a
 * value is said only where at least half of what stands beside it is right, which it would not be in a column of names; where it
 * looks like a code (one word of at most 12 letters, digits and signs); and where at least two records have it. Anything else is
 * counted and not said.
 */
export function sayable(found: readonly Found[], looked: number): readonly string[] {
  if (found.length * 2 > looked) return [];
  const records = new Map<string, Set<string>>();
  for (const { value, record } of found) {
    const known = records.get(String(value)) ?? new Set<string>();
    records.set(String(value), record === undefined ? known : known.add(record));
  }
  return [...records].filter(([text, seen]) => likeACode.test(text) && seen.size > 1).map(([text]) => text);
}
