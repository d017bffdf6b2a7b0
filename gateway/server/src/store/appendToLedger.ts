import type { ClientBase } from 'pg';
import type { Database } from './Database.ts';
import { gateClass, gatesOf } from './gates.ts';
import { type Disclosure, hashOf, type LedgerEntry } from './LedgerEntry.ts';

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

type Head = Readonly<{ seq: number; hash: string }>;

/**
 * Writes several requests' disclosures in one transaction of four round trips; each is written whole or, when an epoch
 * has moved, not at all.
 *
 * INVARIANT: the share of the clients' rows is held until the commit, and whoever changes a consent, block or link
 * updates the same row (raiseEpochs.ts). So a disclosure is either committed before the change, or sees its new epoch.
 * The clients' gates (gates.ts) stay shared until `sent` is called, so that the change waits for the answers too.
 *
 * @returns the outcomes in the order asked; `sent` never rejects.
 */
export async function appendToLedger(
  { transactionHolding }: Pick<Database, 'transactionHolding'>,
  appends: readonly Append[],
): Promise<Readonly<{ outcomes: readonly AppendOutcome[]; sent: () => Promise<void> }>> {
  const gates = gatesOf(appends.flatMap(({ epochs }) => [...epochs.keys()]));
  const opening = `SELECT pg_advisory_lock_shared(${gateClass}, gate) FROM unnest(ARRAY[${gates.join()}]::int[]) AS gate`;
  const { result, release } = await transactionHolding(opening, async (connection) => {
    const { head, epochs } = await hold(connection, appends);
    const written: LedgerEntry[] = [];
    const outcomes = appends.map((append): AppendOutcome => {
      const moved = [...append.epochs].filter(([id, epoch]) => epochs.get(id) !== epoch).map(([id]) => id);
      if (moved.length > 0) return { kind: 'EPOCH_MOVED', clients: moved };
      for (const entry of append.entries) written.push(chained(written.at(-1) ?? head, append.requestId, entry));
      return { kind: 'WRITTEN', lastSeq: (written.at(-1) ?? head).seq };
    });
    if (written.length > 0) await write(connection, written);
    return outcomes;
  });
  return { outcomes: result, sent: release };
}

/**
 * Takes a share of the clients first, then the end of the ledger: that wait is the shorter, and a slow change of one
 * client does not hold up everybody's disclosures. The row lock is on the join's result, which needs the whole list.
 */
async function hold(
  connection: ClientBase,
  appends: readonly Append[],
): Promise<Readonly<{ head: Head; epochs: ReadonlyMap<string, number> }>> {
  const ids = [...new Set(appends.flatMap(({ epochs }) => [...epochs.keys()]))].sort();
  const { rows } = await connection.query<{
    seq: string;
    hash: string;
    epochs: Readonly<Record<string, number>> | null;
  }>({
    name: 'ledger.hold',
    text: `WITH held AS MATERIALIZED (SELECT id, epoch FROM client WHERE id = ANY($1) ORDER BY id FOR SHARE),
             listed AS MATERIALIZED (SELECT json_object_agg(id, epoch) AS epochs FROM held)
           SELECT head.seq, head.hash, listed.epochs FROM listed CROSS JOIN ledger_head head
           WHERE head.id = 1 FOR UPDATE OF head`,
    values: [ids],
  });
  const row = rows[0];
  if (row === undefined) throw new Error('The ledger has lost its head; it was changed from outside.');
  return { head: { seq: Number(row.seq), hash: row.hash }, epochs: new Map(Object.entries(row.epochs ?? {})) };
}

function chained(before: Head, requestId: string, disclosure: Disclosure): LedgerEntry {
  const entry = { ...disclosure, requestId, seq: before.seq + 1, prevHash: before.hash };
  return { ...entry, hash: hashOf(entry) };
}

async function write(connection: ClientBase, entries: readonly LedgerEntry[]): Promise<void> {
  const last = entries.at(-1);
  await connection.query({
    name: 'ledger.write',
    text: `WITH added AS (
             INSERT INTO ledger_entry (seq, at, request_id, requester, role, requester_agency, purpose, client_id, handle,
               agency_id, categories, basis, operation, prev_hash, hash)
             SELECT seq, at, "requestId", requester, role, "requesterAgency", purpose, "clientId", handle, "agencyId",
               categories, basis, operation, "prevHash", hash
             FROM json_to_recordset($1::json) AS e (seq bigint, at timestamptz, "requestId" text, requester text,
               role text, "requesterAgency" text, purpose text, "clientId" text, handle text, "agencyId" text,
               categories text[], basis text[], operation text, "prevHash" text, hash text))
           UPDATE ledger_head SET seq = $2, hash = $3 WHERE id = 1`,
    values: [JSON.stringify(entries), last?.seq, last?.hash],
  });
}
