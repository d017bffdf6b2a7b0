import { adapterOptions } from '@accord/kit/database/adapterOptions';
import { sparing } from '@accord/kit/database/sparing';
import { watched } from '@accord/kit/database/watched';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaClient } from './generated/prisma/client.ts';

/**
 * Opens Wattle's database file (a path or a `file:` URL) so that SQLite itself refuses every write on every connection.
 *
 * Opens the file on the first query, which fails where there is no such file (it is never created). Close it with
 * `$disconnect()`.
 */
export const openDatabase = (file: string): PrismaClient =>
  sparing(new PrismaClient({ adapter: watched(new PrismaLibSql(adapterOptions('sqlite', file))) }));
