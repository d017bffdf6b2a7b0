import type { Database } from './Database.ts';
import { joinSql, type OpenedClient, type OpenRow, openedClient, rolesOfProxySql, wholeSql } from './openedClient.ts';

/** Who looks: blocks depend on it. */
export type Looker = Readonly<{
  agencyId: string;
  /** The client they are, where they ask for their own file. */
  self: string | null;
}>;

/** A person as they are now, for one looker. */
export type Looked = Readonly<{
  /** The id that was asked for. */
  asked: string;
  /**
   * Changes whenever anything changes from which a decision about this person, for this agency or client, is made: the file the id leads
   * to, its epoch, and what does not move the epoch (what those who speak for the person are under the law, and which of the people that
   * blocks protect from the agency works with).
   */
  version: string;
  /** The whole of it as of the same instant; null where the version is the known one. */
  whole: Readonly<{
    client: OpenedClient;
    /** Of the people the person's blocks protect from: those the agency works with, and the looker if they are one. */
    worksWith: readonly string[];
  }> | null;
}>;

/** The version under which each person was last seen, by the id asked for. */
export type Known = ReadonlyMap<string, string>;

/**
 * Whose caseload, and which page of it: clients with an open record at the agency, by id, from after `after`. `worker` null: the whole
 * agency.
 */
export type CaseloadPage = Readonly<{ agencyId: string; worker: string | null; after: string | null; first: number }>;
export type Caseload = LookedAt & Readonly<{ more: boolean }>;

/** Everyone found, by the id asked for, and the partnership's revision of the same instant. */
export type LookedAt = Readonly<{ people: readonly Looked[]; revision: string | null }>;

/** Looks at the given people. */
export async function lookAt({ pool }: Database, ids: readonly string[], by: Looker, known: Known): Promise<LookedAt> {
  const values = [by.agencyId, by.self, ids, ids.map((id) => known.get(id) ?? null)];
  const { rows } = await pool.query<LookRow>({ name: 'clients.look', text: lookSql, values });
  return looked(rows, known);
}

/** Looks at a page of a caseload, by id. */
export async function lookAtCaseload(
  { pool }: Database,
  { agencyId, worker, after, first }: CaseloadPage,
  by: Looker,
  known: Known,
): Promise<Caseload> {
  const whose = worker === null ? 'ofAgency' : 'ofWorker';
  const from = after === null ? 'first' : 'next';
  const { rows } = await pool.query<LookRow & Readonly<{ more: boolean }>>({
    name: `clients.caseload.${whose}.${from}`,
    text: caseloadSql[whose][from],
    values: [by.agencyId, by.self, [...known.keys()], [...known.values()], agencyId, worker, after, first],
  });
  return { ...looked(rows, known), more: rows[0]?.more ?? false };
}

// What a decision is made from without moving the client's epoch, by fact: roles of proxies, and which people a block is against that the
// looker is ($2: a client) or, for a worker, that the agency ($1) works with (`peopleWorkedWith`). It is compared as text, hence the fixed
// order.
const besideSql = `
  SELECT f.client_id, json_agg(json_build_object('proxy', CASE f.kind WHEN 'PROXY' THEN ${rolesOfProxySql} END,
      'worksWith', CASE f.kind WHEN 'BLOCK' THEN (SELECT json_agg(DISTINCT against.person ORDER BY against.person)
        FROM jsonb_array_elements_text(CASE jsonb_typeof(f.body -> 'against') WHEN 'array' THEN f.body -> 'against' ELSE '[]' END)
          AS against (person) LEFT JOIN client a ON a.id = against.person
        WHERE COALESCE(a.merged_into, against.person) = $2 OR $2::text IS NULL AND EXISTS (SELECT FROM record r
          WHERE r.client_id = COALESCE(a.merged_into, against.person) AND r.agency_id = $1 AND r.removed_at IS NULL)) END)
      ORDER BY f.recorded_at, f.id) AS facts
  FROM fact f WHERE f.client_id = ANY(ARRAY(SELECT id FROM people))
    AND (f.kind = 'PROXY' OR (f.kind = 'BLOCK' AND f.ended_at IS NULL))
  GROUP BY f.client_id`;

