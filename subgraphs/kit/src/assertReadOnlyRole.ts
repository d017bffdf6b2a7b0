/** What is needed of an agency's Prisma client: any schema on PostgreSQL has it. */
export type PostgresClient = Readonly<{
  $queryRawUnsafe<Rows>(sql: string): PromiseLike<Rows>;
  $transaction<Result>(
    work: (transaction: Readonly<{ $executeRawUnsafe(sql: string): PromiseLike<number> }>) => Promise<Result>,
  ): Promise<Result>;
}>;

type Role = Readonly<{ name: string; tables: readonly string[]; writable: readonly string[]; creates: boolean }>;

const roleSql = `
  SELECT current_user::text AS name,
    ARRAY(SELECT oid::regclass::text FROM tables ORDER BY 1) AS tables,
    ARRAY(SELECT relname::text FROM tables
      WHERE has_table_privilege(oid, 'INSERT, UPDATE, DELETE, TRUNCATE') ORDER BY 1) AS writable,
    has_schema_privilege('public', 'CREATE') AS creates`;
const tablesSql = `WITH tables AS (SELECT oid, relname FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p'))`;

/**
 * Throws one sentence unless the role of this connection can change nothing in the agency's PostgreSQL database.
 *
 * Called at the start, before anything is served: a subgraph reads only, and the role, not the program, is what holds it to that.
 * `whose` is how the sentence names the agency, such as `Harbour`.
 */
export async function assertReadOnlyRole(db: PostgresClient, whose: string): Promise<void> {
  const [role] = await db.$queryRawUnsafe<readonly Role[]>(`${tablesSql} ${roleSql}`);
  if (!role) throw new Error(`${whose}’s database did not say which role this connection has.`);
  if (role.writable.length > 0) {
    const tables = role.writable.slice(0, 3).join(', ');
    throw new Error(
      `Role "${role.name}" may change ${role.writable.length} of ${whose}’s tables (${tables} …); give a role with SELECT only.`,
    );
  }
  if (role.creates)
    throw new Error(`Role "${role.name}" may create tables in ${whose}’s database; give a role with SELECT only.`);
  const [table] = role.tables;
  if (table === undefined) throw new Error(`Role "${role.name}" finds no table in ${whose}’s database.`);
  if (await acceptsWrite(db, table)) throw new Error(`${whose}’s database accepted a write from role "${role.name}".`);
}

/** Tries a write that would change nothing, with the session's own read-only setting lifted, so that only the role can refuse it. */
async function acceptsWrite(db: PostgresClient, table: string): Promise<boolean> {
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
