import type { ClientBase } from 'pg';
import type { NoticeKind } from '../generated/prisma/enums.ts';
import type { Database } from './Database.ts';

/** That something waits for somebody; no content. */
export type NewNotice = Readonly<{
  id: string;
  agencyId: string;
  /** Sign-in name; null: whoever leads at the agency. */
  reader: string | null;
  kind: NoticeKind;
  /** The glass or the request. */
  aboutId: string;
  clientId: string;
  at: Date;
}>;

export type NoticeRow = NewNotice & Readonly<{ readAt: Date | null; readBy: string | null }>;

/** Whose notices: a worker's own, and where they lead, those for whoever leads. */
export type NoticeReader = Readonly<{ agencyId: string; user: string; leads: boolean }>;

export type Notices = Readonly<{
  /** The newest first, after the last one of a page. */
  page: (
    of: NoticeReader &
      Readonly<{ unreadOnly: boolean; after: Readonly<{ at: Date; id: string }> | null; first: number }>,
  ) => Promise<readonly NoticeRow[]>;
  /** Null where there is none for this reader. */
  find: (id: string, reader: NoticeReader) => Promise<NoticeRow | null>;
  /** One that was read stays as it is. @returns null where there is none for this reader. */
  markRead: (id: string, reader: NoticeReader, at: Date) => Promise<NoticeRow | null>;
}>;

export function notices({ prisma }: Database): Notices {
  return {
    page: ({ after, first, unreadOnly, ...reader }) =>
      prisma.notice.findMany({
        where: {
          AND: [
            forReader(reader),
            unreadOnly ? { readAt: null } : {},
            after ? { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] } : {},
          ],
        },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: first,
      }),
    find: (id, reader) => prisma.notice.findFirst({ where: { AND: [{ id }, forReader(reader)] } }),
    markRead: async (id, reader, at) => {
      const mine = { AND: [{ id }, forReader(reader)] };
      await prisma.notice.updateMany({
        where: { AND: [mine, { readAt: null }] },
        data: { readAt: at, readBy: reader.user },
      });
      return prisma.notice.findFirst({ where: mine });
    },
  };
}

const forReader = ({ agencyId, user, leads }: NoticeReader) => ({
  agencyId,
  OR: [{ reader: user }, ...(leads ? [{ reader: null }] : [])],
});

/** Puts notices on file in the transaction of what they are about: neither is there without the other. */
export async function putNotices(connection: ClientBase, rows: readonly NewNotice[]): Promise<void> {
  await connection.query(
    `INSERT INTO notice (id, agency_id, reader, kind, about_id, client_id, at)
     SELECT id, agency_id, reader, kind::notice_kind, about_id, client_id, at
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
       AS n (id, agency_id, reader, kind, about_id, client_id, at)`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.agencyId),
      rows.map((row) => row.reader),
      rows.map((row) => row.kind),
      rows.map((row) => row.aboutId),
      rows.map((row) => row.clientId),
      rows.map((row) => row.at),
    ],
  );
}
