import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Database } from './Database.ts';
import type { AnnouncedRecord } from './links.ts';
import { raiseEpochs } from './raiseEpochs.ts';

/** Records that were new or different; records that were there and are gone. */
export type BatchOutcome = Readonly<{ put: number; removed: number }>;

type Batch = Readonly<{
  agencyId: string;
  records: readonly AnnouncedRecord[];
  removed: readonly string[];
  at: Date;
}>;

/** A batch of what an agency announces, in a fixed number of statements however long it is. */
export function putRecords(database: Database, batch: Batch): Promise<BatchOutcome> {
  // Announced twice in one batch: the later word counts.
  const byNumber = new Map(batch.records.map((record) => [record.number, record]));
  const records = [...byNumber.values()].sort((a, b) => (a.number < b.number ? -1 : 1));
  return database.transaction(async (connection) => {
    // A removed record is no longer its client's to show, and a returning one is again.
    const { rows } = await connection.query<{ client_id: string }>(
      `SELECT client_id FROM record
       WHERE agency_id = $1 AND client_id IS NOT NULL
         AND ((number = ANY($2) AND removed_at IS NOT NULL) OR (number = ANY($3) AND removed_at IS NULL))
       ORDER BY number FOR UPDATE`,
      [batch.agencyId, records.map((record) => record.number), batch.removed],
    );
    const put = await upsert(connection, batch.agencyId, records);
    const removed = await connection.query(
      'UPDATE record SET removed_at = $3 WHERE agency_id = $1 AND number = ANY($2) AND removed_at IS NULL',
      [batch.agencyId, batch.removed, batch.at],
    );
    await raiseEpochs(
      connection,
      rows.map((row) => row.client_id),
    );
    return { put, removed: removed.rowCount ?? 0 };
  });
}

async function upsert(connection: ClientBase, agencyId: string, records: readonly AnnouncedRecord[]): Promise<number> {
  const { rowCount } = await connection.query(
    `INSERT INTO record (handle, agency_id, number, slk, dob_accuracy, worker, open)
     SELECT r.handle, $1, r.number, r.slk, r.dob_accuracy, r.worker, r.open
     FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[])
       AS r (handle, number, slk, dob_accuracy, worker, open)
     ON CONFLICT (agency_id, number) DO UPDATE
       SET slk = excluded.slk, dob_accuracy = excluded.dob_accuracy, worker = excluded.worker, open = excluded.open,
         removed_at = NULL
       WHERE (record.slk, record.dob_accuracy, record.worker, record.open, record.removed_at)
         IS DISTINCT FROM (excluded.slk, excluded.dob_accuracy, excluded.worker, excluded.open, NULL::timestamptz)`,
    [
      agencyId,
      records.map((record) => record.handle ?? randomUUID()),
      records.map((record) => record.number),
      records.map((record) => record.slk),
      records.map((record) => record.dobAccuracy),
      records.map((record) => record.worker),
      records.map((record) => record.open),
    ],
  );
  return rowCount ?? 0;
}
