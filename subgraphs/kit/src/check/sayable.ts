const likeACode = /^[\w.?*#+-]{1,12}$/;

/** A wrong value, and the record it was found in. */
export type Found = Readonly<{ value: unknown; record: string | undefined }>;

/**
 * The codes among these values that may be quoted in a sentence that can be pasted anywhere. `looked` is how many values
 * there were, right and wrong.
 *
 * A code shows how a table is used, but a name or a note shows who somebody is, and the mapping may have mistaken one for
 * the other. So a value is quoted only where at least half of the values around it are right, which would not be so in a
 * column of names; where it looks like a code (one word of at most 12 letters, digits and signs); and where at least two
 * records have it. Anything else is only counted.
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
