export type RecordId = string;

/** What is known about which records are one person. The clusters follow from these facts, not from the order they came in. */
export type Facts = Readonly<{
  records: readonly StoredRecord[];
  /** Pairs in the automatic band. */
  links: readonly AutomaticLink[];
  /** What people decided: their latest decision on each pair. */
  decisions: readonly Decision[];
}>;

export type StoredRecord = Readonly<{ id: RecordId; agency: string }>;

export type AutomaticLink = Readonly<{ pair: Pair; dice: number }>;

/**
 * `order` says which decision came first (its number in the ledger), so that the order is a fact and does not depend on
 * arrival.
 */
export type Decision = Readonly<{ pair: Pair; verdict: 'CONFIRMED' | 'DENIED'; order: number }>;

/** Two records, the lower id first: see `pairOf`. */
export type Pair = readonly [RecordId, RecordId];

/** Returns the pair of two records. Throws RangeError if both are the same record. */
export function pairOf(one: RecordId, other: RecordId): Pair {
  if (one === other) throw new RangeError(`A record makes no pair with itself: ${one}.`);
  return one < other ? [one, other] : [other, one];
}

/** Returns a key for maps. Ids contain no line breaks. */
export const keyOf = ([one, other]: Pair): string => `${one}\n${other}`;
