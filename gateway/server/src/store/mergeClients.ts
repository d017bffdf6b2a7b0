import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { Database } from './Database.ts';
import { endGlassOf } from './glass.ts';
import { raiseEpochs, raiseEpochsOfRepresented, takeGates } from './raiseEpochs.ts';
import { renameGiver } from './renameGiver.ts';

/** Who decided about a link, why and when. */
export type LinkWord = Readonly<{ by: string; reason: string; at: Date }>;

/** Whose record it is now, and whose it was. */
export type Separation = Readonly<{ from: string; to: string; handles: readonly string[] }>;

export type Merges = Readonly<{
  /**
   * Makes one client's file part of another's: records, consents and facts. The id that is left over goes on leading there.
   * Emergency access to either ends: it was taken for less.
   *
   * @returns false, and changes nothing, where either is not a client of its own (any more).
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

/** Ids of what moved. */
async function moved(
  connection: ClientBase,
  table: 'record' | 'consent' | 'fact',
  key: 'handle' | 'id',
  { from, into, only }: Readonly<{ from: string; into: string; only?: readonly string[] }>,
): Promise<readonly string[]> {
  const { rows } = await connection.query<{ key: string }>(
    `UPDATE ${table} SET client_id = $2 WHERE client_id = $1 AND ($3::text[] IS NULL OR ${key} = ANY($3)) RETURNING ${key} AS key`,
    [from, into, only ?? null],
  );
  return rows.map((row) => row.key);
}

type Merge = Readonly<{ id: string; from: string; at: Date; handles: string[]; consents: string[]; facts: string[] }>;

async function takeOut(
  connection: ClientBase,
  handle: string,
  from: string,
  word: LinkWord,
): Promise<Separation | null> {
  await takeGates(connection, [from]);
  const { rows: held } = await connection.query<{ handle: string }>(
    'SELECT handle FROM record WHERE client_id = $1 ORDER BY agency_id, number FOR UPDATE',
    [from],
  );
  const inFile = held.map((row) => row.handle);
  if (!inFile.includes(handle) || inFile.length < 2) return null;
  const merge = await latestMerge(connection, from, handle);
  const leaving = merge ? merge.handles.filter((one) => inFile.includes(one)) : [handle];
  // All of a file that came apart from what it came with would leave nothing behind.
  const alone = leaving.length === inFile.length;
  const to = merge && !alone ? merge.from : randomUUID();
  const handles = alone ? [handle] : leaving;
  await raiseEpochs(connection, [from, to]);
  await raiseEpochsOfRepresented(connection, [from, to]);
  await moved(connection, 'record', 'handle', { from, into: to, only: handles });
  if (merge && !alone) await giveBack(connection, merge, from, word);
  await copyWhatCloses(connection, { from, to, since: merge && !alone ? merge.at : null });
  await endGlassOf(connection, from, word.at);
  await remember(connection, handles, 'SEPARATED', from, word);
  return { from, to, handles };
}

async function latestMerge(connection: ClientBase, into: string, handle: string): Promise<Merge | undefined> {
  const { rows } = await connection.query<Merge>(
    `SELECT id, from_client AS "from", at, handles, consents, facts FROM client_merge
     WHERE into_client = $1 AND ended_at IS NULL AND $2 = ANY(handles) ORDER BY at DESC LIMIT 1`,
    [into, handle],
  );
  return rows[0];
}

async function giveBack(connection: ClientBase, merge: Merge, from: string, { by, at }: LinkWord): Promise<void> {
  const { replacing, shared } = await whatReplaces(connection, merge.consents, from);
  const only = [...merge.consents, ...replacing];
  await closeForBoth(connection, shared, from);
  const consents = await moved(connection, 'consent', 'id', { from, into: merge.from, only });
  await moved(connection, 'fact', 'id', { from, into: merge.from, only: merge.facts });
  await renameGiver(connection, consents, merge.from);
  // What took their place was said of the file that stays, or of both: theirs comes back.
  await connection.query(
    `UPDATE fact SET ended_at = NULL, ended_by = NULL, ended_why = NULL
     WHERE id = ANY($1) AND ended_why = 'replaced' AND ended_at >= $2`,
    [merge.facts, merge.at],
  );
  await connection.query('UPDATE client SET merged_into = NULL WHERE id = $1', [merge.from]);
  await connection.query(
    `UPDATE client SET merged_into = $1 WHERE id IN
       (SELECT from_client FROM client_merge WHERE into_client = $1 AND ended_at IS NULL)`,
    [merge.from],
  );
  await connection.query('UPDATE client_merge SET ended_at = $2, ended_by = $3 WHERE id = $1', [merge.id, at, by]);
}

type Replacing = Readonly<{
  /** Ids of what took the place of these consents, or of what did. */
  replacing: readonly string[];
  /** Those of them that took the place of a consent of somebody else's as well. */
  shared: readonly string[];
}>;

/** What a person took back of their consents while their file was part of another's is not open again because it is its own again. */
async function whatReplaces(connection: ClientBase, consents: readonly string[], client: string): Promise<Replacing> {
  const { rows } = await connection.query<{ id: string; shared: boolean }>(
    `WITH RECURSIVE theirs AS (
       SELECT id FROM unnest($1::text[]) AS id
       UNION SELECT later.id FROM consent later JOIN theirs ON later.body -> 'supersedes' ? theirs.id
       WHERE later.client_id = $2)
     SELECT id, EXISTS (
       SELECT FROM consent other WHERE other.client_id = $2 AND consent.body -> 'supersedes' ? other.id
         AND other.id NOT IN (SELECT id FROM theirs)) AS shared
     FROM consent WHERE client_id = $2 AND id IN (SELECT id FROM theirs) AND id <> ALL($1)`,
    [consents, client],
  );
  return {
    replacing: rows.map(({ id }) => id),
    shared: rows.filter(({ shared }) => shared).map(({ id }) => id),
  };
}

/** Whose word these are is not known: they go on replacing what they replaced, in both files, and open nothing. */
async function closeForBoth(connection: ClientBase, consents: readonly string[], client: string): Promise<void> {
  if (consents.length === 0) return;
  await connection.query(`UPDATE consent SET status = 'superseded' WHERE id = ANY($1)`, [consents]);
  await connection.query(
    `INSERT INTO consent (id, client_id, status, body, recorded_by_agency, recorded_by, recorded_at, words, language)
     SELECT gen_random_uuid()::text, $2, status, body, recorded_by_agency, recorded_by, recorded_at, words, language
     FROM consent WHERE id = ANY($1)`,
    [consents, client],
  );
}

/** Refusals and blocks of the file, of the time since (null: all of them), for the one that leaves it as well; and whether they are a child, where nothing else says it. */
async function copyWhatCloses(
  connection: ClientBase,
  { from, to, since }: Readonly<{ from: string; to: string; since: Date | null }>,
): Promise<void> {
  await connection.query(
    `INSERT INTO consent (id, client_id, status, body, recorded_by_agency, recorded_by, recorded_at, words, language)
     SELECT gen_random_uuid()::text, $2, status,
       CASE WHEN body -> 'givenBy' ->> 'capacity' = 'self' THEN jsonb_set(body, '{givenBy,person}', to_jsonb($2::text)) ELSE body END,
       recorded_by_agency, recorded_by, recorded_at, words, language
     FROM consent WHERE client_id = $1 AND status = 'refused' AND withdrawn_at IS NULL
       AND ($3::timestamptz IS NULL OR recorded_at >= $3)`,
    [from, to, since],
  );
  await connection.query(
    `INSERT INTO fact (id, client_id, kind, body, recorded_by_agency, recorded_by, recorded_at)
     SELECT gen_random_uuid()::text, $2, kind, body, recorded_by_agency, recorded_by, recorded_at
     FROM fact WHERE client_id = $1 AND ended_at IS NULL AND ($3::timestamptz IS NULL OR recorded_at >= $3)
       AND (kind = 'BLOCK' OR kind = 'STANDING' AND NOT EXISTS (
         SELECT FROM fact theirs WHERE theirs.client_id = $2 AND theirs.kind = 'STANDING' AND theirs.ended_at IS NULL))`,
    [from, to, since],
  );
}

async function remember(
  connection: ClientBase,
  handles: readonly string[],
  kind: 'CONFIRMED' | 'SEPARATED',
  client: string,
  { by, reason, at }: LinkWord,
): Promise<void> {
  await connection.query(
    `INSERT INTO link_decision (handle, client_id, kind, decided_by, reason, at)
     SELECT handle, $2, $3::link_kind, $4, $5, $6 FROM unnest($1::text[]) AS handle`,
    [handles, client, kind, by, reason, at],
  );
}
