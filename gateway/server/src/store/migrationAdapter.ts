import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

const oneByteChar = 18;
const text = 25;

/** Held by whoever runs a migration's script, until the script's transaction ends. An arbitrary number. */
export const scriptLock = 581_300_102;

/** Marks the running migration as finished. The engine has already written that it began, and there is only one. */
const markFinished = `UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

/**
 * Returns Prisma's adapter, fixed in three places for the schema engine (7.10).
 *
 * - The engine compares a database with a schema through PostgreSQL's catalogue, which has columns of the one-byte type `"char"`. The
 *   adapter refuses that type, and the engine wants it called a character. So it passes through the adapter as text, and gets its right
 *   name on the other side.
 * - The adapter splits a script at every `;`, even inside a trigger's function. Sent whole, it is parsed by PostgreSQL itself, and a
 *   migration that fails leaves nothing behind.
 * - The engine records in a separate step that a script has run, so that being killed in between leaves a migration that seems to have
 *   failed. Here that is recorded in the script's own transaction; the engine records the same a moment later.
 *
 * `failed` receives PostgreSQL's own error where a script fails, since the engine's error contains nothing of it.
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
  // A shadow database is a scratch one that the engine empties; handing it this one would be fatal.
  const connectToShadowDb = () => Promise.reject(new Error('No shadow database here; compare with a migrated one.'));
  return { provider: plain.provider, adapterName: plain.adapterName, connect, connectToShadowDb };
}
