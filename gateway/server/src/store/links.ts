import { LinkKind } from '../generated/prisma/enums.ts';
import type { AgencyRow } from './agencies.ts';
import type { Database } from './Database.ts';
import { keyRoll } from './keyRoll.ts';
import { linkRecords } from './linkRecords.ts';
import { type Merges, mergeClients } from './mergeClients.ts';
import { type BatchOutcome, putRecords, putRecordsOf } from './putRecords.ts';
import { standAlone } from './standAlone.ts';

/** A record as its agency announces it. */
export type AnnouncedRecord = Readonly<{
  number: string;
  slk: string | null;
  dobAccuracy: string | null;
  /** The agency's own sign-in name for the worker in charge. */
  worker: string | null;
  open: boolean;
  /** The keys that are compared with other agencies' records; left out: none yet. */
  keys?: RecordKeys;
  /** The handle wanted for a new record; a record known by its number keeps the one it has. */
  handle?: string;
}>;

/** Keys of a record, made under one epoch of the partnership's secret. */
export type RecordKeys = Readonly<{
  keyEpoch: number;
  /** 128 bytes, base64url; null where too little is known of the person. */
  clk: string | null;
  aliases: readonly string[];
  parts: number;
  sexCode: string | null;
  /** Digest of everything announced (schema/linkage: announcementDigest). */
  digest: string;
}>;

/** A record's number, and the digest of what its agency last announced of it; null where that came without one. */
export type KnownDigest = Readonly<{ number: string; digest: string | null }>;

/** The epochs of the partnership's secret under which keys are accepted. `next` is set while agencies encode anew. */
export type KeyEpochs = Readonly<{ current: number; next: number | null }>;

/** What an agency said of a pair of records: one person, two people, or that the latter is taken back. */
export type SaidKind = 'PROPOSED' | 'DENIED' | 'REOPENED';

export type LinkDecision = Readonly<{
  handle: string;
  clientId: string;
  /** SEPARATED ends a link to that client, if there is one. What was said of a pair (PROPOSED, DENIED, REOPENED) moves no record. */
  kind: 'CONFIRMED' | 'SEPARATED' | SaidKind;
  decidedBy: string;
  /** The agency of whoever decided; none: the hub itself, or not known. */
  agency?: string | null;
  reason: string;
  at: Date;
}>;

export type Links = Merges &
  Readonly<{
    /**
     * Takes what an agency announces: new and changed records, and the numbers of those it removed. A removed record keeps its link, and
     * counts again when it is announced again.
     */
    putBatch: (
      batch: Readonly<{
        agencyId: string;
        records: readonly AnnouncedRecord[];
        removed?: readonly string[];
        /** Where the agency's own list of changes continues; stored with the batch or not at all. */
        cursor?: string | null;
        at: Date;
      }>,
    ) => Promise<BatchOutcome>;
    /** As `putBatch`, for an agency as it was found. Null, and nothing is taken, where it now takes part differently or not at all. */
    putBatchOf: (
      agency: Pick<AgencyRow, 'id' | 'participation'>,
      batch: Readonly<{
        records: readonly AnnouncedRecord[];
        removed: readonly string[];
        cursor: string | null;
        at: Date;
      }>,
    ) => Promise<BatchOutcome | null>;
    /**
     * Carries out decisions about links and keeps them as history, all or none. Raises the epochs of clients who gain or lose a record.
     *
     * @returns how many records changed their client. @throws when a handle is unknown, or decided on twice.
     */
    link: (decisions: readonly LinkDecision[]) => Promise<number>;
    /** Gives every record of the agency without a client a client of its own. @returns how many. */
    standAlone: (agencyId: string) => Promise<number>;
    /** What is on file of an agency's records, without removed ones, by number, from after a given number: for the agency to compare. */
    digests: (agencyId: string, after: string | null, first: number) => Promise<readonly KnownDigest[]>;
    /** For each of these agencies: how many records it announced, how many have keys, and how many of those are of the next epoch. */
    announcedBy: <Agency extends Readonly<{ id: string }>>(
      agencies: readonly Agency[],
    ) => Promise<readonly (Agency & Readonly<{ records: number; withKeys: number; ofNext: number }>)[]>;
    keyEpochs: () => Promise<KeyEpochs>;
    /**
     * Lets agencies encode anew under the next secret while the current one still counts. @returns false where that is under way already.
     */
    beginKeyRoll: () => Promise<boolean>;
    /**
     * Ends the key roll: from now on only keys of the next epoch are accepted, and keys of the old one are forgotten. Links stay, because
     * they are between records.
     *
     * @returns how many records now have no keys; null where no roll was under way.
     */
    finishKeyRoll: () => Promise<number | null>;
    /** Handles by the agency's own number, without removed records. */
    recordsOf: (agencyId: string) => Promise<ReadonlyMap<string, string>>;
    /** The agency and client of a record; null where there is none, or it was removed. */
    whose: (handle: string) => Promise<Readonly<{ agencyId: string; clientId: string | null }> | null>;
    /** Every decision about a record of a kind this version knows, oldest first. */
    history: (handle: string) => Promise<readonly LinkDecision[]>;
  }>;

export function links(database: Database): Links {
  return {
    putBatch: (batch) => putRecords(database, { removed: [], cursor: null, ...batch }),
    putBatchOf: ({ id, participation }, batch) => putRecordsOf(database, participation, { agencyId: id, ...batch }),
    digests: async (agencyId, after, first) => {
      const { rows } = await database.pool.query<KnownDigest>(
        `SELECT number, digest FROM record WHERE agency_id = $1 AND removed_at IS NULL AND number > $2
         ORDER BY number LIMIT $3`,
        [agencyId, after ?? '', first],
      );
      return rows;
    },
    announcedBy: async (agencies) => {
      const { rows } = await database.pool.query<{ id: string; records: number; withKeys: number; ofNext: number }>(
        `SELECT agency_id AS id, count(*)::int AS records, count(key_epoch)::int AS "withKeys",
           (count(*) FILTER (WHERE key_epoch > (SELECT key_epoch FROM linkage_state)))::int AS "ofNext"
         FROM record WHERE removed_at IS NULL GROUP BY agency_id`,
      );
      const counts = new Map(rows.map((row) => [row.id, row]));
      return agencies.map((agency) => ({ records: 0, withKeys: 0, ofNext: 0, ...counts.get(agency.id), ...agency }));
    },
    ...mergeClients(database),
    ...keyRoll(database),
    link: (decisions) => linkRecords(database, decisions),
    standAlone: (agencyId) => standAlone(database, agencyId),
    recordsOf: async (agencyId) => {
      const { rows } = await database.pool.query<{ number: string; handle: string }>(
        'SELECT number, handle FROM record WHERE agency_id = $1 AND removed_at IS NULL',
        [agencyId],
      );
      return new Map(rows.map(({ number, handle }) => [number, handle]));
    },
    whose: (handle) =>
      database.prisma.record.findFirst({
        where: { handle, removedAt: null },
        select: { agencyId: true, clientId: true },
      }),
    // A newer version may have stored kinds this one does not know, on which Prisma would fail; then no record could be taken out of its
    // file.
    history: (handle) =>
      database.prisma.linkDecision.findMany({
        where: { handle, kind: { in: Object.values(LinkKind) } },
        orderBy: [{ at: 'asc' }, { kind: 'desc' }],
        omit: { id: true },
      }),
  };
}
