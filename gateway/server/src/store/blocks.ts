import type { Database } from './Database.ts';
import type { JsonObject } from './JsonObject.ts';
import { raiseEpochs } from './raiseEpochs.ts';

export type BlockRow = Readonly<{
  id: string;
  clientId: string;
  body: JsonObject;
  recordedBy: string;
  recordedAt: Date;
}>;

export type Blocks = Readonly<{
  /** @returns the client's new epoch. @throws when a block of that id is on file. */
  add: (block: BlockRow) => Promise<number>;
  /** All or none. */
  addMany: (blocks: readonly BlockRow[]) => Promise<void>;
  /** @returns false when there is no such block, or it was lifted before. */
  lift: (id: string, at: Date) => Promise<boolean>;
}>;

export function blocks(database: Database): Blocks {
  return {
    add: async (block) => {
      const epochs = await insert(database, [block]);
      const epoch = epochs.get(block.clientId);
      if (epoch === undefined) throw new Error('A client who was given a block has no epoch.');
      return epoch;
    },
    addMany: async (all) => {
      await insert(database, all);
    },
    lift: (id, at) =>
      database.transaction(async (connection) => {
        const { rows } = await connection.query<{ client_id: string }>(
          'UPDATE block SET lifted_at = $2 WHERE id = $1 AND lifted_at IS NULL RETURNING client_id',
          [id, at],
        );
        await raiseEpochs(
          connection,
          rows.map((row) => row.client_id),
        );
        return rows.length === 1;
      }),
  };
}

function insert(database: Database, rows: readonly BlockRow[]): Promise<ReadonlyMap<string, number>> {
  return database.transaction(async (connection) => {
    const epochs = await raiseEpochs(
      connection,
      rows.map((row) => row.clientId),
    );
    await connection.query(
      `INSERT INTO block (id, client_id, body, recorded_by, recorded_at)
       SELECT * FROM unnest($1::text[], $2::text[], $3::jsonb[], $4::text[], $5::timestamptz[])`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.clientId),
        rows.map((row) => JSON.stringify(row.body)),
        rows.map((row) => row.recordedBy),
        rows.map((row) => row.recordedAt),
      ],
    );
    return epochs;
  });
}
