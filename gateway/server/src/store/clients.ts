import type { Database } from './Database.ts';
import type { GlassRow } from './glass.ts';
import {
  type Caseload,
  type CaseloadPage,
  type Known,
  type LookedAt,
  type Looker,
  lookAt,
  lookAtCaseload,
} from './lookAtClients.ts';
import { lookTogether } from './lookTogether.ts';
import { joinSql, type OpenedClient, type OpenRow, openedClient, wholeSql } from './openedClient.ts';

export type { CaseloadPage, Known, Looked, Looker } from './lookAtClients.ts';
export type { LinkedRecord, OpenedClient, OpenedConsent, OpenedFact, OpenedGlass } from './openedClient.ts';

/** Emergency access that the person it was about is not told of: which, and who took it for what. */
export type GlassNotToBeTold = Pick<GlassRow, 'id' | 'clientId' | 'agencyId' | 'brokenBy' | 'purpose'>;

export type Clients = Readonly<{
  /** Returns these clients in no particular order; an id the hub does not know is simply absent. */
  open: (ids: readonly string[]) => Promise<readonly OpenedClient[]>;
  /** As `open`, also in one statement, but without reading again whoever is unchanged since `known`. */
  look: (ids: readonly string[], by: Looker, known: Known) => Promise<LookedAt>;
  /** A page of a caseload in its order, with everyone on it, in one statement. */
  caseload: (of: CaseloadPage, by: Looker, known: Known) => Promise<Caseload>;
  /** Records with this linkage key that belong to a client, by client and handle. */
  bySlk: (slk: string) => Promise<readonly Readonly<{ client: string; handle: string }>[]>;
  /** The clients of these records, by client and handle; without records that belong to no client or were removed. */
  ofRecords: (handles: readonly string[]) => Promise<readonly Readonly<{ client: string; handle: string }>[]>;
  /** As `ofRecords`, but with removed records: what was disclosed of them was disclosed of their client. */
  ownersOf: (handles: readonly string[]) => Promise<readonly Readonly<{ client: string; handle: string }>[]>;
  /**
   * The agencies that work with each client. That means every agency with a record of them, open or closed, because a block against whoever
   * works with a person must not end when an episode does. A client without any agency is absent.
   */
  agenciesOf: (clientIds: readonly string[]) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** Returns the client an id leads to: itself, or the client it became part of; itself also where there is no such client. */
  survivorOf: (clientId: string) => Promise<string>;
  /**
   * Emergency access to these clients, or with one of these ids, that was marked as not safe to tell the person of. Without what a review
   * found unjustified: whoever took it can set the mark too, and could hide what they should not have done.
   */
  notToBeTold: (clientIds: readonly string[], ids: readonly string[]) => Promise<readonly GlassNotToBeTold[]>;
  /** The agency's own sign-in name for the worker in charge, for records that have one. */
  workersOf: (handles: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}>;

export function clients(database: Database): Clients {
  const { pool } = database;
  return {
    open: async (ids) => {
      if (ids.length === 0) return [];
      const { rows } = await pool.query<OpenRow>({ name: 'clients.open', text: openSql, values: [ids] });
      return rows.map(openedClient);
    },
    look: lookTogether((ids, by, known) => lookAt(database, ids, by, known)),
    caseload: (of, by, known) => lookAtCaseload(database, of, by, known),
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
    ownersOf: async (handles) => {
      const { rows } = await pool.query<{ client: string; handle: string }>(
        'SELECT client_id AS client, handle FROM record WHERE handle = ANY($1) AND client_id IS NOT NULL',
        [handles],
      );
      return rows;
    },
    notToBeTold: async (clientIds, ids) => {
      const { rows } = await pool.query<GlassNotToBeTold>(
        `SELECT id, client_id AS "clientId", agency_id AS "agencyId", broken_by AS "brokenBy", purpose FROM glass
         WHERE (client_id = ANY($1) OR id = ANY($2)) AND client_told = 'NOT_SAFE'
           AND outcome IS DISTINCT FROM 'NOT_JUSTIFIED'`,
        [clientIds, ids],
      );
      return rows;
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

// INVARIANT: one statement, hence one snapshot. The epoch is never newer than the facts, so a decision made from outdated facts is detected
// when the disclosure is written.
const openSql = `SELECT asked.id AS asked, c.id, c.epoch, ${wholeSql} FROM unnest($1::text[]) AS asked (id) ${joinSql}`;
