import type { Database } from './Database.ts';
import { gateClass, gatesOf } from './gates.ts';
import type { Inquiry, Told } from './LedgerEntry.ts';

export type Append = Readonly<{
  inquiry: Inquiry;
  told: readonly Told[];
  /** The epoch that was relied on, of every client in `told`. */
  epochs: ReadonlyMap<string, number>;
}>;

/** What a request has to write down, on its way there: as JSON text, since it may wait for those before it. */
export type Written = Readonly<{ text: string; clients: readonly string[]; entries: number }>;

/** @throws when a client of `told` has no epoch. */
export function writtenOut({ inquiry, told, epochs }: Append): Written {
  if (told.some(({ clientId }) => !epochs.has(clientId)))
    throw new Error('A disclosure names a client whose epoch was not stated; nothing was written.');
  const clients = [...epochs.keys()];
  const text = JSON.stringify({ ...inquiry, clients, epochs: [...epochs.values()], told });
  return { text, clients, entries: told.length };
}

export type AppendOutcome =
  | Readonly<{ kind: 'WRITTEN'; lastSeq: number }>
  /** Nothing was written; `clients` have changed since, and must be decided anew. */
  | Readonly<{ kind: 'EPOCH_MOVED'; clients: readonly string[] }>;

/** Where the ledger ended before, and whose epochs have moved; `place` is that of the request. */
type Appended = Readonly<{ before: string; moved: readonly Readonly<{ place: number; client: string }>[] | null }>;

/**
 * Writes several requests' disclosures in one round trip: one statement, its own transaction, in which the database's function
 * `append_disclosures` locks, looks, chains and writes. Each request is written whole or, when an epoch has moved, not at all.
 * The chain is made there because an entry's hash needs the one before, which is known only to whoever has the ledger's end locked.
 *
 * INVARIANT: the share of the clients' rows is held until the commit, and whoever changes a consent, block or link
 * updates the same row (raiseEpochs.ts). So a disclosure is either committed before the change, or sees its new epoch.
 * The clients' gates (gates.ts) stay shared until `sent` is called, so that the change waits for the answers too.
 *
 * @returns the outcomes in the order asked, once all is committed; `sent` never rejects.
 */
export async function appendToLedger(
  { callHolding }: Pick<Database, 'callHolding'>,
  requests: readonly Written[],
): Promise<Readonly<{ outcomes: readonly AppendOutcome[]; sent: () => Promise<void> }>> {
  const gates = gatesOf(requests.flatMap(({ clients }) => clients));
  const { rows, release } = await callHolding<Appended>({
    name: 'ledger.append',
    text: 'SELECT before, moved FROM append_disclosures($1, $2, $3)',
    values: [gateClass, JSON.stringify(gates), `[${requests.map(({ text }) => text).join(',')}]`],
  });
  const [appended] = rows;
  if (appended === undefined) throw new Error('The ledger did not say what was written.');
  return { outcomes: outcomesOf(requests, appended), sent: release };
}

function outcomesOf(requests: readonly Written[], { before, moved }: Appended): readonly AppendOutcome[] {
  let lastSeq = Number(before);
  return requests.map(({ entries }, place) => {
    const clients = (moved ?? []).flatMap((one) => (one.place === place ? [one.client] : []));
    if (clients.length > 0) return { kind: 'EPOCH_MOVED', clients };
    lastSeq += entries;
    return { kind: 'WRITTEN', lastSeq };
  });
}
