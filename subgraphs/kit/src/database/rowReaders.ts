import type { SqlRow } from './Connection.ts';

/**
 * Reads columns from rows of a catalogue, whose types are documented in the engine's manual. Throws on a missing column:
 * then the query is wrong.
 */
export const textIn = (row: SqlRow, name: string): string => {
  const value = row[name];
  if (value === null || value === undefined) throw new Error(`The catalogue's row has no "${name}".`);
  return String(value);
};

export const textOrNullIn = (row: SqlRow, name: string): string | null => {
  const value = row[name];
  return value === null || value === undefined ? null : String(value);
};

export const numberOrNullIn = (row: SqlRow, name: string): number | null => {
  const text = textOrNullIn(row, name);
  return text === null ? null : Number(text);
};

/** Engines write yes as true, 1, '1', 't' or 'YES'. */
export const yesIn = (row: SqlRow, name: string): boolean =>
  ['true', '1', 't', 'yes'].includes(String(row[name]).toLowerCase());

/** A list that the statement returned as JSON text; empty for null. */
export const listIn = (row: SqlRow, name: string): readonly (string | null)[] => {
  const text = textOrNullIn(row, name);
  const list: unknown = text === null ? [] : JSON.parse(text);
  if (!Array.isArray(list)) throw new Error(`The catalogue's "${name}" is no list.`);
  return list.map((entry) => (entry === null ? null : String(entry)));
};

/** Rows in groups, each group in the original order. */
export function groupedBy<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
