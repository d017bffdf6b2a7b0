/**
 * Strings as a column that the database cuts (`write_disclosures`): JSON from the first one's first letter on, ending in the quote of one
 * more. So columns are joined by putting one after the other, and cut between quotes, which takes PostgreSQL much less than reading JSON;
 * only what has a backslash in it needs that.
 */
export function stringColumn(strings: readonly string[]): string {
  return strings.length === 0 ? '' : `${JSON.stringify(strings).slice(2, -1)},"`;
}

/** Lists of strings likewise, cut between brackets: with an empty string after each list, since nothing within a list looks like `],"",[`. */
export function listColumn(lists: readonly (readonly string[])[]): string {
  const parted: (readonly string[] | '')[] = [];
  for (const list of lists) parted.push(list, '');
  return lists.length === 0 ? '' : `${JSON.stringify(parted).slice(2, -1)},[`;
}
