import type { ClientBase } from 'pg';
import { type LinkWord, moved } from './moveRows.ts';
import { raiseEpochs } from './raiseEpochs.ts';
import { renameGiver } from './renameGiver.ts';

/** Key in the body of a role that was recorded while two files were one: it is not known which of the two people it is about. */
export const ofTwoFiles = 'ofTwoFiles';

/** One file becoming part of another, and what came with it. */
export type Merge = Readonly<{
  id: string;
  from: string;
  into: string;
  at: Date;
  handles: readonly string[];
  consents: readonly string[];
  facts: readonly string[];
  /** Null: the merge is older than the hub's record of these. */
  requests: readonly string[] | null;
  /** Consents and facts that the receiving file had already; null likewise. */
  before: readonly string[] | null;
}>;

/**
 * The parting of two files that were one: `from` stays, and `to` leaves with the records `handles`. `merge` is the merge being undone
 * (null: the records had come with no file). `later` are the merges by which the file that `merge` led to came into the one that stays, in
 * order.
 */
export type Parting = Readonly<{
  from: string;
  to: string;
  merge: Merge | null;
  later: readonly Merge[];
  /** Consents and facts that came into the file that stays with other files. */
  ofOthers: ReadonlySet<string>;
  handles: readonly string[];
}>;

/**
 * Gives the client who leaves a file what is theirs of what was put on file there. Their records have been moved already. Anything that
 * closes stays with both where it is not known whose it is.
 */
export async function giveBack(connection: ClientBase, parting: Parting, word: LinkWord): Promise<void> {
  const { merge } = parting;
  if (merge) await giveBackMerged(connection, merge, parting, word);
  await copyWhatCloses(connection, parting);
  await blockAgainstBoth(connection, parting);
  await giveGlassBack(connection, parting);
  await giveRequestsBack(connection, parting);
  await forgetThatItCame(connection, parting);
}

/**
 * True where something that did not come with the client who leaves was put in the file while it belonged to both. If that client came with
 * no file, everything was. This goes by what existed when the two became one, not by clocks: each replica has its own.
 */
function isOfBoth({ merge, later, ofOthers }: Parting, one: Readonly<{ id: string; at: Date }>): boolean {
  if (merge === null) return true;
  return !ofOthers.has(one.id) && ![merge, ...later].some((each) => wasThereBefore(each, one));
}

/** True where the file a merge led to already had this. For a merge that did not record that, the clocks have to decide. */
function wasThereBefore(merge: Merge, { id, at }: Readonly<{ id: string; at: Date }>): boolean {
  if (merge.before) return merge.before.includes(id);
  return at < merge.at && !merge.consents.includes(id) && !merge.facts.includes(id);
}

async function giveBackMerged(
  connection: ClientBase,
  merge: Merge,
  parting: Parting,
  { by, at }: LinkWord,
): Promise<void> {
  const { from } = parting;
  const { replacing, shared } = await whatReplaces(connection, merge.consents, from);
  const said = await saidMeanwhile(connection, parting);
  const consents = said('consents', [...merge.consents, ...replacing]);
  const facts = said('facts', merge.facts);
  await closeForBoth(connection, [...shared, ...consents.unclear], from, { by, at });
  await connection.query(
    `UPDATE fact SET ended_at = $2, ended_by = $3, ended_why = 'separated' WHERE id = ANY($1) AND kind = 'LEGAL_BASIS' AND ended_at IS NULL`,
    [facts.unclear, at, by],
  );
  await saidOfBoth(connection, facts.unclear, merge.from);
  const only = [...merge.consents, ...replacing, ...consents.theirs, ...consents.unclear];
  const back = await moved(connection, 'consent', 'id', { from, into: merge.from, only });
  await moved(connection, 'fact', 'id', { from, into: merge.from, only: [...merge.facts, ...facts.theirs] });
  await renameGiver(connection, back, merge.from);
  // Facts replaced meanwhile hold again: their replacements were about the client who stays, or about both.
  await connection.query(
    `UPDATE fact SET ended_at = NULL, ended_by = NULL, ended_why = NULL
     WHERE id = ANY($1) AND ended_why = 'replaced' AND ended_at >= $2`,
    [merge.facts, merge.at],
  );
  await connection.query('UPDATE client SET merged_into = NULL WHERE id = $1', [merge.from]);
  // Files that had become part of this one, directly or through others, lead to it again.
  await connection.query(
    `WITH RECURSIVE came (id) AS (
       SELECT from_client FROM client_merge WHERE into_client = $1 AND ended_at IS NULL
       UNION SELECT merge.from_client FROM client_merge merge JOIN came ON merge.into_client = came.id
       WHERE merge.ended_at IS NULL)
     UPDATE client SET merged_into = $1 WHERE id IN (SELECT id FROM came)`,
    [merge.from],
  );
  await connection.query('UPDATE client_merge SET ended_at = $2, ended_by = $3 WHERE id = $1', [merge.id, at, by]);
}

