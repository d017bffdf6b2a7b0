import type { Database } from './Database.ts';
import { gateClass, gatesOf } from './gates.ts';
import type { Columns, Written } from './writtenOut.ts';

export type AppendOutcome =
  | Readonly<{ kind: 'WRITTEN'; lastSeq: number }>
  /** Nothing was written: `clients` have changed since, and must be decided again. */
  | Readonly<{ kind: 'EPOCH_MOVED'; clients: readonly string[] }>;

/** Where the ledger ended before, and whose epochs have moved; `place` is the index of the request. */
type Appended = Readonly<{ before: string; moved: readonly Readonly<{ place: number; client: string }>[] | null }>;

/**
 * Writes the disclosures of several requests in one round trip. It is one statement and its own transaction, in which the database function
 * `write_disclosures` takes locks, checks epochs, chains and writes. Each request is written whole or, where an epoch has moved, not at
 * all. The chain is made in the database because an entry's hash needs the previous one, which only the holder of the lock on the ledger's
 * end knows.
 *
 * INVARIANT: the share lock on the clients' rows is held until the commit, and whoever changes a consent, block or link updates the same
 * row (raiseEpochs.ts). So a disclosure is either committed before the change, or sees its new epoch. The clients' gates (gates.ts) stay
 * shared until `sent` is called, so that the change waits for the answers too.
 *
 * @returns the outcomes in the order of the requests, once all is committed; `sent` never rejects.
 */
export async function appendToLedger(
  { callHolding }: Pick<Database, 'callHolding'>,
  requests: readonly Written[],
): Promise<Readonly<{ outcomes: readonly AppendOutcome[]; sent: () => Promise<void> }>> {
  const { rows, release } = await callHolding<Appended>({
    name: 'ledger.append',
    text: 'SELECT before, moved FROM write_disclosures($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)',
    values: valuesOf(requests),
  });
  const [appended] = rows;
  if (appended === undefined) throw new Error('The ledger did not say what was written.');
  return { outcomes: outcomesOf(requests, appended), sent: release };
}

/** The arguments in the order of the function's parameters. Each is one column, with the values of all requests. */
function valuesOf(requests: readonly Written[]): unknown[] {
  const column = (name: keyof Columns): string => requests.map(({ columns }) => columns[name]).join('');
  const clients: string[] = [];
  const epochs: number[] = [];
  const places: number[] = [];
  const ends: number[] = [];
  const pairs: number[] = [];
  let end = 0;
  let pairsBefore = 0;
  for (const [place, request] of requests.entries()) {
    for (const client of request.clients) {
      clients.push(client);
      places.push(place);
    }
    epochs.push(...request.epochs);
    end += request.entries;
    ends.push(end);
    for (const pair of request.pairs) pairs.push(pairsBefore + pair);
    pairsBefore += request.pairsInAll;
  }
  return [
    ...[gateClass, integers(gatesOf(clients))],
    ...[column('relied'), integers(epochs), integers(places)],
    ...[column('inquiries'), integers(ends)],
    ...[column('clients'), column('handles'), column('basis'), integers(pairs)],
    ...[column('agencies'), column('categories'), requests.some(({ escaped }) => escaped)],
  ];
}

const integers = (list: readonly number[]): string => `{${list.join()}}`;

function outcomesOf(requests: readonly Written[], { before, moved }: Appended): readonly AppendOutcome[] {
  let lastSeq = Number(before);
  return requests.map(({ entries }, place) => {
    const clients = (moved ?? []).flatMap((one) => (one.place === place ? [one.client] : []));
    if (clients.length > 0) return { kind: 'EPOCH_MOVED', clients };
    lastSeq += entries;
    return { kind: 'WRITTEN', lastSeq };
  });
}
