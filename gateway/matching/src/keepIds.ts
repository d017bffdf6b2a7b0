import type { RecordId } from './Facts.ts';

export type ClientId = string;

/** To whom a record belongs, and since when (a number that grows with time; equal ones go by the record's id). */
export type Belonging = Readonly<{ client: ClientId; since: number }>;

export type Naming = Readonly<{
  /** The client of each cluster, in the clusters' order. */
  ids: readonly ClientId[];
  /** Ids that nobody has any more, and which id took their records in. */
  retired: ReadonlyMap<ClientId, ClientId>;
}>;

/**
 * Gives clusters their client ids so that whoever holds an id keeps the person they knew.
 *
 * The older id first (`ageOf`, less is older): it stays with the record that has been with it longest, unless that is now
 * with an older id; then with the next. So in a merge the oldest id survives, and in a separation those who leave get a
 * new one. An id that no cluster could keep is retired into the one its longest record is with.
 */
export function keepIds(
  clusters: readonly (readonly RecordId[])[],
  before: ReadonlyMap<RecordId, Belonging>,
  ageOf: (client: ClientId) => number,
  newId: () => ClientId,
): Naming {
  const members = new Map<ClientId, { record: RecordId; since: number; cluster: number }[]>();
  for (const [cluster, records] of clusters.entries()) {
    for (const record of records) {
      const belonging = before.get(record);
      if (belonging === undefined) continue;
      const known = members.get(belonging.client) ?? [];
      known.push({ record, since: belonging.since, cluster });
      members.set(belonging.client, known);
    }
  }
  const ids = new Map<number, ClientId>();
  const retired = new Map<ClientId, ClientId>();
  for (const [client, known] of [...members].sort(([a], [b]) => ageOf(a) - ageOf(b))) {
    known.sort((a, b) => a.since - b.since || (a.record < b.record ? -1 : 1));
    const free = known.find(({ cluster }) => !ids.has(cluster));
    if (free !== undefined) ids.set(free.cluster, client);
    else retired.set(client, ids.get(known[0]?.cluster ?? -1) ?? client);
  }
  return { ids: clusters.map((_, cluster) => ids.get(cluster) ?? newId()), retired };
}
