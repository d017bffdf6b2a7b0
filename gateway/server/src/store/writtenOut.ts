import { listColumn, stringColumn } from './columnText.ts';
import type { Inquiry, Told } from './LedgerEntry.ts';

export type Append = Readonly<{
  inquiry: Inquiry;
  told: readonly Told[];
  /** For every client in `told`, the epoch that was relied on. */
  epochs: ReadonlyMap<string, number>;
}>;

/** What a request has to write to the ledger, as text already, since it may have to wait for others. */
export type Written = Readonly<{
  /** The clients whose epochs it relied on, with those epochs. */
  clients: readonly string[];
  epochs: readonly number[];
  entries: number;
  /** For each entry, the number (from 1) of its pair of agency and categories among the request's pairs. */
  pairs: readonly number[];
  pairsInAll: number;
  columns: Columns;
  /** Whether the columns contain a backslash. */
  escaped: boolean;
}>;

export type Columns = Readonly<
  Record<'relied' | 'inquiries' | 'clients' | 'handles' | 'basis' | 'agencies' | 'categories', string>
>;

type Pair = Pick<Told, 'agencyId' | 'categories'>;

/** @throws when a client of `told` has no epoch. */
export function writtenOut({ inquiry, told, epochs }: Append): Written {
  const clientIds: string[] = [];
  const handles: string[] = [];
  const bases: (readonly string[])[] = [];
  const distinct: Pair[] = [];
  const pairs: number[] = [];
  for (const one of told) {
    if (!epochs.has(one.clientId))
      throw new Error('A disclosure names a client whose epoch was not given. Nothing was written.');
    clientIds.push(one.clientId);
    handles.push(one.handle);
    bases.push(one.basis);
    pairs.push(lastPlaceOf(one, distinct) ?? distinct.push(one));
  }
  const clients = [...epochs.keys()];
  const { requestId, at, requester, role, requesterAgency, purpose, operation } = inquiry;
  const columns: Columns = {
    relied: stringColumn(clients),
    inquiries: stringColumn([requestId, at.toISOString(), requester, role, requesterAgency, purpose, operation]),
    clients: stringColumn(clientIds),
    handles: stringColumn(handles),
    basis: listColumn(bases),
    agencies: stringColumn(distinct.map(({ agencyId }) => agencyId)),
    categories: listColumn(distinct.map(({ categories }) => categories)),
  };
  const escaped = Object.values(columns).some((text) => text.includes('\\'));
  const counts = { entries: told.length, pairsInAll: distinct.length };
  return { clients, epochs: [...epochs.values()], pairs, columns, escaped, ...counts };
}

/**
 * How far back an equal pair is looked for. In a request with very different records, sending a pair twice costs less than searching all of
 * them.
 */
const pairsLookedAt = 16;

/** The number, from 1, of the same agency and categories among the last of these pairs. */
function lastPlaceOf(one: Pair, pairs: readonly Pair[]): number | undefined {
  const notLookedAt = Math.max(0, pairs.length - pairsLookedAt);
  for (let place = pairs.length; place > notLookedAt; place -= 1) if (isSame(one, pairs[place - 1])) return place;
  return undefined;
}

const isSame = (one: Pair, other: Pair | undefined): boolean =>
  other?.agencyId === one.agencyId &&
  other.categories.length === one.categories.length &&
  other.categories.every((category, place) => category === one.categories[place]);
