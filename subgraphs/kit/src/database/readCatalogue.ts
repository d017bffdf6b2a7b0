import { type Catalogue, keyOf, type TableName } from './Catalogue.ts';
import type { Connection } from './Connection.ts';
import { readMysqlCatalogue } from './readMysqlCatalogue.ts';
import { readPostgresCatalogue } from './readPostgresCatalogue.ts';
import { readSqliteCatalogue } from './readSqliteCatalogue.ts';
import { readSqlServerCatalogue } from './readSqlServerCatalogue.ts';

const readers = {
  postgresql: readPostgresCatalogue,
  mysql: readMysqlCatalogue,
  sqlite: readSqliteCatalogue,
  sqlserver: readSqlServerCatalogue,
};

/**
 * What tables the database of a connection has. Reads its catalogue only, no row of any table.
 *
 * `schemas` narrows it where the engine has schemas. A foreign key to a table that is left out, or is not there, is left out with it.
 * Throws what the driver throws.
 */
export async function readCatalogue(connection: Connection, schemas: readonly string[] = []): Promise<Catalogue> {
  const whole = await readers[connection.engine](connection);
  const isWanted = ({ schema }: TableName) => schema === null || schemas.length === 0 || schemas.includes(schema);
  const tables = whole.tables.filter(isWanted);
  const known = new Set(tables.map(keyOf));
  return {
    ...whole,
    tables: tables.map((table) => ({
      ...table,
      foreignKeys: table.foreignKeys.filter(({ to }) => known.has(keyOf(to))),
    })),
    writable: whole.writable?.filter(isWanted) ?? null,
  };
}
