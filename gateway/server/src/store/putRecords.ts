import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Participation } from './agencies.ts';
import type { Database } from './Database.ts';
import type { AnnouncedRecord } from './links.ts';
import { raiseEpochs } from './raiseEpochs.ts';

/** How many records were new or changed, and how many were removed. */
export type BatchOutcome = Readonly<{ put: number; removed: number }>;

type Batch = Readonly<{
  agencyId: string;
  records: readonly AnnouncedRecord[];
  removed: readonly string[];
  cursor: string | null;
  at: Date;
}>;

/**
 * As `putRecords`, but only where the agency still takes part as it did when the batch was checked. Otherwise returns null and changes
 * nothing: what the agency had announced was taken back meanwhile, and this batch would stay on file.
 */
export function putRecordsOf(
  database: Database,
  participation: Participation | undefined,
  batch: Batch,
): Promise<BatchOutcome | null> {
  return database.transaction(async (connection) => {
    await takeKeysLock(connection);
    // The row stays locked to the end: whoever takes the records back waits for this batch, and takes it back as well.
    const { rowCount } = await connection.query(
      `SELECT FROM agency WHERE id = $1 AND state = 'ACTIVE' AND participation = $2::participation FOR SHARE`,
      [batch.agencyId, participation],
    );
    return rowCount === 0 ? null : put(connection, batch);
  });
}

/** Stores a batch of what an agency announces, in a fixed number of statements however long it is. */
export function putRecords(database: Database, batch: Batch): Promise<BatchOutcome> {
  return database.transaction(async (connection) => {
    await takeKeysLock(connection);
    return put(connection, batch);
  });
}

/** Lets only one batch at a time assign an order to keys, so that whoever reads new keys misses none (`encoded_seq`). */
async function takeKeysLock(connection: ClientBase): Promise<void> {
  await connection.query('SELECT pg_advisory_xact_lock($1)', [keysLock]);
}

async function put(connection: ClientBase, batch: Batch): Promise<BatchOutcome> {
  // A record announced twice in one batch counts as announced last.
  const byNumber = new Map(batch.records.map((record) => [record.number, record]));
  const records = [...byNumber.values()].sort((a, b) => (a.number < b.number ? -1 : 1));
  // A removed record no longer counts for its client, and one that returns counts again: both change the client.
  const { rows } = await connection.query<{ client_id: string }>(
    `SELECT client_id FROM record
       WHERE agency_id = $1 AND client_id IS NOT NULL
         AND ((number = ANY($2) AND removed_at IS NOT NULL) OR (number = ANY($3) AND removed_at IS NULL))
       ORDER BY number FOR UPDATE`,
    [batch.agencyId, records.map((record) => record.number), batch.removed],
  );
  const changed = await upsert(connection, batch.agencyId, records);
  const removed = await connection.query(
    'UPDATE record SET removed_at = $3 WHERE agency_id = $1 AND number = ANY($2) AND removed_at IS NULL',
    [batch.agencyId, batch.removed, batch.at],
  );
  // Where records are removed without a cursor, the stored cursor is cleared: the agency's list of changes would not name them again.
  if (batch.cursor !== null || batch.removed.length > 0)
    await connection.query('UPDATE agency SET sync_cursor = $2 WHERE id = $1', [batch.agencyId, batch.cursor]);
  await raiseEpochs(
    connection,
    rows.map((row) => row.client_id),
  );
  return { put: changed, removed: removed.rowCount ?? 0 };
}

/** Removes every record of an agency, as if the agency had announced that they are gone. */
export async function withdrawRecords(connection: ClientBase, agencyId: string, at: Date): Promise<void> {
  const { rows } = await connection.query<{ client_id: string | null }>(
    'UPDATE record SET removed_at = $2 WHERE agency_id = $1 AND removed_at IS NULL RETURNING client_id',
    [agencyId, at],
  );
  await raiseEpochs(
    connection,
    rows.flatMap((row) => row.client_id ?? []),
  );
}

/** The advisory lock on the order of keys; the number keeps it apart from other locks of the server. */
export const keysLock = 0x0acc04e;

async function upsert(connection: ClientBase, agencyId: string, records: readonly AnnouncedRecord[]): Promise<number> {
  const { rowCount } = await connection.query(
    `INSERT INTO record (handle, agency_id, number, slk, dob_accuracy, worker, open, clk, aliases, parts, sex_code,
       key_epoch, digest, encoded_seq)
     SELECT r.handle, $1, r.number, r.slk, r."dobAccuracy", r.worker, r.open, decode(r.clk, 'base64'),
       decode(r.aliases, 'base64'), r.parts, r."sexCode", r."keyEpoch", r.digest,
       CASE WHEN r."keyEpoch" IS NOT NULL THEN nextval('record_encoded_seq') END
     FROM json_to_recordset($2::json) AS r (handle text, number text, slk text, "dobAccuracy" text, worker text,
       open boolean, clk text, aliases text, parts int, "sexCode" text, "keyEpoch" int, digest text)
     ON CONFLICT (agency_id, number) DO UPDATE
       SET slk = excluded.slk, dob_accuracy = excluded.dob_accuracy, worker = excluded.worker, open = excluded.open,
         clk = excluded.clk, aliases = excluded.aliases, parts = excluded.parts, sex_code = excluded.sex_code,
         key_epoch = excluded.key_epoch, digest = excluded.digest, removed_at = NULL,
         encoded_seq = CASE WHEN ${isOther(keyColumns)} OR record.removed_at IS NOT NULL
           THEN excluded.encoded_seq ELSE record.encoded_seq END
       WHERE ${isOther([...keyColumns, 'dob_accuracy', 'worker', 'open', 'digest'])} OR record.removed_at IS NOT NULL`,
    [agencyId, JSON.stringify(records.map(rowOf))],
  );
  return rowCount ?? 0;
}

const keyColumns = ['slk', 'clk', 'aliases', 'parts', 'sex_code', 'key_epoch'];

const isOther = (columns: readonly string[]): string => {
  const of = (table: string) => `(${columns.map((column) => `${table}.${column}`).join(', ')})`;
  return `${of('record')} IS DISTINCT FROM ${of('excluded')}`;
};

function rowOf({ keys, handle, ...record }: AnnouncedRecord) {
  const filters = keys?.aliases.map((alias) => Buffer.from(alias, 'base64url')) ?? [];
  return {
    ...{ ...record, handle: handle ?? randomUUID() },
    clk: keys?.clk ? Buffer.from(keys.clk, 'base64url').toString('base64') : null,
    aliases: filters.length > 0 ? Buffer.concat(filters).toString('base64') : null,
    ...{ parts: keys?.parts ?? 0, sexCode: keys?.sexCode ?? null, keyEpoch: keys?.keyEpoch ?? null },
    digest: keys?.digest ?? null,
  };
}
