export type RecordId = string;

/** What is known of which records are one person. The clusters follow from these facts, not from the order they came in. */
export type Facts = Readonly<{
  records: readonly StoredRecord[];
  /** Pairs in the automatic band. */
  links: readonly AutomaticLink[];
  /** What people decided, each pair with their last word on it. */
  decisions: readonly Decision[];
}>;

export type StoredRecord = Readonly<{ id: RecordId; agency: string }>;

export type AutomaticLink = Readonly<{ pair: Pair; dice: number }>;

/** `order` tells which decision came first (its number in the ledger), so that it is a fact and not a matter of arrival. */
export type Decision = Readonly<{ pair: Pair; verdict: 'CONFIRMED' | 'DENIED'; order: number }>;

/** Two records, the lesser id first: see `pairOf`. */
export type Pair = readonly [RecordId, RecordId];

/** Throws RangeError where both are one record. */
export function pairOf(one: RecordId, other: RecordId): Pair {
  if (one === other) throw new RangeError(`A record makes no pair with itself: ${one}.`);
  return one < other ? [one, other] : [other, one];
}

/** A key for maps. Ids have no line breaks. */
export const keyOf = ([one, other]: Pair): string => `${one}\n${other}`;
