import { InputFault } from '../command/InputFault.ts';
import type { ReadDatabase } from './assertReadOnly.ts';

/** What a role may do in a whole database that is more than reading. */
const databaseSql = `SELECT permission_name AS name FROM fn_my_permissions(NULL, 'DATABASE')
  WHERE permission_name IN ('CONTROL', 'INSERT', 'UPDATE', 'DELETE', 'EXECUTE', 'TAKE OWNERSHIP', 'IMPERSONATE ANY USER')
    OR permission_name LIKE 'ALTER%' OR permission_name LIKE 'CREATE %' ORDER BY permission_name`;
const tablesSql = `SELECT name FROM (
    SELECT SCHEMA_NAME(schema_id) + '.' + name AS name, QUOTENAME(SCHEMA_NAME(schema_id)) + '.' + QUOTENAME(name) AS quoted
    FROM sys.objects WHERE type IN ('U', 'V')) AS found
  WHERE HAS_PERMS_BY_NAME(quoted, 'OBJECT', 'INSERT') = 1 OR HAS_PERMS_BY_NAME(quoted, 'OBJECT', 'UPDATE') = 1
    OR HAS_PERMS_BY_NAME(quoted, 'OBJECT', 'DELETE') = 1 OR HAS_PERMS_BY_NAME(quoted, 'OBJECT', 'ALTER') = 1
  ORDER BY name`;

/** Throws one sentence where the user of this connection may change something on SQL Server. Written without one to try it on. */
export async function assertReadOnlySqlServer(db: ReadDatabase, whose: string): Promise<void> {
  for (const [sql, what] of [
    [databaseSql, 'has the permissions'],
    [tablesSql, 'can change'],
  ] as const) {
    const found = await db.$queryRawUnsafe<readonly Readonly<{ name: string }>[]>(sql);
    const names = found.slice(0, 3).map(({ name }) => name);
    if (names.length > 0)
      throw new InputFault(
        `The user of ${whose}’s database ${what} ${names.join(', ')} …. Use a user in db_datareader only.`,
      );
  }
}
