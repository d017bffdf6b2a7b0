import type { Database } from './Database.ts';
import { gateClass, gatesOf } from './gates.ts';
import type { Disclosure } from './LedgerEntry.ts';

export type Append = Readonly<{
  requestId: string;
  entries: readonly Disclosure[];
  /** The epoch that was relied on, of every client in `entries`. */
  epochs: ReadonlyMap<string, number>;
}>;

export type AppendOutcome =
  | Readonly<{ kind: 'WRITTEN'; lastSeq: number }>
  /** Nothing was written; `clients` have changed since, and must be decided anew. */
  | Readonly<{ kind: 'EPOCH_MOVED'; clients: readonly string[] }>;

/** Where the ledger ended before, and whose epochs have moved; `place` is that of the request. */
type Appended = Readonly<{ before: string; moved: readonly Readonly<{ place: number; client: string }>[] | null }>;

/**
 * Writes several requests' disclosures in one round trip: one statement, its own transaction, in which the database's function
 * `append_to_ledger` locks, looks, chains and writes. Each request is written whole or, when an epoch has moved, not at all.
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
  appends: readonly Append[],
): Promise<Readonly<{ outcomes: readonly AppendOutcome[]; sent: () => Promise<void> }>> {
  const clients = [...new Set(appends.flatMap(({ epochs }) => [...epochs.keys()]))].sort();
  const { rows, release } = await callHolding<Appended>({
    name: 'ledger.append',
    text: 'SELECT before, moved FROM append_to_ledger($1, $2, $3, $4, $5)',
    values: [
      gateClass,
      gatesOf(clients),
      clients,
      JSON.stringify(appends.map(({ epochs }) => Object.fromEntries(epochs))),
      JSON.stringify(
        appends.flatMap(({ requestId, entries }, place) => entries.map((entry) => ({ ...entry, requestId, place }))),
      ),
    ],
  });
  const [appended] = rows;
  if (appended === undefined) throw new Error('The ledger did not say what was written.');
  return { outcomes: outcomesOf(appends, appended), sent: release };
}

function outcomesOf(appends: readonly Append[], { before, moved }: Appended): readonly AppendOutcome[] {
  let lastSeq = Number(before);
  return appends.map(({ entries }, place) => {
    const clients = (moved ?? []).flatMap((one) => (one.place === place ? [one.client] : []));
    if (clients.length > 0) return { kind: 'EPOCH_MOVED', clients };
    lastSeq += entries.length;
    return { kind: 'WRITTEN', lastSeq };
  });
}
