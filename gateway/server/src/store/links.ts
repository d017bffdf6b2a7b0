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
  /** The agency's own sign-in name of the worker in charge. */
  worker: string | null;
  open: boolean;
  /** What is compared with other agencies' records; left out: nothing yet. */
  keys?: RecordKeys;
  /** Wanted for a new record; one known by its number keeps the handle it has. */
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
  /** Of all that was announced (schema/linkage: announcementDigest). */
  digest: string;
}>;

/** A record's number and the digest of what its agency announced of it last; null where it was announced without. */
export type KnownDigest = Readonly<{ number: string; digest: string | null }>;

/** Under which epochs of the partnership's secret keys are taken. `next`: while agencies encode anew. */
export type KeyEpochs = Readonly<{ current: number; next: number | null }>;

/** What an agency said of a record and another one: one person, two people, or that the latter is taken back. */
export type SaidKind = 'PROPOSED' | 'DENIED' | 'REOPENED';

export type LinkDecision = Readonly<{
  handle: string;
  clientId: string;
  /** SEPARATED ends a link to that client, if it is there. What was said of a pair (PROPOSED, DENIED, REOPENED) moves no record. */
  kind: 'CONFIRMED' | 'SEPARATED' | SaidKind;
  decidedBy: string;
  /** Of which agency who decided is; none: the hub itself, or it is not known. */
  agency?: string | null;
  reason: string;
  at: Date;
}>;

export type Links = Merges &
  Readonly<{
    /**
     * Takes what an agency announces: new and changed records, and the numbers of those it removed. A removed record keeps
     * its link and counts again when it is announced again.
     */
    putBatch: (
      batch: Readonly<{
        agencyId: string;
        records: readonly AnnouncedRecord[];
        removed?: readonly string[];
        /** Where the agency's own list of changes goes on; kept with the batch, or not at all. */
        cursor?: string | null;
        at: Date;
      }>,
    ) => Promise<BatchOutcome>;
    /** As `putBatch`, of an agency as it was found; null, and nothing is taken, where it takes part otherwise or not at all by now. */
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
     * Carries out decisions about links, and keeps them as history. All or none; raises the epochs of the clients that
     * gain or lose a record.
     *
     * @returns how many records changed their client. @throws when a handle is unknown, or decided on twice.
     */
    link: (decisions: readonly LinkDecision[]) => Promise<number>;
    /** Gives every record of the agency that has no client one of its own. @returns how many. */
    standAlone: (agencyId: string) => Promise<number>;
    /** What is on file of an agency's records, those not removed, by number, after one number: for the agency to compare. */
    digests: (agencyId: string, after: string | null, first: number) => Promise<readonly KnownDigest[]>;
    /** Of each of these agencies, how many records it announced, how many have keys, and of those how many are of the next epoch. */
    announcedBy: <Agency extends Readonly<{ id: string }>>(
      agencies: readonly Agency[],
    ) => Promise<readonly (Agency & Readonly<{ records: number; withKeys: number; ofNext: number }>)[]>;
    keyEpochs: () => Promise<KeyEpochs>;
    /** Lets agencies encode anew under the next secret, beside the current one. @returns false where that goes on already. */
    beginKeyRoll: () => Promise<boolean>;
    /**
     * Takes keys of the next epoch only; those of the old one are forgotten. Links stay: they are between records.
     *
     * @returns how many records have no keys now; null where no roll goes on.
     */
    finishKeyRoll: () => Promise<number | null>;
    /** Handle by the agency's own number, of the records not removed. */
    recordsOf: (agencyId: string) => Promise<ReadonlyMap<string, string>>;
    /** Whose record it is, of those not removed; null where there is none. */
    whose: (handle: string) => Promise<Readonly<{ agencyId: string; clientId: string | null }> | null>;
    /** Every decision about a record of a kind that this version knows, the oldest first. */
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
    // A newer version may put on file what this one has no word for, and Prisma would fail of it: no record could be taken out of its file.
    history: (handle) =>
      database.prisma.linkDecision.findMany({
        where: { handle, kind: { in: Object.values(LinkKind) } },
        orderBy: [{ at: 'asc' }, { kind: 'desc' }],
        omit: { id: true },
      }),
  };
}
