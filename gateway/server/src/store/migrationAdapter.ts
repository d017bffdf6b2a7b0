import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';

const oneByteChar = 18;
const text = 25;

/**
 * Prisma's adapter, mended in two places for the schema engine (7.10).
 *
 * The engine compares a database with a schema by PostgreSQL's catalogue, which has columns of the one-byte type
 * `"char"`. The adapter refuses that type and the engine wants it called a character: so it passes the adapter as text
 * and is called what it is again on the other side. And the adapter cuts a script at every `;`, also inside a trigger's
 * function; sent whole, PostgreSQL parses it itself, and a migration that fails leaves nothing behind.
 */
export function migrationAdapter(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
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
        await query(script);
      },
    });
  };
  // A shadow database is a scratch one the engine empties; giving it this one would be fatal.
  const connectToShadowDb = () => Promise.reject(new Error('No shadow database here; compare with a migrated one.'));
  return { provider: plain.provider, adapterName: plain.adapterName, connect, connectToShadowDb };
}
