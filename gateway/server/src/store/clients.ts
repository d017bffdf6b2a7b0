import type { Database } from './Database.ts';
import type { FactRow } from './facts.ts';
import type { GlassRow } from './glass.ts';
import type { JsonObject } from './JsonObject.ts';

export type LinkedRecord = Readonly<{ handle: string; agencyId: string; number: string }>;

export type OpenedConsent = Readonly<{
  id: string;
  clientId: string;
  status: string;
  body: JsonObject;
  recordedByAgency: string;
  recordedBy: string;
  recordedAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  words: string | null;
  language: string;
}>;

/** A fact that stands, or a proxy's that has ended: what they gave before is told as lapsed. */
export type OpenedFact = Pick<
  FactRow,
  'id' | 'kind' | 'body' | 'recordedByAgency' | 'recordedAt' | 'endedAt' | 'endedWhy'
> &
  Readonly<{
    /** Of a proxy who is a client: what that client is said to be under the law. */
    personRoles: readonly string[] | null;
  }>;

/** Emergency access that nobody has ended; whether its time is up is for the reader's clock. */
export type OpenedGlass = Pick<
  GlassRow,
  'id' | 'agencyId' | 'brokenBy' | 'purpose' | 'reason' | 'categories' | 'handles' | 'until'
>;

/** All the hub knows of one person, at one instant. */
export type OpenedClient = Readonly<{
  /** The id it was asked for by: its own, or one whose file became part of it. */
  asked: string;
  id: string;
  /** That of the facts beside it. */
  epoch: number;
  /** Those not removed at their agency. */
  records: readonly LinkedRecord[];
  /** All, the withdrawn too: the rules want to know why something is not permitted any more. */
  consents: readonly OpenedConsent[];
  facts: readonly OpenedFact[];
  glass: readonly OpenedGlass[];
}>;

export type Caseload = Readonly<{ clients: readonly string[]; more: boolean }>;

