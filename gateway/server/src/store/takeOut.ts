import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { endGlassOf } from './glass.ts';
import { type LinkWord, moved, remember } from './moveRows.ts';
import { raiseEpochs, raiseEpochsOfRepresented, takeGates } from './raiseEpochs.ts';
import { renameGiver } from './renameGiver.ts';

/** Whose record it is now, and whose it was. */
export type Separation = Readonly<{ from: string; to: string; handles: readonly string[] }>;

type Merge = Readonly<{ id: string; from: string; at: Date; handles: string[]; consents: string[]; facts: string[] }>;

/** Takes a record out of the file it is in, as `Merges.separate` has it. @returns null where it is not there any more, or alone. */
export async function takeOut(
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
  const since = merge && !alone ? merge.at : null;
  if (merge && !alone) await giveBack(connection, merge, from, word);
  await copyWhatCloses(connection, { from, to, since });
  await blockAgainstBoth(connection, { from, to, since });
  await endGlassOf(connection, from, word.at);
  await giveGlassBack(connection, { from, to, handles });
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
  const said = await saidMeanwhile(connection, merge, from);
  const consents = said('consent', [...merge.consents, ...replacing]);
  const facts = said('fact', merge.facts);
  await closeForBoth(connection, [...shared, ...consents.unclear], from, { by, at });
  await connection.query(
    `UPDATE fact SET ended_at = $2, ended_by = $3, ended_why = 'separated' WHERE id = ANY($1) AND kind = 'LEGAL_BASIS' AND ended_at IS NULL`,
    [facts.unclear, at, by],
  );
  const only = [...merge.consents, ...replacing, ...consents.theirs, ...consents.unclear];
  const back = await moved(connection, 'consent', 'id', { from, into: merge.from, only });
  await moved(connection, 'fact', 'id', { from, into: merge.from, only: [...merge.facts, ...facts.theirs] });
  await renameGiver(connection, back, merge.from);
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

/** What was put on file since the merge, and whose it is, as far as the agency that put it there works with one of the two only. */
async function saidMeanwhile(connection: ClientBase, { from: leaving, at }: Merge, staying: string) {
  const { rows } = await connection.query<{ table: string; id: string; theirs: boolean; others: boolean }>(
    `SELECT said.*,
       EXISTS (SELECT FROM record WHERE agency_id = said.agency AND client_id = $2) AS theirs,
       EXISTS (SELECT FROM record WHERE agency_id = said.agency AND client_id = $1) AS others
     FROM (SELECT 'consent' AS table, id, recorded_by_agency AS agency FROM consent
           WHERE client_id = $1 AND recorded_at > $3 AND status NOT IN ('refused', 'superseded')
           UNION ALL SELECT 'fact', id, recorded_by_agency FROM fact
           WHERE client_id = $1 AND recorded_at > $3 AND kind <> 'BLOCK') AS said`,
    [staying, leaving, at],
  );
  return (table: 'consent' | 'fact', known: readonly string[]) => {
    const others = rows.filter((row) => row.table === table && !known.includes(row.id));
    return {
      theirs: others.filter((row) => row.theirs && !row.others).map(({ id }) => id),
      unclear: others.filter((row) => row.theirs === row.others).map(({ id }) => id),
    };
  };
}

/** Whose word these are is not known: in both files they go on closing what they close and replacing what they replaced, and open nothing. */
async function closeForBoth(
  connection: ClientBase,
  consents: readonly string[],
  client: string,
  { by, at }: Pick<LinkWord, 'by' | 'at'>,
): Promise<void> {
  if (consents.length === 0) return;
  await connection.query(
    'UPDATE consent SET withdrawn_at = $2, withdrawn_by = $3 WHERE id = ANY($1) AND withdrawn_at IS NULL',
    [consents, at, by],
  );
  await connection.query(
    `INSERT INTO consent (id, client_id, status, body, recorded_by_agency, recorded_by, recorded_at, withdrawn_at,
       withdrawn_by, words, language)
     SELECT gen_random_uuid()::text, $2, status, body, recorded_by_agency, recorded_by, recorded_at, withdrawn_at,
       withdrawn_by, words, language FROM consent WHERE id = ANY($1)`,
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

type Parting = Readonly<{ from: string; to: string; since: Date | null }>;

/** Blocks of others against the one, put on file since (null: at any time), are against both: which of the two was meant is not known. */
async function blockAgainstBoth(connection: ClientBase, { from, to, since }: Parting): Promise<void> {
  const { rows } = await connection.query<{ id: string; client: string }>(
    `SELECT id, client_id AS client FROM fact WHERE kind = 'BLOCK' AND ended_at IS NULL AND body -> 'against' ? $1
       AND ($2::timestamptz IS NULL OR recorded_at >= $2)`,
    [from, since],
  );
  if (rows.length === 0) return;
  await raiseEpochs(
    connection,
    rows.map(({ client }) => client),
  );
  await connection.query(
    `UPDATE fact SET body = jsonb_set(body, '{against}', (body -> 'against') || to_jsonb($2::text)) WHERE id = ANY($1)`,
    [rows.map(({ id }) => id), to],
  );
}

/** Emergency access goes with the records it was taken for, and the notices of it and of their alerts with them, so that each is judged by the right file. */
async function giveGlassBack(
  connection: ClientBase,
  { from, to, handles }: Readonly<{ from: string; to: string; handles: readonly string[] }>,
): Promise<void> {
  const { rows } = await connection.query<{ id: string }>(
    'UPDATE glass SET client_id = $2 WHERE client_id = $1 AND handles <@ $3::text[] RETURNING id',
    [from, to, handles],
  );
  await connection.query(
    `UPDATE notice SET client_id = $2 WHERE client_id = $1
       AND (about_id = ANY($3) OR about_id IN (SELECT id FROM alert_order WHERE handle = ANY($4)))`,
    [from, to, rows.map(({ id }) => id), handles],
  );
}
