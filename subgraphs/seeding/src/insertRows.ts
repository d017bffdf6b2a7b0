import type { ClientBase } from 'pg';

/** One row of an agency's own table, by column. */
export type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Rows by table, in the order in which the tables refer to each other. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

const rowsAtOnce = 5_000;

/** Writes rows into tables that are there. Run it inside the transaction that made them. */
export async function insertRows(database: ClientBase, tables: Rows): Promise<void> {
  for (const [table, rows] of tables)
    for (let start = 0; start < rows.length; start += rowsAtOnce)
      await insert(database, table, rows.slice(start, start + rowsAtOnce));
}

/** One statement and one parameter for any number of rows; the table itself says what type each column has. */
async function insert(database: ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await database.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