export type Clients = Readonly<{
  /** In no particular order; an id the hub does not know is simply absent. */
  open: (ids: readonly string[]) => Promise<readonly OpenedClient[]>;
  /**
   * Clients with an open record at the agency, by id, after `after`. `worker` null: the whole agency.
   */
  caseload: (
    of: Readonly<{ agencyId: string; worker: string | null; after: string | null; first: number }>,
  ) => Promise<Caseload>;
  /** Records of this linkage key that belong to a client, by client and handle. */
  bySlk: (slk: string) => Promise<readonly Readonly<{ client: string; handle: string }>[]>;
  /** Whose these records are, of those that belong to a client and were not removed, by client and handle. */
  ofRecords: (handles: readonly string[]) => Promise<readonly Readonly<{ client: string; handle: string }>[]>;
  /**
   * The agencies that work with each client: that hold a record of them, open or closed, since a block against whoever
   * works with a person must not end with an episode. A client without any is absent.
   */
  agenciesOf: (clientIds: readonly string[]) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** Whose file an id leads to: itself, or the client it became part of; itself also where there is no such client. */
  survivorOf: (clientId: string) => Promise<string>;
  /** The agency's own sign-in name of the worker in charge, of the records that have one. */
  workersOf: (handles: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}>;

export function clients({ pool }: Database): Clients {
  return {
    open: async (ids) => {
      if (ids.length === 0) return [];
      const { rows } = await pool.query<OpenRow>({ name: 'clients.open', text: openSql, values: [ids] });
      return rows.map(openedClient);
    },
    caseload: async ({ agencyId, worker, after, first }) => {
      const { rows } = await pool.query<{ client_id: string }>(
        `SELECT DISTINCT client_id FROM record
         WHERE agency_id = $1 AND client_id IS NOT NULL AND open AND removed_at IS NULL
           ${worker === null ? 'AND $2::text IS NULL' : 'AND worker = $2'}
           ${after === null ? 'AND $3::text IS NULL' : 'AND client_id > $3'}
         ORDER BY client_id LIMIT $4`,
        [agencyId, worker, after, first + 1],
      );
      return { clients: rows.slice(0, first).map((row) => row.client_id), more: rows.length > first };
    },
    bySlk: async (slk) => {
      const { rows } = await pool.query<{ client: string; handle: string }>(
        `SELECT client_id AS client, handle FROM record
         WHERE slk = $1 AND client_id IS NOT NULL AND removed_at IS NULL ORDER BY client_id, handle`,
        [slk],
      );
      return rows;
    },
    ofRecords: async (handles) => {
      const { rows } = await pool.query<{ client: string; handle: string }>(
        `SELECT client_id AS client, handle FROM record
         WHERE handle = ANY($1) AND client_id IS NOT NULL AND removed_at IS NULL ORDER BY client_id, handle`,
        [handles],
      );
      return rows;
    },
    survivorOf: async (clientId) => {
      const { rows } = await pool.query<{ id: string }>({
        name: 'clients.survivorOf',
        text: 'SELECT COALESCE(merged_into, id) AS id FROM client WHERE id = $1',
        values: [clientId],
      });
      return rows[0]?.id ?? clientId;
    },
    workersOf: async (handles) => {
      const { rows } = await pool.query<{ handle: string; worker: string }>(
        'SELECT handle, worker FROM record WHERE handle = ANY($1) AND worker IS NOT NULL',
        [handles],
      );
      return new Map(rows.map(({ handle, worker }) => [handle, worker]));
    },
    agenciesOf: async (clientIds) => {
      if (clientIds.length === 0) return new Map();
      const { rows } = await pool.query<{ client_id: string; agencies: readonly string[] }>({
        name: 'clients.agenciesOf',
        text: `SELECT asked.id AS client_id, array_agg(DISTINCT record.agency_id) AS agencies
               FROM unnest($1::text[]) AS asked (id) LEFT JOIN client ON client.id = asked.id
               JOIN record ON record.client_id = COALESCE(client.merged_into, asked.id)
               WHERE record.removed_at IS NULL GROUP BY asked.id`,
        values: [clientIds],
      });
      return new Map(rows.map((row) => [row.client_id, new Set(row.agencies)]));
    },
  };
}

// INVARIANT: one statement, hence one snapshot. The epoch is never newer than the facts, so a decision made from older
// facts is found out when the disclosure is written.
const openSql = `
  SELECT asked.id AS asked, c.id, c.epoch,
    (SELECT json_agg(json_build_object('handle', r.handle, 'agencyId', r.agency_id, 'number', r.number) ORDER BY r.handle)
       FROM record r WHERE r.client_id = c.id AND r.removed_at IS NULL) AS records,
    (SELECT json_agg(json_build_object('id', s.id, 'clientId', s.client_id, 'status', s.status, 'body', s.body,
        'recordedByAgency', s.recorded_by_agency, 'recordedBy', s.recorded_by, 'recordedAt', s.recorded_at,
        'withdrawnAt', s.withdrawn_at, 'withdrawnBy', s.withdrawn_by, 'words', s.words, 'language', s.language)
        ORDER BY s.recorded_at, s.id)
       FROM consent s WHERE s.client_id = c.id) AS consents,
    (SELECT json_agg(json_build_object('id', f.id, 'kind', f.kind, 'body', f.body,
        'recordedByAgency', f.recorded_by_agency, 'recordedAt', f.recorded_at, 'endedAt', f.ended_at, 'endedWhy', f.ended_why,
        'personRoles', CASE f.kind WHEN 'PROXY' THEN (SELECT json_agg(DISTINCT r.body ->> 'role') FROM fact r
          WHERE r.client_id = (SELECT COALESCE(p.merged_into, p.id) FROM client p WHERE p.id = f.body ->> 'person') AND r.kind = 'ROLE' AND r.ended_at IS NULL) END)
        ORDER BY f.recorded_at, f.id)
       FROM fact f WHERE f.client_id = c.id AND (f.ended_at IS NULL OR f.kind = 'PROXY')) AS facts,
    (SELECT json_agg(json_build_object('id', g.id, 'agencyId', g.agency_id, 'brokenBy', g.broken_by,
        'purpose', g.purpose, 'reason', g.reason, 'categories', g.categories, 'handles', g.handles, 'until', g.until)
        ORDER BY g.at, g.id)
       FROM glass g WHERE g.client_id = c.id AND g.ended_at IS NULL) AS glass
  FROM unnest($1::text[]) AS asked (id) JOIN client k ON k.id = asked.id JOIN client c ON c.id = COALESCE(k.merged_into, k.id)`;

/** In JSON an instant is text. */
type AsText<T> = {
  [Key in keyof T]: T[Key] extends Date ? string : T[Key] extends Date | null ? string | null : T[Key];
};
type OpenRow = Readonly<{
  asked: string;
  id: string;
  epoch: number;
  records: readonly LinkedRecord[] | null;
  consents: readonly AsText<OpenedConsent>[] | null;
  facts: readonly AsText<OpenedFact>[] | null;
  glass: readonly AsText<OpenedGlass>[] | null;
}>;

function openedClient({ asked, id, epoch, records, consents, facts, glass }: OpenRow): OpenedClient {
  return {
    asked,
    id,
    epoch,
    records: records ?? [],
    consents: (consents ?? []).map((consent) => ({
      ...consent,
      recordedAt: new Date(consent.recordedAt),
      withdrawnAt: instantOf(consent.withdrawnAt),
    })),
    facts: (facts ?? []).map((fact) => ({
      ...fact,
      recordedAt: new Date(fact.recordedAt),
      endedAt: instantOf(fact.endedAt),
    })),
    glass: (glass ?? []).map((one) => ({ ...one, until: new Date(one.until) })),
  };
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
