import type { ClientBase } from 'pg';

/** One row of an agency's own table, by column. */
export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Rows by table, in an order that satisfies foreign keys. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

const rowsAtOnce = 5_000;

/** Writes rows into existing tables. Run it inside the transaction that created them. */
export async function insertRows(database: ClientBase, tables: Rows): Promise<void> {
  for (const [table, rows] of tables)
    for (let start = 0; start < rows.length; start += rowsAtOnce)
      await insert(database, table, rows.slice(start, start + rowsAtOnce));
}

/** Inserts any number of rows with one statement and one parameter; the table itself determines each column's type. */
async function insert(database: ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await database.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
