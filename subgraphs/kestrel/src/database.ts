import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/prisma/client.ts';

/**
 * Kestrel's database, for reading.
 *
 * The role in `url` is what keeps it read-only (see `assertReadOnly`); the session setting only makes a slip fail early.
 * Connects on the first query; close it with `$disconnect()`.
 */
export function openDatabase(url: string): PrismaClient {
  const adapter = new PrismaPg({ connectionString: url, options: '-c default_transaction_read_only=on', max: 8 });
  return new PrismaClient({ adapter });
}

/** Throws one sentence unless the role of this connection can change nothing in the database. */
export async function assertReadOnly(db: PrismaClient): Promise<void> {
  const [role] = await db.$queryRaw<readonly { name: string; writable: readonly string[]; creates: boolean }[]>`
    SELECT current_user::text AS name,
      ARRAY(SELECT relname::text FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
          AND has_table_privilege(oid, 'INSERT, UPDATE, DELETE, TRUNCATE') ORDER BY relname) AS writable,
      has_schema_privilege('public', 'CREATE') AS creates`;
  if (!role) throw new Error('Kestrel’s database did not say which role this connection has.');
  if (role.writable.length > 0) {
    const tables = role.writable.slice(0, 3).join(', ');
    throw new Error(
      `Role "${role.name}" may change ${role.writable.length} of Kestrel’s tables (${tables} …); give a role with SELECT only.`,
    );
  }
  if (role.creates)
    throw new Error(`Role "${role.name}" may create tables in Kestrel’s database; give a role with SELECT only.`);
  if (await acceptsWrite(db)) throw new Error(`Kestrel’s database accepted a write from role "${role.name}".`);
}

/** Tries a write that would change nothing, with the session's own read-only setting lifted, so that only the role can refuse it. */
async function acceptsWrite(db: PrismaClient): Promise<boolean> {
  const undone = new Error('undo');
  try {
    await db.$transaction(async (transaction) => {
      await transaction.$executeRaw`SET TRANSACTION READ WRITE`;
      await transaction.$executeRaw`UPDATE person SET person_id = person_id WHERE false`;
      throw undone;
    });
  } catch (error) {
    if (error === undone) return true;
    if (String(error).includes('42501')) return false;
    throw error;
  }
  return true;
}
