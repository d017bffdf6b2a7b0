import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

const oneByteChar = 18;
const text = 25;

/** Whoever runs a migration's script has it to the end of the script's transaction. Any number will do. */
export const scriptLock = 581_300_102;

/** The row of the migration that runs: the engine has written that it began, and there is only this one. */
const markFinished = `UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

/**
 * Prisma's adapter, mended in three places for the schema engine (7.10).
 *
 * The engine compares a database with a schema by PostgreSQL's catalogue, which has columns of the one-byte type
 * `"char"`. The adapter refuses that type and the engine wants it called a character: so it passes the adapter as text
 * and is called what it is again on the other side. And the adapter cuts a script at every `;`, also inside a trigger's
 * function; sent whole, PostgreSQL parses it itself, and a migration that fails leaves nothing behind. And the engine writes apart from
 * the script that it has run, so that whoever is killed between the two leaves a migration that seems to have failed: here that is
 * written in the script's own transaction, and the engine's own word a moment later says the same.
 *
 * `failed` is told PostgreSQL's own error where a script fails; the engine's has nothing of it.
 */
export function migrationAdapter(
  pool: pg.Pool,
  failed: (error: unknown) => void = () => undefined,
): SqlMigrationAwareDriverAdapterFactory {
  const disguised = new WeakMap<object, readonly number[]>();
  const query = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (asked: pg.QueryConfig): Promise<pg.QueryResult> => {
      const result = await query(asked);
      const columns = result.fields.flatMap((field, column) => (field.dataTypeID === oneByteChar ? [column] : []));
      for (const field of result.fields) if (field.dataTypeID === oneByteChar) field.dataTypeID = text;
      disguised.set(result.rows, columns);
      return result;
    },
  });
  const plain = new PrismaPg(pool);
  const connect: SqlMigrationAwareDriverAdapterFactory['connect'] = async () => {
    const adapter = await plain.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: async (asked: Parameters<typeof queryRaw>[0]) => {
        const answer = await queryRaw(asked);
        const columns = disguised.get(answer.rows) ?? [];
        for (const column of columns) answer.columnTypes[column] = ColumnTypeEnum.Character;
        return answer;
      },
      executeScript: async (script: string) => {
        await query(`SELECT pg_advisory_xact_lock(${scriptLock});\n${script}\n;${markFinished}`).catch(
          (error: unknown) => {
            failed(error);
            throw error;
          },
        );
      },
    });
  };
  // A shadow database is a scratch one the engine empties; giving it this one would be fatal.
  const connectToShadowDb = () => Promise.reject(new Error('No shadow database here; compare with a migrated one.'));
  return { provider: plain.provider, adapterName: plain.adapterName, connect, connectToShadowDb };
}
