import type { ClientBase } from 'pg';
import type { ClientTold, GlassOutcome } from '../generated/prisma/enums.ts';
import type { Database } from './Database.ts';
import { type NewNotice, putNotices } from './notices.ts';
import { raiseEpochs } from './raiseEpochs.ts';

/** Emergency access as it is taken. */
export type NewGlass = Readonly<{
  id: string;
  clientId: string;
  agencyId: string;
  brokenBy: string;
  purpose: string;
  reason: string;
  categories: readonly string[];
  /** The records it opens. */
  handles: readonly string[];
  /** True: it overrides something the client had refused. */
  grave: boolean;
  at: Date;
  until: Date;
}>;

export type GlassRow = NewGlass &
  Readonly<{
    endedAt: Date | null;
    reviewedAt: Date | null;
    reviewedBy: string | null;
    outcome: GlassOutcome | null;
    reviewNote: string | null;
    clientTold: ClientTold | null;
  }>;

export type GlassReview = Readonly<{ by: string; outcome: GlassOutcome; note: string; at: Date }>;

export type GlassStore = Readonly<{
  /**
   * Stores emergency access with its notices, all or none, and ends what the same worker had opened of this client before.
   *
   * @returns false, and changes nothing, where the client's facts are no longer those of `epoch`.
   */
  put: (glass: NewGlass, epoch: number, notices: readonly NewNotice[]) => Promise<boolean>;
  /** Once this has resolved, nothing is disclosed on it any more. Access that has ended stays as it is. */
  end: (glass: Pick<GlassRow, 'id' | 'clientId'>, at: Date) => Promise<void>;
  /** @returns false where it was reviewed before: that review stands. */
  review: (id: string, review: GlassReview) => Promise<boolean>;
  /** Records whether the person was told; the latest statement holds. */
  sayTold: (id: string, clientTold: ClientTold) => Promise<void>;
  /** With `agencyId`: only access taken by this agency's workers; another agency's is not even read. */
  find: (id: string, agencyId?: string) => Promise<GlassRow | null>;
  /** Access taken by an agency's workers, newest first, from after the last one of the previous page. */
  ofAgency: (
    of: Readonly<{
      agencyId: string;
      clientId?: string;
      toReviewOnly: boolean;
      after: Readonly<{ at: Date; id: string }> | null;
      first: number;
    }>,
  ) => Promise<readonly GlassRow[]>;
}>;

export function glass({ prisma, transaction }: Database): GlassStore {
  return {
    put: (taken, epoch, notices) =>
      transaction(async (connection) => {
        const epochs = await raiseEpochs(connection, [taken.clientId]);
        if (epochs.get(taken.clientId) !== epoch + 1) return false;
        await endGlassOf(connection, taken.clientId, taken.at, taken);
        await insert(connection, taken);
        await putNotices(connection, notices);
        return true;
      }),
    end: ({ id, clientId }, at) =>
      transaction(async (connection) => {
        await raiseEpochs(connection, [clientId]);
        await connection.query('UPDATE glass SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [id, at]);
      }),
    review: async (id, { by, outcome, note, at }) => {
      const { count } = await prisma.glass.updateMany({
        where: { id, reviewedAt: null },
        data: { reviewedAt: at, reviewedBy: by, outcome, reviewNote: note },
      });
      return count === 1;
    },
    sayTold: async (id, clientTold) => {
      await prisma.glass.update({ where: { id }, data: { clientTold } });
    },
    find: (id, agencyId) => prisma.glass.findUnique({ where: { id, ...(agencyId !== undefined && { agencyId }) } }),
    ofAgency: ({ agencyId, clientId, toReviewOnly, after, first }) =>
      prisma.glass.findMany({
        where: {
          agencyId,
          ...(clientId !== undefined && { clientId }),
          ...(toReviewOnly && { reviewedAt: null }),
          ...(after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
        },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: first,
      }),
  };
}

/**
 * Ends open emergency access to a client: one worker's, or everyone's when the client has since spoken. Emergency access overrides what was
 * said before it was taken, never what is said after.
 */
export async function endGlassOf(
  connection: ClientBase,
  clientId: string,
  at: Date,
  worker?: Pick<NewGlass, 'agencyId' | 'brokenBy'>,
): Promise<void> {
  await connection.query(
    `UPDATE glass SET ended_at = $2 WHERE client_id = $1 AND ended_at IS NULL
       AND ($3::text IS NULL OR (agency_id = $3 AND broken_by = $4))`,
    [clientId, at, worker?.agencyId ?? null, worker?.brokenBy ?? null],
  );
}

async function insert(connection: ClientBase, taken: NewGlass): Promise<void> {
  await connection.query(
    `INSERT INTO glass (id, client_id, agency_id, broken_by, purpose, reason, categories, handles, grave, at, until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[taken.id, taken.clientId, taken.agencyId, taken.brokenBy, taken.purpose, taken.reason],
      ...[taken.categories, taken.handles, taken.grave, taken.at, taken.until],
    ],
  );
}
