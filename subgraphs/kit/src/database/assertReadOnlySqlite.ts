import type { ReadDatabase } from './assertReadOnly.ts';

/** Throws one sentence unless a write is refused as SQLite refuses it on a read-only connection. The write would change nothing. */
export async function assertReadOnlySqlite(db: ReadDatabase, whose: string): Promise<void> {
  try {
    const [table] = await db.$queryRawUnsafe<readonly Readonly<{ name: string }>[]>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name LIMIT 1",
    );
    if (!table) throw new Error('it has no table.');
    await db.$executeRawUnsafe(`DELETE FROM "${table.name.replaceAll('"', '""')}" WHERE 0`);
  } catch (error) {
    const said = String(error);
    if (said.includes('readonly database')) return;
    throw new Error(`${whose}’s database cannot be read: ${said.split('\n').at(-1)}`, { cause: error });
  }
  throw new Error(`${whose}’s database accepts writes; open its file with mode=ro.`);
}
