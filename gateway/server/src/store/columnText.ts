/**
 * Writes strings as a column that the database cuts up (`write_disclosures`): JSON from the first letter of the first string on, ending
 * with the opening quote of a string to follow. So columns can be joined by concatenation, and cut at the quotes, which costs PostgreSQL
 * much less than parsing JSON; only values with a backslash in them need that.
 */
export function stringColumn(strings: readonly string[]): string {
  return strings.length === 0 ? '' : `${JSON.stringify(strings).slice(2, -1)},"`;
}

/**
 * Writes lists of strings likewise, to be cut at the brackets. An empty string follows each list, because nothing within a list looks like
 * `],"",[`.
 */
export function listColumn(lists: readonly (readonly string[])[]): string {
  const parted: (readonly string[] | '')[] = [];
  for (const list of lists) parted.push(list, '');
  return lists.length === 0 ? '' : `${JSON.stringify(parted).slice(2, -1)},[`;
}
