import type { InventedPartnership } from '@accord/people/InventedPerson';
import type { Transaction } from '@libsql/client';
import type { Row } from './recordRows.ts';
import { tableRows } from './tableRows.ts';

const rowsAtOnce = 5_000;

/** Writes these people's Wattle files into the empty tables. Run it inside the transaction that created the tables. */
export async function fill(transaction: Transaction, partnership: InventedPartnership): Promise<void> {
  for (const [table, rows] of tableRows(partnership)) {
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      await insert(transaction, table, rows.slice(start, start + rowsAtOnce));
    }
  }
}

/** Inserts any number of rows with one statement and one parameter. */
async function insert(transaction: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = columns.map((column) => `value ->> '${column}'`);
  await transaction.execute({
    sql: `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM json_each(?)`,
    args: [JSON.stringify(rows)],
  });
}
