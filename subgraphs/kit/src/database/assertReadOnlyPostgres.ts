import { InputFault } from '../command/InputFault.ts';
import type { ReadDatabase } from './assertReadOnly.ts';

type Role = Readonly<{
  name: string;
  tables: readonly string[];
  writable: readonly string[];
  schemas: readonly string[];
  creates: boolean;
}>;

/**
 * For this role and every role it may assume (`SET ROLE`), in every schema except the database's own: tables it may read,
 * tables it may change in whole or in some column, and where it may create tables.
 */
const roleSql = `
  WITH roles AS (SELECT oid FROM pg_roles WHERE pg_has_role(oid, 'MEMBER')),
  schemas AS (SELECT oid, nspname FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'),
  tables AS (SELECT c.oid, format('%I.%I', s.nspname, c.relname) AS name, c.relkind FROM pg_class c
    JOIN schemas s ON s.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f'))
  SELECT current_user::text AS name,
    ARRAY(SELECT name FROM tables WHERE relkind IN ('r', 'p') AND has_table_privilege(oid, 'SELECT') ORDER BY 1) AS tables,
    ARRAY(SELECT name FROM tables t WHERE EXISTS (SELECT FROM roles r
      WHERE has_table_privilege(r.oid, t.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
        OR has_any_column_privilege(r.oid, t.oid, 'INSERT, UPDATE')) ORDER BY 1) AS writable,
    ARRAY(SELECT nspname::text FROM schemas s WHERE EXISTS (SELECT FROM roles r
      WHERE has_schema_privilege(r.oid, s.oid, 'CREATE')) ORDER BY 1) AS schemas,
    EXISTS (SELECT FROM roles r WHERE has_database_privilege(r.oid, current_database(), 'CREATE')) AS creates`;

/**
 * Throws one sentence unless this connection's role cannot change anything in the agency's PostgreSQL database.
 *
 * CAUTION: it does not see what functions do under their author's rights (`SECURITY DEFINER`).
 */
export async function assertReadOnlyPostgres(db: ReadDatabase, whose: string): Promise<void> {
  const [role] = await db.$queryRawUnsafe<readonly Role[]>(roleSql);
  if (!role)
    throw new InputFault(`${whose}’s database did not say which role this connection has. Check DATABASE_URL.`);
  if (role.writable.length > 0) {
    const tables = role.writable.slice(0, 3).map(shortName).join(', ');
    throw new InputFault(
      `Role "${role.name}" can change ${role.writable.length} of ${whose}’s tables (${tables} …). Use a role with SELECT only.`,
    );
  }
  if (role.schemas.length > 0 || role.creates) {
    const where = role.schemas.length > 0 ? `, schema ${role.schemas.slice(0, 3).join(', ')}` : '';
    throw new InputFault(
      `Role "${role.name}" can create tables in ${whose}’s database${where}. Use a role with SELECT only.`,
    );
  }
  const [table] = role.tables;
  if (table === undefined)
    throw new InputFault(
      `Role "${role.name}" finds no table in ${whose}’s database. Check DATABASE_URL, and grant the role SELECT on the tables.`,
    );
  if (await acceptsWrite(db, table))
    throw new InputFault(`${whose}’s database accepted a write from role "${role.name}". Use a role with SELECT only.`);
}

/**
 * Tries a write that would change nothing, with the session's own read-only setting turned off, so that only the role can
 * refuse it.
 */
async function acceptsWrite(db: ReadDatabase, table: string): Promise<boolean> {
  const undone = new Error('undo');
  try {
    await db.$transaction(async (transaction) => {
      await transaction.$executeRawUnsafe('SET TRANSACTION READ WRITE');
      await transaction.$executeRawUnsafe(`DELETE FROM ${table} WHERE false`);
      throw undone;
    });
  } catch (error) {
    if (error === undone) return true;
    if (String(error).includes('42501')) return false; // insufficient_privilege
    throw error;
  }
  return true;
}

const shortName = (name: string): string => name.replace(/^public\./, '');
