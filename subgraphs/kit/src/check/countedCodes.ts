const likeACode = /^[\w.?*#+-]{1,12}$/;
const likeAName = /^\p{Lu}\p{Ll}{2,}$/u;
const codeColumn =
  /(cd|code|typ|type|kind|cat|category|state|status|sts|stat|level|lvl|sev|severity|flag|reason|est|sex|gender)$/i;
const personColumn =
  /nam|given|family|first|last|by$|author|worker|wkr|staff|user|usr|initial|login|phone|mail|street|addr|suburb|note|text/i;

const mostCodes = 20;

/**
 * The codes in a column with their counts, the most frequent first; null where the column may hold anything but codes.
 *
 * For the agency's own terminal, where its workers read their own records: unlike in a sentence that may be pasted anywhere
 * (`sayable`), codes are named even while the map is empty. A column of names or text is not shown there either: it is not
 * named like a column of codes, or its values are many, long, of several words, or look like names.
 */
export function countedCodes(
  column: string,
  values: readonly unknown[],
): readonly (readonly [string, number])[] | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  const distinct = [...counts.keys()];
  if (personColumn.test(column) || !distinct.every((value) => likeACode.test(value))) return null;
  const isCalledSo = codeColumn.test(column.replaceAll(/[^A-Za-z]/g, ''));
  if (!isCalledSo && (distinct.length > values.length / 3 || distinct.some((value) => likeAName.test(value))))
    return null;
  if (distinct.length > 2 * mostCodes) return null;
  return [...counts].sort(([one, a], [other, b]) => b - a || one.localeCompare(other));
}

/** `DEBT (12), RENT (9) and 3 more`. */
export function codesTold(counts: readonly (readonly [string, number])[]): string {
  const told = counts.slice(0, mostCodes).map(([code, count]) => `${code} (${count})`);
  return `${told.join(', ')}${counts.length > mostCodes ? ` and ${counts.length - mostCodes} more` : ''}`;
}
