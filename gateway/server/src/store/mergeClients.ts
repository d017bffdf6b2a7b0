import type { ClientBase } from 'pg';
import type { Database } from './Database.ts';
import { endGlassOf } from './glass.ts';
import { type LinkWord, moved, remember } from './moveRows.ts';
import { saidApart } from './pairs.ts';
import { raiseEpochs, raiseEpochsOfRepresented } from './raiseEpochs.ts';
import { renameGiver } from './renameGiver.ts';
import { type Separation, takeOut } from './takeOut.ts';

export type Merges = Readonly<{
  /**
   * Makes one client's file part of another's: records, consents and facts. The id that is left over goes on leading there.
   * Emergency access to either ends: it was taken for less.
   *
   * @returns false, and changes nothing, where either is not a client of its own (any more), or it was said of their records that they are two people's.
   */
  merge: (clients: Readonly<{ from: string; into: string }>, word: LinkWord) => Promise<boolean>;
  /** Makes all of these one, under the id of the oldest. @returns that id; null where there is none. */
  mergeAll: (clients: readonly string[], word: LinkWord) => Promise<string | null>;
  /**
   * Takes a record out of the file it is in, from the next question on. Where it had come with a file of its own, that file comes
   * back under its id with what was in it, and with what took its place; else the record is a client of its own, under a new id. What closes
   * (refusals, blocks) and was put on file while the two were one stays with both: whom it was about is not known, and closing is safe.
   *
   * @returns null where there is no such record, or it is alone.
   */
  separate: (handle: string, word: LinkWord) => Promise<Separation | null>;
}>;

export function mergeClients({ transaction, pool }: Database): Merges {
  const merge: Merges['merge'] = ({ from, into }, word) =>
    transaction(async (connection) => {
      if (from === into) return false;
      await raiseEpochs(connection, [from, into]);
      if ((await standing(connection, [from, into])) < 2) return false;
      // Somebody may have said so while this waited.
      if (await saidApart(connection, from, into)) return false;
      await raiseEpochsOfRepresented(connection, [from, into]);
      await moveAll(connection, { from, into }, word);
      return true;
    });
  return {
    merge,
    mergeAll: async (clients, word) => {
      const { rows } = await pool.query<{ id: string }>(
        'SELECT id FROM client WHERE id = ANY($1) AND merged_into IS NULL ORDER BY created_at, id',
        [clients],
      );
      const [into, ...others] = rows.map(({ id }) => id);
      if (into === undefined) return null;
      for (const from of others) await merge({ from, into }, word);
      return into;
    },
    separate: async (handle, word) => {
      const { rows } = await pool.query<{ client: string }>(
        'SELECT client_id AS client FROM record WHERE handle = $1',
        [handle],
      );
      const before = rows[0]?.client;
      return before === undefined || before === null
        ? null
        : transaction((connection) => takeOut(connection, handle, before, word));
    },
  };
}

async function standing(connection: ClientBase, ids: readonly string[]): Promise<number> {
  const { rowCount } = await connection.query('SELECT FROM client WHERE id = ANY($1) AND merged_into IS NULL', [ids]);
  return rowCount ?? 0;
}

async function moveAll(
  connection: ClientBase,
  { from, into }: Readonly<{ from: string; into: string }>,
  { by, reason, at }: LinkWord,
): Promise<void> {
  const handles = await moved(connection, 'record', 'handle', { from, into });
  const consents = await moved(connection, 'consent', 'id', { from, into });
  const facts = await moved(connection, 'fact', 'id', { from, into });
  await renameGiver(connection, consents, into);
  for (const table of ['glass', 'consent_request', 'notice'])
    await connection.query(`UPDATE ${table} SET client_id = $2 WHERE client_id = $1`, [from, into]);
  await endGlassOf(connection, into, at);
  // What was part of the one is part of the other: an id leads where the records are, in one step.
  await connection.query('UPDATE client SET merged_into = $2 WHERE id = $1 OR merged_into = $1', [from, into]);
  await connection.query(
    `INSERT INTO client_merge (from_client, into_client, at, decided_by, reason, handles, consents, facts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [from, into, at, by, reason, handles, consents, facts],
  );
  await remember(connection, handles, 'CONFIRMED', into, { by, reason, at });
}
