/** What an agency serves about a record, made comparable: see `told`. */
export type Told = Readonly<Record<string, unknown>>;

/** Parts in which agencies may differ: their own ids, their own names for roles, who wrote a note. */
const ownAffairs: ReadonlySet<string> = new Set(['id', 'role', 'concerns', 'writtenBy']);

/** Makes what agencies serve about a record comparable: drops what is null, absent or specific to the agency, and sorts lists. */
export const told = (parts: Readonly<Record<string, unknown>>): Told => comparable(parts);

function comparable(parts: object): Told {
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([name, value]) => value !== null && value !== undefined && !ownAffairs.has(name))
      .map(([name, value]): [string, unknown] => [name, comparablePart(value)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function comparablePart(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparablePart).sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
  return typeof value === 'object' && value !== null ? comparable(value) : value;
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? '';
