import type { InventedPartnership } from '@accord/people/InventedPerson';
import type { ClientBase } from 'pg';
import type { Row } from './recordRows.ts';
import { tableRows } from './tableRows.ts';

const rowsAtOnce = 5_000;

/** Writes these people's files at Harbour into its empty tables. Run it inside the transaction that made them. */
export async function fill(database: ClientBase, partnership: InventedPartnership): Promise<void> {
  for (const [table, rows] of tableRows(partnership)) {
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      await insert(database, table, rows.slice(start, start + rowsAtOnce));
    }
  }
}

/** One statement and one parameter for any number of rows; the table itself says what type each column has. */
async function insert(database: ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await database.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
