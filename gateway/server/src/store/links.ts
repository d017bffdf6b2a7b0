import type { Database } from './Database.ts';
import { linkRecords } from './linkRecords.ts';
import { type BatchOutcome, putRecords } from './putRecords.ts';
import { standAlone } from './standAlone.ts';

/** A record as its agency announces it. */
export type AnnouncedRecord = Readonly<{
  number: string;
  slk: string | null;
  dobAccuracy: string | null;
  /** The agency's own sign-in name of the worker in charge. */
  worker: string | null;
  open: boolean;
  /** Wanted for a new record; one known by its number keeps the handle it has. */
  handle?: string;
}>;

export type LinkDecision = Readonly<{
  handle: string;
  clientId: string;
  /** PROPOSED changes nothing yet; SEPARATED ends a link to that client, if it is there. */
  kind: 'CONFIRMED' | 'PROPOSED' | 'SEPARATED';
  decidedBy: string;
  reason: string;
  at: Date;
}>;

export type Links = Readonly<{
  /**
   * Takes what an agency announces: new and changed records, and the numbers of those it removed. A removed record keeps
   * its link and counts again when it is announced again.
   */
  putBatch: (
    batch: Readonly<{
      agencyId: string;
      records: readonly AnnouncedRecord[];
      removed?: readonly string[];
      at: Date;
    }>,
  ) => Promise<BatchOutcome>;
  /**
   * Carries out decisions about links, and keeps them as history. All or none; raises the epochs of the clients that
   * gain or lose a record.
   *
   * @returns how many records changed their client. @throws when a handle is unknown, or decided on twice.
   */
  link: (decisions: readonly LinkDecision[]) => Promise<number>;
  /** Gives every record of the agency that has no client one of its own. @returns how many. */
  standAlone: (agencyId: string) => Promise<number>;
  /** Handle by the agency's own number, of the records not removed. */
  recordsOf: (agencyId: string) => Promise<ReadonlyMap<string, string>>;
  /** Every decision about a record, the oldest first. */
  history: (handle: string) => Promise<readonly LinkDecision[]>;
}>;

export function links(database: Database): Links {
  return {
    putBatch: (batch) => putRecords(database, { removed: [], ...batch }),
    link: (decisions) => linkRecords(database, decisions),
    standAlone: (agencyId) => standAlone(database, agencyId),
    recordsOf: async (agencyId) => {
      const { rows } = await database.pool.query<{ number: string; handle: string }>(
        'SELECT number, handle FROM record WHERE agency_id = $1 AND removed_at IS NULL',
        [agencyId],
      );
      return new Map(rows.map(({ number, handle }) => [number, handle]));
    },
    history: (handle) =>
      database.prisma.linkDecision.findMany({ where: { handle }, orderBy: { at: 'asc' }, omit: { id: true } }),
  };
}
