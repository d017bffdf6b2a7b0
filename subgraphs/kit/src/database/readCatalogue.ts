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
 * The tables of a connection's database. Reads only its catalogue, no row of any table.
 *
 * `schemas` narrows the result where the engine has schemas. A foreign key to a table that is left out or missing is left
 * out as well. Throws the driver's errors.
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
