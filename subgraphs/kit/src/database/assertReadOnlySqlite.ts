import { InputFault } from '../command/InputFault.ts';
import type { ReadDatabase } from './assertReadOnly.ts';

/** Throws one sentence unless a write is refused as SQLite refuses it on a read-only connection. The write would change nothing. */
export async function assertReadOnlySqlite(db: ReadDatabase, whose: string): Promise<void> {
  try {
    const [table] = await db.$queryRawUnsafe<readonly Readonly<{ name: string }>[]>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name LIMIT 1",
    );
    if (!table)
      throw new InputFault(`${whose}’s database has no table. Check that DATABASE_URL is the path of its file.`);
    await db.$executeRawUnsafe(`DELETE FROM "${table.name.replaceAll('"', '""')}" WHERE 0`);
  } catch (error) {
    if (error instanceof InputFault) throw error;
    if (String(error).includes('readonly database')) return;
    throw new InputFault(
      `${whose}’s database cannot be read. Check that DATABASE_URL is the path of a SQLite file, and that this user can read it and its folder.`,
      { cause: error },
    );
  }
  throw new InputFault(`${whose}’s database accepts writes. Open its file with mode=ro.`);
}