type Replacing = Readonly<{
  /** Ids of what replaced these consents, directly or through other replacements. */
  replacing: readonly string[];
  /** Those of them that also replaced a consent of somebody else's. */
  shared: readonly string[];
}>;

/**
 * Finds what replaced these consents. What a person took back while their file was part of another must not open again because the file is
 * their own again.
 */
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

/**
 * Finds what was put on file while the two were one, and whose it is. The agency that put it there shows that, if it works with only one of
 * the two.
 */
async function saidMeanwhile(connection: ClientBase, parting: Parting) {
  const { rows } = await connection.query<{
    table: 'consents' | 'facts';
    id: string;
    at: Date;
    theirs: boolean;
    others: boolean;
  }>(
    `SELECT said.*,
       EXISTS (SELECT FROM record WHERE agency_id = said.agency AND client_id = $2) AS theirs,
       EXISTS (SELECT FROM record WHERE agency_id = said.agency AND client_id = $1) AS others
     FROM (SELECT 'consents' AS table, id, recorded_at AS at, recorded_by_agency AS agency FROM consent
           WHERE client_id = $1 AND status NOT IN ('refused', 'superseded')
           UNION ALL SELECT 'facts', id, recorded_at, recorded_by_agency FROM fact
           WHERE client_id = $1 AND kind <> 'BLOCK') AS said`,
    [parting.from, parting.to],
  );
  return (table: 'consents' | 'facts', known: readonly string[]) => {
    const others = rows.filter((row) => row.table === table && !known.includes(row.id) && isOfBoth(parting, row));
    return {
      theirs: others.filter((row) => row.theirs && !row.others).map(({ id }) => id),
      unclear: others.filter((row) => row.theirs === row.others).map(({ id }) => id),
    };
  };
}

/**
 * Keeps roles and proxies for both clients where it is not known which of the two they are about, so that nobody who uses violence speaks
 * for others, and a proxy's refusal goes on closing. Such a role opens nothing (`factsOf`) until it is recorded anew.
 */
async function saidOfBoth(connection: ClientBase, facts: readonly string[], to: string): Promise<void> {
  await connection.query(
    `UPDATE fact SET body = body || '{"${ofTwoFiles}": true}' WHERE id = ANY($1) AND kind = 'ROLE' AND ended_at IS NULL`,
    [facts],
  );
  await connection.query(
    `INSERT INTO fact (id, client_id, kind, body, recorded_by_agency, recorded_by, recorded_at, ended_at, ended_by, ended_why)
     SELECT gen_random_uuid()::text, $2, kind, body, recorded_by_agency, recorded_by, recorded_at, ended_at, ended_by, ended_why
     FROM fact WHERE id = ANY($1) AND (kind = 'PROXY' OR kind = 'ROLE' AND ended_at IS NULL)`,
    [facts, to],
  );
}

/** Keeps consents in both files where it is not known whose they are: they go on closing and replacing what they did, but open nothing. */
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

/**
 * Copies to the client who leaves the refusals and blocks that were put in the file while it belonged to both, and whether they are a child
 * where nothing else says so.
 */
