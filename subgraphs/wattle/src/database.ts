import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaClient } from './generated/prisma/client.ts';

/**
 * Wattle's database file, opened so that SQLite itself refuses every write on every connection.
 *
 * `file` is a path or a `file:` URL. Opens on the first query, which fails where there is no such file (it is never
 * created); close it with `$disconnect()`.
 */
export function openDatabase(file: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaLibSql({ url: readOnlyUrl(file) }) });
}

/**
 * The libSQL URL of a file for reading only.
 *
 * libSQL's client takes no `mode`, but hands the path it decodes to SQLite, which understands a whole `file:…?mode=ro`
 * URI in its place: hence one URI inside the other.
 */
export function readOnlyUrl(file: string): string {
  const path = file.startsWith('file://') ? fileURLToPath(file) : resolve(file.replace(/^file:/, ''));
  return `file:${encodeURIComponent(`${pathToFileURL(path).href}?mode=ro`)}`;
}

/** Throws one sentence unless a write is refused as SQLite refuses it on a read-only connection. The write would change nothing. */
export async function assertReadOnly(db: PrismaClient): Promise<void> {
  try {
    await db.$executeRaw`UPDATE TBL_PERS SET PRS_NO = PRS_NO WHERE 0`;
  } catch (error) {
    const said = String(error);
    if (said.includes('readonly database')) return;
    throw new Error(`Wattle’s database cannot be read: ${said.split('\n').at(-1)}`, { cause: error });
  }
  throw new Error('Wattle’s database accepts writes; open its file with mode=ro.');
}
