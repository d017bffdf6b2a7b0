import { assertReadOnlyMysql } from './assertReadOnlyMysql.ts';
import { assertReadOnlyPostgres } from './assertReadOnlyPostgres.ts';
import { assertReadOnlySqlite } from './assertReadOnlySqlite.ts';
import { assertReadOnlySqlServer } from './assertReadOnlySqlServer.ts';
import type { Engine } from './Catalogue.ts';

/** What this needs of an agency's Prisma client; a client of any schema has it. */
export type ReadDatabase = Readonly<{
  $queryRawUnsafe<Rows>(sql: string): PromiseLike<Rows>;
  $executeRawUnsafe(sql: string): PromiseLike<number>;
  $transaction<Result>(
    work: (transaction: Readonly<{ $executeRawUnsafe(sql: string): PromiseLike<number> }>) => Promise<Result>,
  ): Promise<Result>;
}>;

/**
 * Throws one sentence unless this connection cannot change anything in the agency's database.
 *
 * Called at start-up, before anything is served. A subgraph only reads, and what guarantees that is the role, not the
 * program. `whose` is the agency's name in the sentence, such as `Harbour`.
 */
export async function assertReadOnly(db: ReadDatabase, engine: Engine, whose: string): Promise<void> {
  switch (engine) {
    case 'postgresql':
      return assertReadOnlyPostgres(db, whose);
    case 'mysql':
      return assertReadOnlyMysql(db, whose);
    case 'sqlite':
      return assertReadOnlySqlite(db, whose);
    case 'sqlserver':
      return assertReadOnlySqlServer(db, whose);
    default:
      throw engine satisfies never;
  }
}
