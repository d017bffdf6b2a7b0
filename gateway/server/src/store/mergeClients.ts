import type { ClientBase } from 'pg';
import { saidApart } from './apart.ts';
import type { Database } from './Database.ts';
import { joinFiles } from './joinFiles.ts';
import type { LinkWord } from './moveRows.ts';
import { raiseEpochs, raiseEpochsOfRepresented } from './raiseEpochs.ts';
import { type Separation, takeOut } from './takeOut.ts';

export type Merges = Readonly<{
  /**
   * Makes one client's file part of another's: records, consents and facts. The id left over goes on leading there. Emergency access to
   * either ends, because it was taken for less.
   *
   * @returns false, and changes nothing, where either is not a client of its own (any more), or their records were said to be two people's.
   */
  merge: (clients: Readonly<{ from: string; into: string }>, word: LinkWord) => Promise<boolean>;
  /** Makes all of these one client, under the id of the oldest. @returns that id; null where none of them exists. */
  mergeAll: (clients: readonly string[], word: LinkWord) => Promise<string | null>;
  /**
   * Takes a record apart from all the others in its file or, with `than`, as far as it takes to part it from that record. Holds from the
   * next request on. Says of each record that leaves and each that stays that they are two people's.
   *
   * A file that had become part of the other comes back under its id, with what was in it and with what replaced that: the record's own
   * file or, where the record was there first, the others'. Only where neither came with a file does the record become a client of its own,
   * under a new id. What closes (refusals, blocks) and was put on file while the two were one stays with both: it is not known whom it was
   * about, and closing is safe.
   *
   * @returns null where there is no such record, or it is alone, or it and `than` are two people's.
   */
  separate: (handle: string, word: LinkWord, than?: string) => Promise<Separation | null>;
}>;

export function mergeClients({ transaction, pool }: Database): Merges {
  const merge: Merges['merge'] = ({ from, into }, word) =>
    transaction(async (connection) => {
      if (from === into) return false;
      await raiseEpochs(connection, [from, into]);
      if ((await standing(connection, [from, into])) < 2) return false;
      // Someone may have said so while this waited for the gates.
      if (await saidApart(connection, from, into)) return false;
      await raiseEpochsOfRepresented(connection, [from, into]);
      await joinFiles(connection, { from, into }, word);
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
    separate: async (handle, word, than) => {
      for (;;) {
        const { rows } = await pool.query<{ client: string | null }>(
          'SELECT client_id AS client FROM record WHERE handle = $1',
          [handle],
        );
        const before = rows[0]?.client ?? null;
        if (before === null) return null;
        const done = await transaction((connection) => takeOut(connection, { handle, than, file: before }, word));
        // Its file became part of another while this waited: it is now taken out of that one.
        if (done !== 'ELSEWHERE') return done;
      }
    },
  };
}

async function standing(connection: ClientBase, ids: readonly string[]): Promise<number> {
  const { rowCount } = await connection.query('SELECT FROM client WHERE id = ANY($1) AND merged_into IS NULL', [ids]);
  return rowCount ?? 0;
}