// INVARIANT: one statement, hence one snapshot: the version is of the same instant as what it stands for.
//
// An epoch alone proves nothing where a table was restored from a backup, or a standby with less data took over; so the version also names
// the table's file and the server. Only people who have changed get a row of their own. The others are merely listed, all in one row,
// because reading a row for each of 200 took the hub three times as long. The partnership's revision comes along, which would otherwise
// take a statement of its own. `OFFSET 0` keeps the planner from computing what is then not wanted.
const lookOf = (asked: string, more = 'false'): string => `
  WITH file AS MATERIALIZED (SELECT concat_ws(' ', pg_postmaster_start_time(), pg_relation_filenode('client')) AS version),
  ${asked},
  people AS MATERIALIZED (SELECT asked.id AS asked, asked.known, c.id, c.epoch, c.created_at FROM asked ${joinSql}),
  beside AS MATERIALIZED (${besideSql}),
  seen AS MATERIALIZED (SELECT c.asked, c.known, c.id, c.epoch, beside.facts AS beside,
      concat_ws(' ', c.id, c.epoch, extract(epoch FROM c.created_at), file.version, beside.facts) AS version
    FROM file CROSS JOIN people c LEFT JOIN beside ON beside.client_id = c.id)
  SELECT CASE row_number() OVER () WHEN 1 THEN (SELECT json_agg(asked ORDER BY asked) FROM seen) END AS everybody,
    (SELECT revision FROM partnership WHERE id = 1) AS revision, other.*, ${more} AS more
  FROM (SELECT) AS first LEFT JOIN (SELECT c.asked, c.id, c.epoch, c.version, c.beside, whole.*
    FROM seen c CROSS JOIN LATERAL (SELECT ${wholeSql} OFFSET 0) AS whole
    WHERE c.known IS DISTINCT FROM c.version) AS other ON true`;

// While PostgreSQL can see from the values that they are few, it plans a prepared statement anew each time, and planning this one takes
// three times as long as running it. Behind `OFFSET 0` it cannot see them, and keeps one plan for all.
const knownSql =
  '(SELECT $3::text[] AS ids, $4::text[] AS versions OFFSET 0) AS given, unnest(given.ids, given.versions) AS known (id, version)';

const lookSql = lookOf(`asked AS MATERIALIZED (SELECT known.id, known.version AS known FROM ${knownSql})`);

const caseloadOf = (whose: string, from: string): string =>
  lookOf(
    `page AS MATERIALIZED (
      SELECT DISTINCT client_id AS id FROM record
      WHERE agency_id = $5 AND client_id IS NOT NULL AND open AND removed_at IS NULL AND ${whose} AND ${from}
      ORDER BY client_id LIMIT $8 + 1),
    asked AS MATERIALIZED (
      SELECT page.id, known.version AS known FROM (SELECT id FROM page ORDER BY id LIMIT $8) AS page
      LEFT JOIN (SELECT known.* FROM ${knownSql}) AS known ON known.id = page.id)`,
    '(SELECT count(*) FROM page) > $8',
  );
const whole = '$6::text IS NULL';
const ofWorker = 'worker = $6';
const first = '$7::text IS NULL';
const next = 'client_id > $7';
/** A statement for each case: a single one for all would be planned without its index. */
const caseloadSql = {
  ofAgency: { first: caseloadOf(whole, first), next: caseloadOf(whole, next) },
  ofWorker: { first: caseloadOf(ofWorker, first), next: caseloadOf(ofWorker, next) },
};

type Changed = OpenRow &
  Readonly<{ version: string; beside: readonly Readonly<{ worksWith: readonly string[] | null }>[] | null }>;

/** A row for someone who has changed. One row, which is always there, also has the ids of everyone found, in order. */
type LookRow = Readonly<{ everybody: readonly string[] | null; revision: string | null; more: boolean }> &
  (Changed | Readonly<{ asked: null }>);

function looked(rows: readonly LookRow[], known: Known): LookedAt {
  const changed = new Map(rows.flatMap((row) => (row.asked === null ? [] : [[row.asked, row]])));
  const everybody = rows.find((row) => row.everybody !== null)?.everybody ?? [];
  const people = everybody.map((asked): Looked => {
    const row = changed.get(asked);
    if (!row) return { asked, version: known.get(asked) ?? '', whole: null };
    const worksWith = (row.beside ?? []).flatMap((fact) => fact.worksWith ?? []);
    return { asked, version: row.version, whole: { client: openedClient(row), worksWith } };
  });
  return { people, revision: rows[0]?.revision ?? null };
}
