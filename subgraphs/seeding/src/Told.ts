/** What is told of a record, made comparable: see `told`. */
export type Told = Readonly<Record<string, unknown>>;

/** Parts in which agencies differ by right: their own numbers, their own names of roles, who wrote a note. */
const ownAffairs: ReadonlySet<string> = new Set(['id', 'role', 'concerns', 'writtenBy']);

/**
 * Makes what is told of a record comparable between agencies: what is null or absent is left out, lists are in one order, and
 * what is the agency's own affair is left out.
 */
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