async function copyWhatCloses(connection: ClientBase, parting: Parting): Promise<void> {
  const { from, to } = parting;
  const { rows } = await connection.query<{ table: 'consents' | 'facts'; id: string; at: Date }>(
    `SELECT 'consents' AS table, id, recorded_at AS at FROM consent
     WHERE client_id = $1 AND status = 'refused' AND withdrawn_at IS NULL
     UNION ALL SELECT 'facts', id, recorded_at FROM fact
     WHERE client_id = $1 AND ended_at IS NULL
       AND (kind = 'BLOCK' OR kind = 'STANDING' AND NOT EXISTS (
         SELECT FROM fact theirs WHERE theirs.client_id = $2 AND theirs.kind = 'STANDING' AND theirs.ended_at IS NULL))`,
    [from, to],
  );
  const ofBoth = (wanted: 'consents' | 'facts') =>
    rows.filter((row) => row.table === wanted && isOfBoth(parting, row)).map(({ id }) => id);
  await connection.query(
    `INSERT INTO consent (id, client_id, status, body, recorded_by_agency, recorded_by, recorded_at, words, language)
     SELECT gen_random_uuid()::text, $2, status,
       CASE WHEN body -> 'givenBy' ->> 'capacity' = 'self' THEN jsonb_set(body, '{givenBy,person}', to_jsonb($2::text)) ELSE body END,
       recorded_by_agency, recorded_by, recorded_at, words, language
     FROM consent WHERE id = ANY($1)`,
    [ofBoth('consents'), to],
  );
  await connection.query(
    `INSERT INTO fact (id, client_id, kind, body, recorded_by_agency, recorded_by, recorded_at)
     SELECT gen_random_uuid()::text, $2, kind, body, recorded_by_agency, recorded_by, recorded_at
     FROM fact WHERE id = ANY($1)`,
    [ofBoth('facts'), to],
  );
}

/**
 * Extends other people's blocks against this client, put on file while it was both, to both of them: which of the two was meant is not
 * known.
 */
async function blockAgainstBoth(connection: ClientBase, { from, to, merge, later }: Parting): Promise<void> {
  const named = merge ? [merge, ...later] : [];
  const { rows } = await connection.query<{ id: string; client: string }>(
    `SELECT DISTINCT fact.id, fact.client_id AS client
     FROM fact JOIN unnest($1::text[], $2::timestamptz[]) AS named (person, since)
       ON fact.body -> 'against' ? named.person AND (named.since IS NULL OR fact.recorded_at >= named.since)
     WHERE fact.kind = 'BLOCK' AND fact.ended_at IS NULL AND NOT fact.body -> 'against' ? $3`,
    merge ? [named.map(({ into }) => into), named.map(({ at }) => at), to] : [[from], [null], to],
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

/**
 * Moves emergency access with the records it was taken for. The notices about it, and about those records' alerts, move along, so that each
 * is judged by the right file.
 */
async function giveGlassBack(connection: ClientBase, { from, to, handles }: Parting): Promise<void> {
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

/**
 * Moves requests for a consent that came with the file, and those made since by an agency that works only with the client who leaves. Their
 * notices move along, so that each is judged by the file of the person it is about.
 */
async function giveRequestsBack(connection: ClientBase, { from, to, merge }: Parting): Promise<void> {
  const { rows } = await connection.query<{ id: string }>(
    `UPDATE consent_request request SET client_id = $2 WHERE client_id = $1 AND (id = ANY($3)
       OR (at > $4 OR $4 IS NULL) AND EXISTS (SELECT FROM record WHERE agency_id = request.agency_id AND client_id = $2)
         AND NOT EXISTS (SELECT FROM record WHERE agency_id = request.agency_id AND client_id = $1)) RETURNING id`,
    // For a merge that did not record its requests, those made at any time are judged in the same way.
    [from, to, merge?.requests ?? [], merge?.requests ? merge.at : null],
  );
  await connection.query('UPDATE notice SET client_id = $2 WHERE client_id = $1 AND about_id = ANY($3)', [
    ...[from, to],
    rows.map(({ id }) => id),
  ]);
}

/** Removes what left from the record of other merges. Should it come back by itself, it would otherwise leave with one of those files. */
async function forgetThatItCame(connection: ClientBase, { from, to, handles }: Parting): Promise<void> {
  const left = (column: string, table: string): string =>
    `CASE WHEN ${column} IS NOT NULL THEN
       ARRAY(SELECT one FROM unnest(${column}) AS one WHERE one NOT IN (SELECT id FROM ${table} WHERE client_id = $2)) END`;
  await connection.query(
    `UPDATE client_merge SET handles = ARRAY(SELECT one FROM unnest(handles) AS one WHERE one <> ALL ($3)),
       consents = ${left('consents', 'consent')}, facts = ${left('facts', 'fact')}, requests = ${left('requests', 'consent_request')}
     WHERE ended_at IS NULL AND (into_client = $1 OR into_client IN (SELECT id FROM client WHERE merged_into = $1))`,
    [from, to, handles],
  );
}
