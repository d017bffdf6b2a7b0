import type { ClientBase } from 'pg';
import { type LinkWord, moved } from './moveRows.ts';
import { raiseEpochs } from './raiseEpochs.ts';
import { renameGiver } from './renameGiver.ts';

/** In the body of a role: it was said while two files were one, and it is not known of which of the two. */
export const ofTwoFiles = 'ofTwoFiles';

/** That one file became part of another, and what came with it. */
export type Merge = Readonly<{
  id: string;
  from: string;
  into: string;
  at: Date;
  handles: readonly string[];
  consents: readonly string[];
  facts: readonly string[];
  /** Null: of before the hub wrote these down. */
  requests: readonly string[] | null;
  /** Consents and facts that the file into which it led had then; null likewise. */
  before: readonly string[] | null;
}>;

/**
 * Two files that were one: which stays, which leaves it, and which records leave. `merge` is undone (null: they came with none); `later`
 * are those by which the file that it led to came to be in the one that stays, in their order.
 */
export type Parting = Readonly<{
  from: string;
  to: string;
  merge: Merge | null;
  later: readonly Merge[];
  /** Consents and facts that came to the file that stays with others'. */
  ofOthers: ReadonlySet<string>;
  handles: readonly string[];
}>;

/**
 * Gives who leaves a file what is theirs of what was put on file there; their records are moved by now. What closes and of which it is not
 * known whose it is stays with both.
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
 * Whether something in the file, which did not come with who leaves, was put there while it was of both; where they came with no file, all
 * of it was. By what there was when they became one and not by clocks: replicas have several.
 */
function isOfBoth({ merge, later, ofOthers }: Parting, one: Readonly<{ id: string; at: Date }>): boolean {
  if (merge === null) return true;
  return !ofOthers.has(one.id) && ![merge, ...later].some((each) => wasThereBefore(each, one));
}

/** Whether the file into which a merge led had this then. Of a merge that did not write it down, the clocks have to tell. */
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
  // What took their place was said of the file that stays, or of both: theirs comes back.
  await connection.query(
    `UPDATE fact SET ended_at = NULL, ended_by = NULL, ended_why = NULL
     WHERE id = ANY($1) AND ended_why = 'replaced' AND ended_at >= $2`,
    [merge.facts, merge.at],
  );
  await connection.query('UPDATE client SET merged_into = NULL WHERE id = $1', [merge.from]);
  // Whose files had become part of it, or of one of these, leads there again.
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

/** What was put on file while the two were one, and whose it is, as far as the agency that put it there works with one of them only. */
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
 * What somebody is under the law, and who speaks for them, where it is not known of which of the two it was said: of both, so that nobody
 * who uses violence speaks for others, and a proxy's no goes on closing. Such a role opens nothing (`factsOf`) until it is said anew.
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

/** Refusals and blocks of the file, of the time in which it was of both, for the one that leaves it as well; and whether they are a child, where nothing else says it. */
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

/** Blocks of others against the one, put on file while it was both, are against both: which of the two was meant is not known. */
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

/** Emergency access goes with the records it was taken for, and the notices of it and of their alerts with them, so that each is judged by the right file. */
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
 * Requests for a consent that came with the file, and those that were made since by an agency that works with who leaves only; with their
 * notices, so that each is judged by the file of whom it is about.
 */
async function giveRequestsBack(connection: ClientBase, { from, to, merge }: Parting): Promise<void> {
  const { rows } = await connection.query<{ id: string }>(
    `UPDATE consent_request request SET client_id = $2 WHERE client_id = $1 AND (id = ANY($3)
       OR (at > $4 OR $4 IS NULL) AND EXISTS (SELECT FROM record WHERE agency_id = request.agency_id AND client_id = $2)
         AND NOT EXISTS (SELECT FROM record WHERE agency_id = request.agency_id AND client_id = $1)) RETURNING id`,
    // Of a merge that did not write down its requests, whoever asked then is looked at in the same way.
    [from, to, merge?.requests ?? [], merge?.requests ? merge.at : null],
  );
  await connection.query('UPDATE notice SET client_id = $2 WHERE client_id = $1 AND about_id = ANY($3)', [
    ...[from, to],
    rows.map(({ id }) => id),
  ]);
}

/** What left came with none of the files that stay: should it come back by itself, it would leave with one of these otherwise. */
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
